using System.Text;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>
/// How a name sounds in French: « Dupont » and « Dupond », « Philippe » and « Filipe », « Renault » and « Reno » have the same key. Rougher than an ear on
/// purpose, since it only asks a question; a key of one sound says nothing.
/// </summary>
internal readonly record struct CleSonore(string Valeur)
{
    /// <summary>Shorter, half of the names would sound alike.</summary>
    public const int Min = 2;

    private const string Voyelles = "aeiouyAEIOU";

    // In order. Capitals are sounds that French writes with several letters: C (ch), A (an), I (in), O (on), U (ou).
    private static readonly (string Ecrit, string Dit)[] Groupes =
    [
        ("sch", "C"), ("ch", "C"), ("sh", "C"), ("ph", "f"), ("gn", "n"), ("bv", "v"),
        ("eau", "o"), ("au", "o"), ("oeu", "e"), ("eu", "e"), ("ou", "U"), ("oi", "ua"), ("oy", "ua"),
        ("qu", "k"), ("q", "k"), ("cc", "k"), ("ck", "k"), ("w", "v"), ("z", "s"), ("x", "s"),
    ];

    // A vowel before n or m that isn't followed by a vowel, nor doubled: one sound. The longest first.
    private static readonly (string Ecrit, char Dit)[] Nasales =
        [("ain", 'I'), ("ein", 'I'), ("aim", 'I'), ("an", 'A'), ("am", 'A'), ("en", 'A'), ("em", 'A'), ("in", 'I'), ("im", 'I'), ("yn", 'I'), ("ym", 'I'), ("un", 'I'), ("um", 'I'), ("on", 'O'), ("om", 'O')];

    public static CleSonore De(string? nom)
    {
        var texte = string.Concat(TexteRecherche.Normaliser((nom ?? "").Replace("ç", "ss", StringComparison.OrdinalIgnoreCase)).Where(char.IsAsciiLetterLower));
        texte = SansFin(texte);
        foreach (var (ecrit, son) in Groupes)
        {
            texte = texte.Replace(ecrit, son, StringComparison.Ordinal);
        }

        var dit = SansDoubles(Consonnes(texte.Replace("h", "", StringComparison.Ordinal)));
        return new(dit.Length > Min && dit[^1] == 'e' ? dit[..^1] : dit);
    }

    /// <summary>True when both say something, and the same.</summary>
    public bool Egale(CleSonore autre) => Valeur.Length >= Min && Valeur == autre.Valeur;

    // What is written at the end and not said: « -ault », « -et », « -er », or one consonant. A last e goes at the end: before, it says that n is heard.
    private static string SansFin(string texte)
    {
        foreach (var (fin, dit) in ((string, string)[])[("aulx", "o"), ("ault", "o"), ("auld", "o"), ("aud", "o"), ("aut", "o"), ("aux", "o"), ("ot", "o"), ("et", "e"), ("er", "e"), ("ez", "e"), ("ay", "e"), ("ey", "e")])
        {
            if (texte.Length > fin.Length && texte.EndsWith(fin, StringComparison.Ordinal))
            {
                return texte[..^fin.Length] + dit;
            }
        }

        return texte.Length > 3 && texte[^1] is 's' or 't' or 'd' or 'x' or 'z' or 'p' ? texte[..^1] : texte;
    }

    private static string Consonnes(string texte)
    {
        var dit = new StringBuilder(texte.Length);
        for (var i = 0; i < texte.Length; i++)
        {
            if (Nasale(texte, i) is var (ecrit, son) && ecrit > 0)
            {
                dit.Append(son);
                i += ecrit - 1;
                continue;
            }

            var doux = i + 1 < texte.Length && texte[i + 1] is 'e' or 'i' or 'y';
            switch (texte[i])
            {
                case 'c':
                    dit.Append(doux ? 's' : 'k');
                    break;
                case 'g' when doux:
                    dit.Append('j');
                    break;
                // « gu » before e or i is a hard g.
                case 'g' when i + 2 < texte.Length && texte[i + 1] == 'u' && texte[i + 2] is 'e' or 'i' or 'y':
                    dit.Append('g');
                    i++;
                    break;
                case 'a' when i + 1 < texte.Length && texte[i + 1] is 'i' or 'y':
                case 'e' when i + 1 < texte.Length && texte[i + 1] is 'i' or 'y':
                    dit.Append('e');
                    i++;
                    break;
                case 'y':
                    dit.Append('i');
                    break;
                default:
                    dit.Append(texte[i]);
                    break;
            }
        }

        return dit.ToString();
    }

    private static (int Ecrit, char Son) Nasale(string texte, int i)
    {
        foreach (var (ecrit, dit) in Nasales)
        {
            if (string.CompareOrdinal(texte, i, ecrit, 0, ecrit.Length) == 0)
            {
                var apres = i + ecrit.Length < texte.Length ? texte[i + ecrit.Length] : '\0';
                return Voyelles.Contains(apres, StringComparison.Ordinal) || apres is 'n' or 'm' ? (0, ' ') : (ecrit.Length, dit);
            }
        }

        return (0, ' ');
    }

    private static string SansDoubles(string texte) => string.Concat(texte.Where((c, i) => i == 0 || texte[i - 1] != c));
}
