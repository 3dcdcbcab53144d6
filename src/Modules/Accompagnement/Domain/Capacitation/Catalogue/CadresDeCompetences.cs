using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>The two public frameworks that savoir-faire correspond to. Codes and names; the correspondence is indicative.</summary>
internal static class CadresDeCompetences
{
    // The competence of the French framework is derived from DigComp 2.1: which ones answer each of DigComp's.
    private static readonly Dictionary<string, string[]> Correspondances = new(StringComparer.Ordinal)
    {
        ["1.1"] = ["1.1"],
        ["1.2"] = ["1.1"],
        ["1.3"] = ["1.2", "1.3"],
        ["2.1"] = ["2.1"],
        ["2.2"] = ["2.2"],
        ["2.3"] = ["2.4"],
        ["2.4"] = ["2.3"],
        ["2.5"] = ["2.1"],
        ["2.6"] = ["2.4"],
        ["3.1"] = ["3.1"],
        ["3.2"] = ["3.2", "3.3"],
        ["3.3"] = ["3.3"],
        ["3.4"] = ["3.4"],
        ["4.1"] = ["4.1"],
        ["4.2"] = ["4.2"],
        ["4.3"] = ["4.3"],
        ["4.4"] = ["4.3"],
        ["5.1"] = ["5.1"],
        ["5.2"] = ["5.2"],
        ["5.3"] = ["5.2"],
        ["5.4"] = ["5.2"],
    };

    /// <summary>The twenty-one competences of DigComp 2.2.</summary>
    public static IReadOnlyCollection<string> Digcomp => Correspondances.Keys;

    /// <summary>The sixteen of the « cadre de référence des compétences numériques » (arrêté of 30 August 2019).</summary>
    public static Nomenclature Seize { get; } = new(
        ("1.1", "Mener une recherche et une veille d’information"),
        ("1.2", "Gérer des données"),
        ("1.3", "Traiter des données"),
        ("2.1", "Interagir"),
        ("2.2", "Partager et publier"),
        ("2.3", "Collaborer"),
        ("2.4", "S’insérer dans le monde numérique"),
        ("3.1", "Développer des documents textuels"),
        ("3.2", "Développer des documents multimédia"),
        ("3.3", "Adapter les documents à leur finalité"),
        ("3.4", "Programmer"),
        ("4.1", "Sécuriser l’environnement numérique"),
        ("4.2", "Protéger les données personnelles et la vie privée"),
        ("4.3", "Protéger la santé, le bien-être et l’environnement"),
        ("5.1", "Résoudre des problèmes techniques"),
        ("5.2", "Évoluer dans un environnement numérique"));

    /// <summary>What a competence of DigComp is in the French framework; empty when there is no such competence.</summary>
    public static IReadOnlyList<string> DeDigcomp(string code) => Correspondances.GetValueOrDefault(code) ?? [];
}
