using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>A place to which the person may go, with what it says that it can receive.</summary>
/// <param name="Lieu">The place.</param>
/// <param name="Receveur">What its organisation declared; null when it hasn't.</param>
/// <param name="Vu">What the sending will look at again.</param>
/// <param name="Convient">How many of the asked accommodations and of the language it provides for.</param>
internal sealed record LieuPropose(LieuQuiRecoit Lieu, Receveur? Receveur, ReceveurVu Vu, int Convient)
{
    public bool PeutRecevoir => Vu.Refus is null;
}
