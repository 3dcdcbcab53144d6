using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FaireAvec.Kernel.Texte;

/// <summary>
/// French text as people type it, made comparable: lower case, no accents, œ as oe, æ as ae, typographic and straight apostrophes, hyphens and
/// other signs as one space, « St », « Ste » as « saint », « sainte ». « L'Haÿ-les-Roses » and « l hay les roses » become the same string.
/// </summary>
public static partial class TexteRecherche
{
    private static readonly string[] Articles = ["l ", "le ", "la ", "les "];

    /// <summary>Characters of the article that begins a name (« le », « la », « les », « l’ ») and of its space; 0 when there is none or nothing else.</summary>
    /// <param name="mots">A name as <see cref="Normaliser"/> gives it.</param>
    public static int LongueurDeLArticle(string mots) =>
        Array.Find(Articles, a => mots.Length > a.Length && mots.StartsWith(a, StringComparison.Ordinal))?.Length ?? 0;

    /// <summary>A name without the article that begins it.</summary>
    /// <param name="mots">A name as <see cref="Normaliser"/> gives it.</param>
    public static string SansArticle(string mots) => mots[LongueurDeLArticle(mots)..];

    /// <summary>The comparable form: words of a–z and 0–9 separated by one space. Empty for null or for text without letter or digit.</summary>
    public static string Normaliser(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return "";
        }

        var sortie = new StringBuilder(texte.Length + 4);
        var debutDeMot = 0;
        foreach (var c in Valide(texte).Normalize(NormalizationForm.FormKD))
        {
            switch (c)
            {
                case >= 'a' and <= 'z' or >= '0' and <= '9':
                    sortie.Append(c);
                    break;
                case >= 'A' and <= 'Z':
                    sortie.Append((char)(c + 32));
                    break;
                case 'œ' or 'Œ':
                    sortie.Append("oe");
                    break;
                case 'æ' or 'Æ':
                    sortie.Append("ae");
                    break;
                case 'ß':
                    sortie.Append("ss");
                    break;
                default:
                    if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                    {
                        break;
                    }

                    if (char.IsLetterOrDigit(c))
                    {
                        sortie.Append(char.ToLowerInvariant(c));
                        break;
                    }

                    FinirMot(sortie, ref debutDeMot);
                    break;
            }
        }

        FinirMot(sortie, ref debutDeMot);
        return sortie.ToString().TrimEnd();
    }

    /// <summary>The form used in addresses of pages: words separated by hyphens, 80 characters at most. Never empty: "lieu" when nothing is left.</summary>
    public static string Slug(string? texte)
    {
        var s = HorsAscii().Replace(Normaliser(texte), "").Replace(' ', '-').Trim('-');
        if (s.Length > 80)
        {
            var coupe = s.LastIndexOf('-', 80);
            s = s[..(coupe > 40 ? coupe : 80)];
        }

        return s.Length == 0 ? "lieu" : s;
    }

    private static void FinirMot(StringBuilder sortie, ref int debutDeMot)
    {
        var longueur = sortie.Length - debutDeMot;
        if (longueur == 0)
        {
            return;
        }

        if (longueur == 2 && sortie[debutDeMot] == 's' && sortie[debutDeMot + 1] == 't')
        {
            sortie.Length = debutDeMot;
            sortie.Append("saint");
        }
        else if (longueur == 3 && sortie[debutDeMot] == 's' && sortie[debutDeMot + 1] == 't' && sortie[debutDeMot + 2] == 'e')
        {
            sortie.Length = debutDeMot;
            sortie.Append("sainte");
        }

        sortie.Append(' ');
        debutDeMot = sortie.Length;
    }

    /// <summary>The text with lone surrogates and noncharacters turned into spaces: <c>Normalize</c> throws on them, and text from outside may hold one.</summary>
    public static string Valide(string texte)
    {
        for (var i = 0; i < texte.Length; i++)
        {
            if (EstInvalide(texte, i))
            {
                return string.Create(texte.Length, texte, static (sortie, source) =>
                {
                    for (var j = 0; j < source.Length; j++)
                    {
                        sortie[j] = EstInvalide(source, j) ? ' ' : source[j];
                    }
                });
            }
        }

        return texte;
    }

    private static bool EstInvalide(string texte, int i) => texte[i] switch
    {
        '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') => true,
        var c when char.IsHighSurrogate(c) => i + 1 >= texte.Length || !char.IsLowSurrogate(texte[i + 1]) || (char.ConvertToUtf32(c, texte[i + 1]) & 0xFFFE) == 0xFFFE,
        var c when char.IsLowSurrogate(c) => i == 0 || !char.IsHighSurrogate(texte[i - 1]) || (char.ConvertToUtf32(texte[i - 1], c) & 0xFFFE) == 0xFFFE,
        _ => false,
    };

    [GeneratedRegex("[^a-z0-9 ]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HorsAscii();
}
