using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Text from a file: encodings read wrongly, invisible characters, HTML. Accents are never invented: a letter lost for good (« � ») stays so, unless a
/// closed list or a commune says which it was.
/// </summary>
internal static partial class Texte
{
    /// <summary>Length of « presentation_resume » in the standard.</summary>
    public const int ResumeMax = 280;

    /// <summary>Beyond, the end is cut: a field is not a book.</summary>
    public const int LongueurMax = 20_000;

    private const string BriseeEnLatin1 = "ï¿½";

    // First byte of a UTF-8 sequence, read as a letter of Windows-1252.
    private static readonly SearchValues<char> SignesDeBris = SearchValues.Create("ÃÂâïÅÐ├┬");

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(850, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly UTF8Encoding Utf8Strict = new(false, true);

    private static readonly string[] Nuls = ["null", "none", "nan", "n/a", "n.a.", "#n/a", "undefined", "nc", "n.c.", "non renseigné", "non renseigne", "néant", "-", "--", "/", ".", "?", "xxx", "[]", "{}"];

    /// <summary>A short text on one line (name, structure, street): null when it says nothing.</summary>
    public static Nettoye<string> Ligne(string? texte, string champ)
    {
        var releve = new Releve();
        return new(Ligne(texte, champ, releve), releve);
    }

    /// <summary>A text that may have several lines: no tag, no entity, no invisible character; line breaks are kept.</summary>
    public static Nettoye<string> Paragraphes(string? texte, string champ)
    {
        var releve = new Releve();
        return new(Paragraphes(texte, champ, releve), releve);
    }

    public static string? Ligne(string? texte, string champ, Releve releve)
    {
        if (texte is null || EstNul(texte, champ, releve))
        {
            return null;
        }

        var courant = Couper(texte, champ, releve);
        Assainir(ref courant, champ, releve);
        Etape(ref courant, Espaces().Replace(courant, " ").Trim(), champ, releve, Regles.TexteEspaces);
        return courant.Length == 0 || EstNul(courant, champ, releve) ? null : courant;
    }

    public static string? Paragraphes(string? texte, string champ, Releve releve)
    {
        if (texte is null || EstNul(texte, champ, releve))
        {
            return null;
        }

        var courant = Couper(texte, champ, releve);
        Assainir(ref courant, champ, releve);
        Etape(ref courant, LignesVides().Replace(FinDeLigne().Replace(BlancsDeLigne().Replace(courant, " "), "\n"), "\n\n").Trim(), champ, releve, Regles.TexteEspaces);
        return courant.Length == 0 || EstNul(courant, champ, releve) ? null : courant;
    }

    /// <summary>A text without anybody's own e-mail or mobile, on one line or several. What is masked may uncover a tag: until nothing changes.</summary>
    public static string? Publiable(string? texte, string champ, Releve releve, bool lignes = false)
    {
        for (var i = 0; i < 4; i++)
        {
            var propre = lignes ? Paragraphes(texte, champ, releve) : Ligne(texte, champ, releve);
            var masque = DonneesPersonnelles.Masquer(propre, champ, releve);
            if (masque == propre)
            {
                return propre;
            }

            texte = masque;
        }

        return texte;
    }

    /// <summary>
    /// Undoes a UTF-8 text that was read as Windows-1252 or as DOS: « Ã‰cole » becomes « École ». Only when all of it becomes valid; otherwise the text
    /// is given back as it is.
    /// </summary>
    public static string Reparer(string texte)
    {
        if (texte.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') >= 0)
        {
            texte = SansC1(texte);
        }

        if (!texte.AsSpan().ContainsAny(SignesDeBris))
        {
            return texte;
        }

        // « Ã » and a no-break space, become an ordinary one on the way, was « à ».
        var courant = texte.Replace(BriseeEnLatin1, "�", StringComparison.Ordinal).Replace("Ã ", "à ", StringComparison.Ordinal);
        if (courant.Contains('├', StringComparison.Ordinal) && Relire(courant, Dos) is { } dos)
        {
            courant = dos;
        }

        // Some files were broken twice.
        for (var i = 0; i < 2 && Relire(courant, Windows1252) is { } relu; i++)
        {
            courant = relu;
        }

        // A capital Â read in the old encoding of DOS.
        return courant.Contains('┬', StringComparison.Ordinal) ? courant.Replace('┬', 'Â') : courant;
    }

    /// <summary>The text without tags, entities decoded once, one line per block.</summary>
    public static string SansHtml(string texte)
    {
        var courant = texte;
        if (courant.Contains('<', StringComparison.Ordinal))
        {
            courant = Dangereux().Replace(courant, " ");
            courant = Puce().Replace(courant, "\n- ");
            courant = Blocs().Replace(courant, "\n");
            courant = Balise().Replace(courant, "");
        }

        return courant.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(courant) : courant;
    }

    /// <summary>Without control characters, zero-width characters and marks of direction; every kind of blank as a space, every end of line as \n.</summary>
    public static string SansInvisibles(string texte)
    {
        var valide = TexteRecherche.Valide(texte);
        StringBuilder? sortie = null;
        for (var i = 0; i < valide.Length; i++)
        {
            var c = valide[i];
            var voulu = c switch
            {
                '\n' or ' ' => c,
                '\r' => i + 1 < valide.Length && valide[i + 1] == '\n' ? '\0' : '\n',
                '\u0085' or '\u2028' or '\u2029' or '\v' or '\f' => '\n',
                '\t' or '\u00A0' or '\u202F' or '\u2007' => ' ',
                // Joiner between the parts of one emoji.
                '\u200D' when i > 0 && char.IsSurrogate(valide[i - 1]) => c,
                _ when c < 128 => char.IsControl(c) ? '\0' : c,
                _ => CharUnicodeInfo.GetUnicodeCategory(c) switch
                {
                    UnicodeCategory.Control or UnicodeCategory.Format => '\0',
                    UnicodeCategory.SpaceSeparator => ' ',
                    _ => c,
                },
            };
            if (voulu != c && sortie is null)
            {
                sortie = new StringBuilder(valide.Length).Append(valide, 0, i);
            }

            if (voulu != '\0')
            {
                sortie?.Append(voulu);
            }
        }

        var resultat = sortie?.ToString() ?? valide;
        return resultat.IsNormalized(NormalizationForm.FormC) ? resultat : resultat.Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// The two presentations. A résumé above 280 characters moves to the detail, and its first sentences take its place when they make 60 to 280
    /// characters; otherwise the résumé is left empty: half a sentence would say something else.
    /// </summary>
    public static (string? Resume, string? Detail) Presentations(string? resume, string? detail, Releve releve)
    {
        var r = Publiable(resume, "presentation_resume", releve, lignes: true);
        var d = Publiable(detail, "presentation_detail", releve, lignes: true);
        if (r is null || r.Length <= ResumeMax)
        {
            return (r, d);
        }

        var court = PremieresPhrases(r);
        releve.Corriger("presentation_resume", r, court, Regles.TexteResume);
        if (d is null || !d.Contains(r, StringComparison.Ordinal))
        {
            var nouveau = d is null ? r : $"{r}\n\n{d}";
            releve.Corriger("presentation_detail", d, nouveau, Regles.TexteResume);

            // Side by side, the two texts may make what neither was.
            d = Publiable(nouveau, "presentation_detail", releve, lignes: true);
        }

        return (Publiable(court, "presentation_resume", releve, lignes: true), d);
    }

    /// <summary>The first sentences that fit in a résumé, or null when they don't make one.</summary>
    public static string? PremieresPhrases(string texte)
    {
        var debut = texte.AsSpan(0, Math.Min(texte.Length, ResumeMax + 1));
        for (var i = Math.Min(debut.Length, ResumeMax) - 1; i >= 60 - 1; i--)
        {
            if (debut[i] is '.' or '!' or '?' or '…' && i + 1 < texte.Length && char.IsWhiteSpace(texte[i + 1]) && !EstAbreviation(texte, i))
            {
                return texte[..(i + 1)].Trim();
            }

            if (debut[i] == '\n')
            {
                return texte[..i].Trim() is { Length: >= 60 } ligne && ligne[^1] is not (':' or ',') ? ligne : null;
            }
        }

        return null;
    }

    private static bool EstAbreviation(string texte, int point) =>
        texte[point] == '.' && point >= 2 && (char.IsUpper(texte[point - 1]) || texte[point - 2] is ' ' or '(' || texte.AsSpan(0, point).EndsWith(" av", StringComparison.OrdinalIgnoreCase) || texte.AsSpan(0, point).EndsWith(" bd", StringComparison.OrdinalIgnoreCase) || texte.AsSpan(0, point).EndsWith(" ex", StringComparison.OrdinalIgnoreCase) || texte.AsSpan(0, point).EndsWith("tél", StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a text may have to be mended by <see cref="Reparer"/>, or be one of the words for « nothing ».</summary>
    public static bool EstDouteux(string texte) => texte.AsSpan().ContainsAny(SignesDeBris) || (texte.Length <= 20 && Nuls.Contains(texte, StringComparer.OrdinalIgnoreCase)) || texte.StartsWith("null", StringComparison.OrdinalIgnoreCase) || texte.StartsWith("nan ", StringComparison.OrdinalIgnoreCase) || texte.StartsWith("undefined", StringComparison.OrdinalIgnoreCase);

    private static bool EstNul(string texte, string champ, Releve releve)
    {
        var coupe = texte.AsSpan().Trim();
        if (coupe.IsEmpty)
        {
            return true;
        }

        if (coupe.Length > 20)
        {
            return false;
        }

        foreach (var nul in Nuls)
        {
            if (coupe.Equals(nul, StringComparison.OrdinalIgnoreCase))
            {
                releve.Corriger(champ, texte, null, Regles.TexteNul);
                return true;
            }
        }

        return false;
    }

    private static string Couper(string texte, string champ, Releve releve)
    {
        if (texte.Length <= LongueurMax)
        {
            return texte;
        }

        // Not between the two halves of a character.
        var fin = char.IsHighSurrogate(texte[LongueurMax - 2]) ? LongueurMax - 2 : LongueurMax - 1;
        var courant = string.Concat(texte.AsSpan(0, fin), "…");
        releve.Corriger(champ, texte, courant, Regles.TexteCoupe);
        return courant;
    }

    /// <summary>Each mending may uncover another (a tag behind an entity, a broken letter behind another): until nothing changes.</summary>
    private static void Assainir(ref string courant, string champ, Releve releve)
    {
        for (var i = 0; i < 6; i++)
        {
            var avant = courant;
            var repare = Reparer(courant);
            Etape(ref courant, repare, champ, releve, repare.Contains('�', StringComparison.Ordinal) ? Regles.TexteLettresPerdues : Regles.TexteEncodage);
            Etape(ref courant, SansInvisibles(courant), champ, releve, Regles.TexteEspaces);
            Etape(ref courant, SansHtml(courant), champ, releve, Regles.TexteHtml);
            if (courant == avant)
            {
                if (courant.Contains('�', StringComparison.Ordinal))
                {
                    releve.Signaler(champ, courant, Regles.TexteLettresPerdues, Severite.Avertissement);
                }

                return;
            }
        }

        // Nobody writes entities of entities of entities, unless to get a tag through.
        Etape(ref courant, SansInvisibles(Reparer(courant)).Replace('<', ' ').Replace('&', ' '), champ, releve, Regles.TexteHtml);
    }

    private static void Etape(ref string courant, string apres, string champ, Releve releve, string regle)
    {
        // Blanks at the ends come from the reader of the file, not from the producer.
        if (!string.Equals(courant.Trim(), apres, StringComparison.Ordinal) || regle != Regles.TexteEspaces)
        {
            releve.Corriger(champ, courant, apres.Length == 0 ? null : apres, regle);
        }

        courant = apres;
    }

    /// <summary>Windows-1252 read as Latin-1: « œ », « ’ » and « € » have become control characters. Beside a broken letter, they belong to it.</summary>
    private static string SansC1(string texte)
    {
        if (texte.AsSpan().ContainsAny(SignesDeBris) && Relire(texte, Windows1252) is { } relu)
        {
            return relu;
        }

        return string.Create(texte.Length, texte, static (sortie, source) =>
        {
            Span<byte> octet = stackalloc byte[1];
            for (var i = 0; i < source.Length; i++)
            {
                sortie[i] = source[i];
                if (source[i] is >= '\u0080' and <= '\u009F' and not ('\u0081' or '\u0085' or '\u008D' or '\u008F' or '\u0090' or '\u009D'))
                {
                    octet[0] = (byte)source[i];
                    Windows1252.GetChars(octet, sortie.Slice(i, 1));
                }
            }
        });
    }

    private static string? Relire(string texte, Encoding faux)
    {
        // Only the parts that can be: a lost letter stays lost, the rest is mended.
        if (!texte.AsSpan().ContainsAny(SignesDeBris))
        {
            return null;
        }

        var sortie = new StringBuilder(texte.Length);
        var change = false;
        for (var i = 0; i < texte.Length;)
        {
            if (texte[i] < 128)
            {
                sortie.Append(texte[i++]);
                continue;
            }

            var debut = i;
            while (i < texte.Length && texte[i] >= 128)
            {
                i++;
            }

            var suite = texte[debut..i];
            string? relu = null;
            try
            {
                relu = suite.Length > 1 && SignesDeBris.Contains(suite[0]) && Utf8Strict.GetString(Octets(suite, faux)) is var lu && lu.All(EstDuFrancais) ? lu : null;
            }
            catch (ArgumentException)
            {
                // Not UTF-8 read wrongly: ordinary letters side by side.
            }

            change |= relu is not null;
            sortie.Append(relu ?? suite);
        }

        return change ? sortie.ToString() : null;
    }

    // « CAFÉ» is a valid sequence too, of a letter that nobody here writes.
    private static bool EstDuFrancais(char c) => c is >= ' ' and <= 'ÿ' or 'Œ' or 'œ' or 'Ÿ' or '€' or '�' or (>= '\u2010' and <= '\u2033');

    // The five codes that Windows-1252 leaves empty are kept by browsers as control characters.
    private static byte[] Octets(string suite, Encoding faux)
    {
        var octets = new byte[suite.Length];
        for (var i = 0; i < suite.Length; i++)
        {
            octets[i] = suite[i] is >= '\u0080' and <= '\u009F' ? (byte)suite[i] : faux.GetBytes(suite, i, 1)[0];
        }

        return octets;
    }

    [GeneratedRegex(@"<(?<b>script|style|head|iframe|object)\b[^<>]*>.*?(</\k<b>\s*>|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dangereux();

    [GeneratedRegex(@"<li\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Puce();

    [GeneratedRegex(@"</?(br|p|div|ul|ol|tr|h[1-6]|section|article|table|blockquote)\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blocs();

    [GeneratedRegex(@"<(/?[a-z][^<>]*|!--[^<>]*--|![^<>]*)>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Balise();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Espaces();

    [GeneratedRegex(@"[ \t]{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BlancsDeLigne();

    [GeneratedRegex(@" ?\n ?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FinDeLigne();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LignesVides();
}
