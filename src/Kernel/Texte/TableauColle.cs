namespace FaireAvec.Kernel.Texte;

/// <summary>Lines of a spreadsheet pasted where a sentence is asked for: names of many people would be in one text.</summary>
public static class TableauColle
{
    private const int LignesMin = 2;

    /// <summary>True when two lines or more have cells (a tab, or two semicolons), or when one line has three.</summary>
    public static bool Est(string? texte) =>
        texte is { Length: > 0 } && texte.AsSpan().IndexOfAny('\t', ';') >= 0 && Lignes(texte) is var lignes && (lignes.Count(EstEnCellules) >= LignesMin || lignes.Any(l => l.Trim().Count(c => c == '\t') >= 2));

    private static string[] Lignes(string texte) => texte.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool EstEnCellules(string ligne) => ligne.Contains('\t', StringComparison.Ordinal) || ligne.Count(c => c == ';') >= 2;
}
