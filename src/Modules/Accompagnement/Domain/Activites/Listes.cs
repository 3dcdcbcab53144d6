namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>The closed lists of an act and of the people who come, with the exact labels of the trade.</summary>
internal static class Listes
{
    public const string LieuActivite = "lieu_activite";
    public const string Domicile = "domicile";
    public const string ADistance = "a_distance";
    public const string AutreLieu = "autre";
    public const string NonCommunique = "non_communique";

    public static Nomenclature TypesDeLieu { get; } = new(
        (LieuActivite, "Lieu d’activité"), (Domicile, "À domicile"), (ADistance, "À distance"), (AutreLieu, "Autre lieu"));

    public static Nomenclature Materiels { get; } = new(
        ("ordinateur", "Ordinateur"), ("telephone", "Téléphone"), ("tablette", "Tablette"), ("autre", "Autre"), ("aucun", "Pas de matériel"));

    public static Nomenclature Genres { get; } = new(
        ("masculin", "Masculin"), ("feminin", "Féminin"), (NonCommunique, "Non communiqué"));

    public static Nomenclature Ages { get; } = new(
        ("moins_de_12", "Moins de 12 ans"), ("12_17", "12 - 17 ans"), ("18_24", "18 - 24 ans"), ("25_39", "25 - 39 ans"), ("40_59", "40 - 59 ans"),
        ("60_69", "60 - 69 ans"), ("70_et_plus", "70 ans et plus"), (NonCommunique, "Non communiqué"));

    public static Nomenclature Statuts { get; } = new(
        ("scolarise", "Scolarisé"), ("sans_emploi", "Sans emploi"), ("en_emploi", "En emploi"), ("retraite", "Retraité"), (NonCommunique, "Non communiqué ou hétérogène"));

    public static Nomenclature NiveauxDAtelier { get; } = new(
        ("debutant", "Débutant"), ("intermediaire", "Intermédiaire"), ("avance", "Avancé"));

    /// <summary>The three-level field of the tool that people leave; kept to read and to give back. Autonomy is measured by savoir-faire, not by it.</summary>
    public static Nomenclature Autonomies { get; } = new(
        ("guidee", "Avec guidage"), ("guidee_au_besoin", "Autonome avec guidage en cas de besoin"), ("autonome", "Autonome"));

    public static Nomenclature StructuresDeRedirection { get; } = new(
        ("administration", "Administration (mairie, préfecture…)"),
        ("mediation_numerique", "Autre structure de médiation numérique"),
        ("operateur", "Opérateur ou organisme en charge de la démarche administrative"),
        ("aide_sociale", "Structure d’aide sociale (maison des solidarités, centre social…)"),
        ("insertion_professionnelle", "Structure d’insertion professionnelle (France Travail, mission locale, chambre de commerce…)"),
        ("aide_aux_demarches", "Structure d’aide aux démarches administratives (France Services…)"),
        ("autre", "Autre"));

    /// <summary>The three legal situations of the CNIL's kit for those who help (2019): they change what the helper may see and keep.</summary>
    public static Nomenclature Situations { get; } = new(
        ("je_forme", "Je forme"), ("j_accompagne", "J’accompagne"), ("je_fais", "Je fais"));

    /// <summary>Why something was done in the person's place. A reason, never a fault.</summary>
    public static Nomenclature MotifsALaPlace { get; } = new(
        ("urgence", "Urgence"), ("handicap", "Handicap"), ("langue", "Langue"), ("site_en_panne", "Site en panne ou inutilisable"), ("choix_de_la_personne", "Choix de la personne"));

    /// <summary>Why an online service took mediation time. It is about the service, never about the person.</summary>
    public static Nomenclature CausesDeCharge { get; } = new(
        ("incomprehensible", "Incompréhensible"), ("en_panne", "En panne"), ("pas_accessible", "Pas accessible"), ("compte_bloque", "Compte bloqué"));

    public static Nomenclature TypesDAnimation { get; } = new(
        ("assemblee", "Assemblée"), ("comite", "Comité technique / de pilotage"), ("groupe_de_travail", "Groupe de travail"), ("echange", "Moment d’échange / aide / soutien"),
        ("reunion_de_coordination", "Réunion de coordination"), ("webinaire", "Webinaire"), ("autre", "Autre"));

    public static Nomenclature Initiatives { get; } = new(("mon_initiative", "À mon initiative"), ("besoin", "En réponse à un besoin"));

    public static Nomenclature ThematiquesDAnimation { get; } = new(
        ("bonnes_pratiques", "Échanges de bonnes pratiques"), ("maillage", "Maillage territorial"), ("soutien_technique", "Soutien technique et/ou organisationnel"),
        ("projet_professionnel", "Projet / Parcours professionnel"), ("soutien_rh", "Soutien RH auprès des structures"), ("autre", "Autre"));

    public static Nomenclature TypesDEvenement { get; } = new(
        ("grand_public", "Évènement grand public"), ("national", "Évènement national (NEC, ANCTour…)"), ("journee", "Journée d’inclusion numérique"), ("nec_local", "NEC local"), ("autre", "Autre"));

    public static Nomenclature Organisateurs { get; } = new(
        ("ma_structure", "Ma structure"), ("commune", "Commune"), ("epci", "EPCI"), ("departement", "Département"), ("region", "Région"), ("association", "Association"),
        ("entreprise", "Entreprise"), ("hub", "Hub"), ("etat", "État"), ("groupement", "Groupement"), ("autre", "Autre"));

    public static Nomenclature Echelons { get; } = new(
        ("communal", "Communal"), ("intercommunal", "Intercommunal"), ("departemental", "Départemental"), ("regional", "Régional"), ("national", "National"));

    public static Nomenclature NaturesDePartenariat { get; } = new(
        ("parcours_usager", "Conception de parcours usager"), ("subvention", "Recherche de subvention"), ("journee_departementale", "Journée de coordination départementale"),
        ("rendez_vous_elu", "Rendez-vous avec un·e élu·e"), ("autre", "Autre"));
}
