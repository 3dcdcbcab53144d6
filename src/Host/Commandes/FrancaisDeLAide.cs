using System.Text.RegularExpressions;

namespace FaireAvec.Host.Commandes;

/// <summary>
/// The words that the library of the command line has only in English, in French. They are changed in what it writes, help and faults: it has no other place for them.
/// </summary>
internal static class FrancaisDeLAide
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly (string Anglais, string Francais)[] Phrases =
    [
        (@"\[command\]", "[commande]"),
        (@"\[default: (?<v>[^\]]*)\]", "[par défaut : ${v}]"),
        (@"\(REQUIRED\)", "(obligatoire)"),
        ("Option '(?<o>[^']*)' is required\\.", "L’option « ${o} » est obligatoire."),
        ("Option '(?<o>[^']*)' expects a single argument but (?<n>[0-9]+) were provided\\.", "L’option « ${o} » attend une seule valeur : ${n} sont données."),
        ("'(?<m>[^']*)' was not matched\\. Did you mean one of the following\\?", "« ${m} » n’existe pas. Vouliez-vous dire :"),
        ("Cannot parse argument '(?<v>[^']*)' for (?:option|command) '(?<o>[^']*)' as expected type '[^']*'\\.(?<s> Did you mean one of the following\\?)?", "« ${v} » n’est pas une valeur de « ${o} »."),
        ("Cannot parse argument '(?<v>[^']*)' as expected type '[^']*'\\.", "« ${v} » n’est pas une valeur acceptée."),
        ("Character not allowed in a file name: '(?<c>[^']*)'\\.", "« ${c} » n’est pas accepté dans un nom de fichier."),
        ("(?<o>--?[a-z]+) option cannot be combined with other arguments\\.", "L’option ${o} ne va pas avec d’autres mots."),
    ];

    public static string Traduire(string texte) =>
        Phrases.Aggregate(texte, (t, p) => Regex.Replace(t, p.Anglais, p.Francais, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience));
}
