using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Contracts.Cartographie;

namespace FaireAvec.Accompagnement.Orientations;

/// <summary>An orientation as one of its sides sees it.</summary>
/// <param name="Orientation">The row.</param>
/// <param name="Recue">True for who receives it.</param>
/// <param name="Ou">Name of the place or of the structure.</param>
internal sealed record OrientationLue(Orientation Orientation, bool Recue, string Ou)
{
    /// <summary>What this side may know.</summary>
    public EtatDOrientation Etat => Recue ? Orientation.Etat : Orientation.EtatPourLEnvoyeur;

    /// <summary>Key of what is to be done next, by this side; null when it is the other's turn.</summary>
    public string? Prochain => (Recue, Etat) switch
    {
        (true, EtatDOrientation.Envoyee) => "repondre",
        (true, EtatDOrientation.Recue) => "rdv",
        (true, EtatDOrientation.RdvFixe) => "dire",
        (true, EtatDOrientation.NonHonoree or EtatDOrientation.Honoree) => "clore",
        (false, EtatDOrientation.Expiree) => "reprendre",
        (false, EtatDOrientation.Refusee) when Orientation.Revenue => "reprendre",
        (false, EtatDOrientation.Close) when Orientation.Revenue => "reprendre",
        (false, EtatDOrientation.RdvFixe) => "donner_rdv",
        _ => null,
    };

    public static string Nom(Orientation orientation, ILieuxQuiPeuventRecevoir lieux, DateTimeOffset maintenant) => orientation.Structure ?? lieux.Trouver(orientation.Lieu, maintenant)?.Lieu.Nom ?? orientation.Lieu ?? "";
}
