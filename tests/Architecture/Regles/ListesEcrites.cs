using System.Text.RegularExpressions;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>Rule 8 and the lists kept in files.</summary>
internal static partial class ListesEcrites
{
    /// <summary>Rule 8: the document names exactly the events of the code.</summary>
    public static IEnumerable<string> Evenements(IReadOnlyCollection<string> ecrits, IReadOnlyCollection<string> dansLeCode) =>
    [
        .. dansLeCode.Except(ecrits, StringComparer.Ordinal).Select(e => $"{e} isn't in docs/events.md."),
        .. ecrits.Except(dansLeCode, StringComparer.Ordinal).Select(e => $"{e} is in docs/events.md, but not in the code."),
        .. ecrits.GroupBy(e => e, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key} is in docs/events.md {g.Count()} times."),
    ];

    /// <summary>The events of the document: headings « ### `module.TypeName` », examples apart.</summary>
    public static IReadOnlyList<string> EvenementsEcrits(string document) => [.. TitreDEvenement().Matches(Exemple().Replace(document, "")).Select(m => m.Groups["nom"].Value)];

    /// <summary>« /lieux/{id} => /lieux/abc », one a line; « @role » after it says who visits; # begins a comment.</summary>
    public static IReadOnlyDictionary<string, string> Pages(string texte) =>
        texte.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => l[0] != '#')
            .Select(l => l.Split("=>", 2, StringSplitOptions.TrimEntries))
            .ToDictionary(l => l[0], l => l.Length == 2 ? l[1].Split(" @")[0] : throw new FormatException($"« {l[0]} » has no address: write « route => address »."), StringComparer.Ordinal);

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Exemple();

    [GeneratedRegex("^### `(?<nom>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex TitreDEvenement();
}
