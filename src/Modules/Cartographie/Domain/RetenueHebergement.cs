using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// Shelters and residences — SIAO, CHRS, foyers, places for women in danger — are not on the public map unless their manager opts in: to know
/// where they are can put people in danger. The rule looks at what the row says of itself: source, types, name, carrier, e-mail, site.
/// </summary>
internal static class RetenueHebergement
{
    private static readonly HashSet<string> Sources = new(StringComparer.OrdinalIgnoreCase) { "siao" };

    // Types of the reference list of social structures that house people.
    private static readonly HashSet<string> Typologies = new(StringComparer.Ordinal) { "CHRS", "CHU", "RS_FJT", "CADA", "HUDA", "CPH", "PENSION", "OACAS" };

    private static readonly string[] Mots =
    [
        "chrs", "siao", "cada", "huda", "fjt", "adoma", "lhss", "samu social", "samusocial",
        "foyer", "hebergement", "habitat jeunes", "jeunes travailleurs", "residence sociale", "residence jeunes", "residence habitat",
        "residence accueil", "pension de famille", "maison relais", "demandeurs d asile", "femmes victimes", "violences conjugales", "sans abri", "accueil de nuit", "centre maternel",
    ];

    // A « foyer rural » is a village's association, a « foyer socio éducatif » a school's: nobody sleeps there.
    private static readonly string[] Exceptions = ["foyer rural", "foyers ruraux", "foyer laique", "foyer culturel", "foyer municipal", "foyer communal", "foyer socio", "foyer d education populaire", "foyer des jeunes et d education"];

    /// <summary>The reason to hold the place back, or null when it may be shown.</summary>
    public static string? Motif(string source, IEnumerable<string> typologies, string nom, string? structureParente, IEnumerable<string> courriels, IEnumerable<string> sites)
    {
        if (Sources.Contains(source))
        {
            return "source d’hébergement";
        }

        if (typologies.FirstOrDefault(Typologies.Contains) is { } type)
        {
            return $"type {type}";
        }

        foreach (var texte in courriels.Concat(sites).Prepend(structureParente).Prepend(nom))
        {
            var mots = $" {SansNumeros(TexteRecherche.Normaliser(texte))} ";
            foreach (var exception in Exceptions)
            {
                mots = mots.Replace(exception, "", StringComparison.Ordinal);
            }

            if (Mots.FirstOrDefault(m => mots.Contains($" {m} ", StringComparison.Ordinal) || mots.Contains($" {m}s ", StringComparison.Ordinal)) is { } mot)
            {
                return $"mot « {mot} »";
            }
        }

        return null;
    }

    /// <summary>« siao17@… » is the SIAO of département 17: the figures at the end of a word are left out.</summary>
    private static string SansNumeros(string mots) =>
        string.Join(' ', mots.Split(' ').Select(m => m.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')).Where(m => m.Length > 0));
}
