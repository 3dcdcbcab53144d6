using System.Text;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Nettoyage.Telephones;

/// <summary>The text of a cell made ready to be read: without prices, hours and addresses, zeros that are letters or between brackets put right.</summary>
internal static partial class EcritureDeCellule
{
    /// <param name="texte">As written.</param>
    /// <param name="noter">Receives the rules that were applied.</param>
    public static string Preparer(string texte, Action<string> noter)
    {
        var propre = TexteRecherche.Valide(texte).Normalize(NormalizationForm.FormKC);
        foreach (var motif in (Regex[])[AdresseElectronique(), Prix(), Heure()])
        {
            propre = motif.Replace(propre, "\n");
        }

        return SansZeroEntreParentheses(ZerosEcritsO(propre, noter), noter);
    }

    public static bool EstDuNumero(char c) => char.IsAsciiDigit(c) || c is '+' or ' ' or '\t' or '.' or '-' or '_' or '/' or '(' or ')' or '\'' or ',' or ':' or '·' or '–' or '—' or '‑' or '*';

    public static string Chiffres(ReadOnlySpan<char> texte)
    {
        var sortie = new StringBuilder(texte.Length);
        foreach (var c in texte)
        {
            if (char.IsAsciiDigit(c))
            {
                sortie.Append(c);
            }
        }

        return sortie.ToString();
    }

    /// <summary>« O4 77… »: the letter for the digit.</summary>
    private static string ZerosEcritsO(string texte, Action<string> noter)
    {
        StringBuilder? sortie = null;
        for (var i = 0; i + 1 < texte.Length; i++)
        {
            if (texte[i] is 'O' or 'o' && char.IsAsciiDigit(texte[i + 1]) && (i == 0 || !char.IsLetter(texte[i - 1])))
            {
                (sortie ??= new StringBuilder(texte))[i] = '0';
                noter(Regles.TelLettreO);
            }
        }

        return sortie?.ToString() ?? texte;
    }

    /// <summary>« +33 (0)4 77… » loses its zero; « (0)4 77… » keeps it.</summary>
    private static string SansZeroEntreParentheses(string texte, Action<string> noter)
    {
        var place = texte.IndexOf("(0)", StringComparison.Ordinal);
        if (place < 0)
        {
            return texte;
        }

        noter(Regles.TelZeroEntreParentheses);
        var avant = texte.AsSpan(0, place).TrimEnd();
        return avant.Length > 0 && char.IsAsciiDigit(avant[^1]) ? texte.Replace("(0)", "", StringComparison.Ordinal) : texte.Replace("(0)", "0", StringComparison.Ordinal);
    }

    // « 0,35 €/min », « 15 cts la minute », « 0.15€ par appel »
    [GeneratedRegex(@"[0-9]+([.,][0-9]+)?\s?(€|euros?|eur|cts?|centimes?)(\s?(/|par|la)\s?[a-z]{0,10})?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Prix();

    // « 9h », « 14 h 30 »: hours of the desk beside its number.
    [GeneratedRegex(@"\b[0-9]{1,2}\s?h(\s?[0-9]{2})?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heure();

    [GeneratedRegex(@"\S*(@|www\.|://)\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AdresseElectronique();
}
