using FaireAvec.Kernel.Securite;
using static FaireAvec.Kernel.Securite.Portee;
using static FaireAvec.Kernel.Securite.Role;

namespace FaireAvec.Accompagnement;

/// <summary>The table of the module's rights. No role of an employer, a payer or the State reads an act or a person: figures come to them added up.</summary>
internal static class DroitsDeLAccompagnement
{
    public const string EcrireDesActivites = "accompagnement.activites.ecrire";
    public const string LireLesActivitesDeLEquipe = "accompagnement.activites.equipe";
    public const string LireDesActivites = "accompagnement.activites.api";
    public const string LireDesRendezVous = "accompagnement.rendez_vous.api";
    public const string EcrireDesRendezVous = "accompagnement.rendez_vous.envoyer";
    public const string EnvoyerDesActivites = "accompagnement.activites.envoyer";
    public const string SuivreDesPersonnes = "accompagnement.personnes.suivre";
    public const string NoterDeLAllerVers = "accompagnement.aller_vers.ecrire";

    public const string TenirDesRegistres = "accompagnement.registres.tenir";
    public const string TenirSesCalendriers = "accompagnement.calendriers.tenir";
    public const string TenirUnAgenda = "accompagnement.agenda.tenir";

    public const string LireLaCapacitation = "accompagnement.capacitation.lire";

    public const string TenirDesEtiquettes = "accompagnement.etiquettes.tenir";
    public const string LireCeQuiEstATraiter = "accompagnement.a_traiter.lire";
    public const string VivreUnMentorat = "accompagnement.mentorats.vivre";
    public const string DeclarerUnMentorat = "accompagnement.mentorats.declarer";
    public const string OrienterDesPersonnes = "accompagnement.orientations.envoyer";
    public const string DireCeQuonRecoit = "accompagnement.orientations.accueil";
    public const string LireLesChiffresDOrientation = "accompagnement.orientations.chiffres";

    /// <summary>How far it goes is how wide the figures are: one's own, one's teams', one's organisation's, one's territory's, the nation's.</summary>
    public const string LireLesStatistiques = "accompagnement.statistiques.lire";
    public const string CloreLesStatistiques = "accompagnement.statistiques.clore";
    public const string RecevoirLesStatistiques = "accompagnement.statistiques.api";

    public const string EnvoyerDesOrientations = "accompagnement.orientations.api";

    /// <summary>Scope of a client that sends people on.</summary>
    public const string EtendueDesOrientations = "orientations:ecrire";

    /// <summary>Scope of a client that reads figures.</summary>
    public const string EtendueDesStatistiques = "statistiques:lire";

    /// <summary>Scope of a client that sends acts.</summary>
    public const string EtendueDesActivites = "activites:ecrire";

    public static IReadOnlyList<RegleDeDroit> Table { get; } =
    [
        new(EcrireDesActivites, "Noter ses activités, les corriger et les retrouver", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Soi)),
        new(LireLesActivitesDeLEquipe, "Voir l’activité de son équipe, sans les personnes accompagnées", (Coordinateur, Equipe)),
        new(EnvoyerDesActivites, "Envoyer, corriger et supprimer des activités depuis un autre logiciel", (AdministrateurNational, National)) { Etendue = EtendueDesActivites },
        new(LireDesActivites, "Lire les activités de son organisation depuis un autre logiciel, sans les personnes, les notes ni la posture", (AdministrateurNational, National)) { Etendue = "activites:lire" },
        new(LireDesRendezVous, "Lire les rendez-vous de son organisation depuis un autre logiciel, sans les personnes", (AdministrateurNational, National)) { Etendue = "rendezvous:lire" },
        new(EcrireDesRendezVous, "Donner, déplacer et annuler des rendez-vous depuis un autre logiciel", (AdministrateurNational, National)) { Etendue = "rendezvous:ecrire" },
        new(SuivreDesPersonnes, "Suivre des personnes, avec leur accord", (Mediateur, Soi), (ConseillerNumerique, Soi)),
        new(TenirDesRegistres, "Tenir les registres d’émargement de ses ateliers", (Mediateur, Soi), (ConseillerNumerique, Soi)),
        new(NoterDeLAllerVers, "Noter les rencontres hors du lieu", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Soi)),
        new(TenirDesEtiquettes, "Tenir ses étiquettes, et celles de son équipe quand on la coordonne", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Soi), (Coordinateur, Equipe)),
        new(LireCeQuiEstATraiter, "Voir ce qu’on a à traiter", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Soi), (Referent, Soi), (GestionnaireStructure, Soi)),
        new(VivreUnMentorat, "Voir son mentorat, noter une rencontre, refuser ou arrêter", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Soi)),
        new(DeclarerUnMentorat, "Déclarer un mentor pour quelqu’un de son équipe", (Coordinateur, Equipe)),
        new(TenirSesCalendriers, "Lire son agenda ailleurs, et fermer ses créneaux par ses autres calendriers", (Mediateur, Soi), (ConseillerNumerique, Soi)),
        new(TenirUnAgenda, "Tenir son agenda, donner des rendez-vous et prévoir des ateliers", (Mediateur, Soi), (ConseillerNumerique, Soi)),
        new(LireLaCapacitation, "Voir ce que les personnes ont appris à faire, sans noms pour une équipe", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Equipe)),
        new(OrienterDesPersonnes, "Orienter des personnes avec leur accord et suivre leurs orientations ; qui reçoit en répond (médiateurs, coordinateurs)", (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Soi), (Aidant, Soi)),
        new(EnvoyerDesOrientations, "Envoyer des orientations depuis un autre logiciel, et lire où elles en sont", (AdministrateurNational, National)) { Etendue = EtendueDesOrientations },
        new(DireCeQuonRecoit, "Dire ce qu’un lieu de son organisation peut recevoir", (GestionnaireStructure, Organisation), (Referent, Organisation), (Coordinateur, Organisation), (Mediateur, Organisation), (ConseillerNumerique, Organisation)),
        new(
            LireLesStatistiques, "Voir des chiffres d’activité : les siens, et additionnés sans une ligne par médiateur au-delà",
            (Mediateur, Soi), (ConseillerNumerique, Soi), (Coordinateur, Soi), (Coordinateur, Equipe), (GestionnaireStructure, Organisation), (Referent, Organisation),
            (GestionnaireDepartement, Territoire), (GestionnaireRegion, Territoire), (AdministrateurNational, National), (Auditeur, National)),
        new(CloreLesStatistiques, "Clore les chiffres de son organisation jusqu’à un jour passé, et les rouvrir", (GestionnaireStructure, Organisation)),
        new(RecevoirLesStatistiques, "Lire des chiffres d’activité depuis un autre logiciel", (AdministrateurNational, National)) { Etendue = EtendueDesStatistiques },
        new(LireLesChiffresDOrientation, "Voir les chiffres des orientations de son organisation, sans les petits nombres", (Coordinateur, Organisation), (GestionnaireStructure, Organisation)),
    ];
}
