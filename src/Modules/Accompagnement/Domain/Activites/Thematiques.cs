namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>The 30 themes that médiateurs know: 19 of mediation, and 11 of administrative procedures that detail the last of them.</summary>
internal static class Thematiques
{
    /// <summary>At most this many on an act, one of them principal: beyond, the sums of the themes would say nothing. Imported acts keep all of theirs.</summary>
    public const int Max = 3;

    public const string AideAuxDemarches = "aide_aux_demarches";

    public static Nomenclature Mediation { get; } = new(
        ("diagnostic_numerique", "Diagnostic numérique"),
        ("prendre_en_main_du_materiel", "Prendre en main du matériel"),
        ("maintenance_de_materiel", "Maintenance de matériel"),
        ("gerer_ses_contenus", "Gérer ses contenus numériques"),
        ("navigation_sur_internet", "Navigation sur internet"),
        ("email", "E-mail"),
        ("bureautique", "Bureautique"),
        ("reseaux_sociaux", "Réseaux sociaux communication"),
        ("sante", "Santé"),
        ("banque_et_achats", "Banque et achats en ligne"),
        ("accompagner_un_professionnel", "Accompagner un professionnel"),
        ("insertion_professionnelle", "Insertion professionnelle"),
        ("securite_numerique", "Prévention en sécurité numérique"),
        ("parentalite", "Parentalité"),
        ("scolarite", "Scolarité et numérique"),
        ("creer_avec_le_numerique", "Créer avec le numérique"),
        ("culture_numerique", "Culture numérique"),
        ("intelligence_artificielle", "Intelligence artificielle (IA)"),
        (AideAuxDemarches, "Aide aux démarches administratives"));

    public static Nomenclature Administratives { get; } = new(
        ("papiers_elections_citoyennete", "Papiers - Élections - Citoyenneté"),
        ("famille_scolarite", "Famille - Scolarité"),
        ("social_sante", "Social - Santé"),
        ("travail_formation_entreprise", "Travail - Formation - Entreprise"),
        ("logement", "Logement"),
        ("transports_mobilite", "Transports - Mobilité"),
        ("argent_impots", "Argent - Impôts"),
        ("justice", "Justice"),
        ("etrangers_europe", "Étrangers - Europe"),
        ("loisirs_sports_culture", "Loisirs - Sports - Culture"),
        ("associations", "Associations"));

    public static bool Contient(string? code) => Mediation.Contient(code) || Administratives.Contient(code);

    public static string? Libelle(string? code) => Mediation.Libelle(code) ?? Administratives.Libelle(code);

    /// <summary>All the codes, as the API lists them.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Mediation.Codes, .. Administratives.Codes];

    /// <summary>True when the act is about a procedure: the last theme of mediation, or one of those that detail it.</summary>
    public static bool EstUneDemarche(IEnumerable<string> codes) => codes.Any(c => c == AideAuxDemarches || Administratives.Contient(c));
}
