using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>What came of writing something sent by a device.</summary>
/// <param name="Etat">Its state; null: nothing was kept, the device sends it again.</param>
/// <param name="Erreur">Why it was refused.</param>
/// <param name="Sujet">What it is about, when the last word wins.</param>
internal sealed record ResultatDEnvoi(EtatDEnvoi? Etat, Erreur? Erreur = null, Guid? Sujet = null)
{
    public static ResultatDEnvoi Accepte(Guid? sujet = null) => new(EtatDEnvoi.Accepte, null, sujet);

    public static ResultatDEnvoi Refuse(Erreur? erreur) => new(EtatDEnvoi.Refuse, erreur ?? ErreursHorsLigne.EnvoiIllisible);

    public static ResultatDEnvoi Conflit(Erreur erreur, Guid? sujet = null) => new(EtatDEnvoi.Conflit, erreur, sujet);

    public static ResultatDEnvoi PlusTard(Erreur erreur) => new(null, erreur);
}
