using FaireAvec.Kernel.Securite;
using static FaireAvec.Kernel.Securite.Portee;
using static FaireAvec.Kernel.Securite.Role;

namespace FaireAvec.Accompagnement;

/// <summary>The table of the module's rights. No role of an employer, a payer or the State reads an act or a person: figures come to them added up.</summary>
internal static class DroitsDeLAccompagnement
{
    public const string EcrireDesActivites = "accompagnement.activites.ecrire";
    public const string LireLesActivitesDeLEquipe = "accompagnement.activites.equipe";
    public const string EnvoyerDesActivites = "accompagnement.activites.envoyer";
    public const string SuivreDesPersonnes = "accompagnement.personnes.suivre";
    public const string NoterDeLAllerVers = "accompagnement.aller_vers.ecrire";

    public const string TenirUnAgenda = "accompagnement.agenda.tenir";

    public const string LireLaCapacitation = "accompagnement.capacitation.lire";

    /// <summary>Scope of a client that sends acts.</summary>
    public const string EtendueDesActivites = "activites:ecrire";

    public static IReadOnlyList<RegleDeDroit> Table { get; } =
    [
        new(EcrireDesActivites, "Noter ses activités, les corriger et les retrouver", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Soi)),
        new(LireLesActivitesDeLEquipe, "Voir l’activité de son équipe, sans les personnes accompagnées", (Coordinateur, Equipe)),
        new(EnvoyerDesActivites, "Envoyer des activités depuis un autre logiciel", (AdministrateurNational, National)) { Etendue = EtendueDesActivites },
        new(SuivreDesPersonnes, "Suivre des personnes, avec leur accord", (Mediateur, Soi), (ConseillerNumerique, Soi)),
        new(NoterDeLAllerVers, "Noter les rencontres hors du lieu", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Soi)),
        new(TenirUnAgenda, "Tenir son agenda, donner des rendez-vous et prévoir des ateliers", (Mediateur, Soi), (ConseillerNumerique, Soi)),
        new(LireLaCapacitation, "Voir ce que les personnes ont appris à faire, sans noms pour une équipe", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Equipe)),
    ];
}
