using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// A place that its source calls by the name of who receives there: « Feurs - Nathalie Exemple », « Nathalie Exemple - Formation numérique », « C/O N.EXEMPLE 12 rue des Écoles ». The place is kept
/// under what is left of its name, or under the town's; the person's name goes. A place named after somebody (« Médiathèque Simone Veil », « Maison de quartier - Jacques Tati ») begins by
/// what it is and stays as it is: nothing else tells the two apart.
/// </summary>
internal static partial class PersonneNommee
{
    /// <summary>What a report says of the value that was there: the name isn't repeated.</summary>
    public const string Masque = "[nom retiré]";

    // What somebody who works alone does, written after the person's name.
    private static readonly HashSet<string> Activites =
    [
        "accompagnement", "aide", "assistance", "conseil", "conseils", "conseiller", "conseillere", "cours", "depannage", "ecrivain", "formateur", "formation", "formations", "formatrice", "mediateur", "mediation", "mediatrice",
    ];

    /// <summary>The name of the place without anybody's.</summary>
    public static string HorsDuNom(string nom, string? commune)
    {
        var courant = nom;
        for (var reste = Une(courant, commune); reste != courant; reste = Une(courant, commune))
        {
            courant = reste;
        }

        return courant;
    }

    /// <summary>The address without the name of the person at whose home it is; null when nothing else was written.</summary>
    public static string? HorsDeLAdresse(string? adresse)
    {
        // « 12 rue des Écoles », as nearly all are.
        if (string.IsNullOrEmpty(adresse) || (char.IsAsciiDigit(adresse[0]) && !adresse.Contains("chez", StringComparison.OrdinalIgnoreCase) && !adresse.Contains('/', StringComparison.Ordinal)))
        {
            return adresse;
        }

        var courante = Chez().Replace(adresse, m => EstQuelquun(m.Groups["qui"].Value) ? " " : m.Value);
        courante = AvantLeNumero().Replace(courante, m => EstQuelquun(m.Groups["qui"].Value) ? "" : m.Value);
        return courante == adresse ? adresse : courante.Trim(' ', ',', ';', '-', '–', '\n') is { Length: > 0 } reste ? reste : null;
    }

    private static string Une(string nom, string? commune)
    {
        var parties = Tiret().Split(nom);
        if (parties.Length < 2)
        {
            return nom;
        }

        if (TexteRecherche.Normaliser(parties[0]) == TexteRecherche.Normaliser(commune) && commune is not null)
        {
            var gardees = parties.Where((p, i) => i == 0 || !NomDePersonne.Est(p, uneLettrePres: true)).ToArray();
            return gardees.Length == parties.Length ? nom
                : gardees.Length == 1 ? $"Médiation numérique {parties[0]}"
                : string.Join(" - ", gardees);
        }

        return NomDePersonne.Est(parties[0]) && TexteRecherche.Normaliser(parties[1]).Split(' ').Any(Activites.Contains) ? EnTete(string.Join(" - ", parties[1..])) : nom;
    }

    private static string EnTete(string nom) => string.Concat(char.ToUpperInvariant(nom[0]).ToString(), nom.AsSpan(1));

    private static bool EstQuelquun(string texte) => texte.Trim() is var qui && (NomDePersonne.Est(qui) || Civilite().IsMatch(qui) || Initiale().IsMatch(qui));

    // With a blank on one side at least: « Saint-Étienne » is one word.
    [GeneratedRegex(@"(?<=\S)(\s+[-–—]\s*|\s*[-–—]\s+)(?=\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tiret();

    // Up to a figure, a separator, or the kind of a street.
    [GeneratedRegex(@"(?<!\w)\(?(c\s?/\s?o|chez)\s+(?<qui>[\p{L}.'’ -]{3,60}?)(\)|(?=\s*([0-9,;(\n–]|\s-\s|$|\b(rue|r|av|ave|avenue|bd|bld|boulevard|pl|place|ch|che|chemin|rte|route|imp|impasse|all[ée]e|quai|cours|square|passage|le|la|les|lieu|lieu-dit)\b)))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chez();

    [GeneratedRegex(@"^(?<qui>[\p{L}.'’ -]{4,60}?)[\s,]+(?=[0-9]{1,4}\s*(bis|ter|quater)?[\s,]+(rue|r|av|ave|avenue|bd|bld|boulevard|pl|place|ch|che|chemin|rte|route|imp|impasse|all[ée]e|quai|cours|square|passage)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AvantLeNumero();

    [GeneratedRegex(@"^(m\.|mr\.?|mme\.?|mlle\.?|monsieur|madame|mademoiselle)\s+\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Civilite();

    [GeneratedRegex(@"^\p{Lu}(-?\p{Lu})?\.\s?\p{Lu}[\p{L}'’-]+( \p{Lu}[\p{L}'’-]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Initiale();
}
