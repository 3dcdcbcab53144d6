using System.Globalization;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Kernel.Fichiers;

/// <summary>
/// The name of a file that somebody sends, fit to be kept and shown: without its folders, nor signs that aren't seen (control characters, and those that turn
/// the direction of a text, by which « photo[U+202E]fdp.exe » reads as something else). It opens nothing: what a file is is told by its content.
/// </summary>
public static class NomDeFichier
{
    /// <summary>What is shown when nothing of the name can be.</summary>
    public const string SansNom = "fichier";

    /// <param name="nom">As the browser gives it.</param>
    /// <param name="max">Characters at most; the end of the name, with its extension, is kept.</param>
    public static string Propre(string? nom, int max)
    {
        var texte = TexteRecherche.Valide(nom ?? "");
        var seul = string.Concat(texte[(texte.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse))).Trim();
        if (seul.Trim('.', ' ').Length == 0)
        {
            return SansNom;
        }

        if (seul.Length <= max)
        {
            return seul;
        }

        var extension = Path.GetExtension(seul) is { Length: > 0 and <= 10 } e && e.Length < max ? e : "";
        var debut = seul[..(max - extension.Length - 1)];
        return $"{(char.IsHighSurrogate(debut[^1]) ? debut[..^1] : debut)}…{extension}";
    }
}
