using System.Text;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Normes;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// The number that names a body: SIRET (14 digits), SIREN (9), RNA (W and 9), RIDET of New Caledonia (7 to 10 digits). Fourteen zeros mean « unknown »
/// in the standard. Checked by its key (Luhn's, and La Poste's own since its SIREN ran out of numbers): a wrong key is a typing mistake, and a number
/// that names another body would marry two strangers.
/// </summary>
internal static partial class Pivot
{
    private const string Champ = "pivot";

    /// <summary>Cleans the column « pivot »; null when unknown.</summary>
    /// <param name="texte">As written.</param>
    /// <param name="departement">« 988 » for a number of New Caledonia.</param>
    public static Nettoye<string> Nettoyer(string? texte, string? departement = null)
    {
        var releve = new Releve();
        if (string.IsNullOrWhiteSpace(texte))
        {
            return new(null, releve);
        }

        if (texte.Length > 100)
        {
            releve.Retirer(Champ, texte, Regles.PivotForme);
            return new(null, releve);
        }

        if (Scientifique().IsMatch(texte))
        {
            releve.Retirer(Champ, texte, Regles.PivotScientifique);
            return new(null, releve);
        }

        // « 21130001700012.0 »: a number for a spreadsheet.
        var compact = Compact(Decimales().Replace(texte, ""));
        if (compact.Length > 0 && compact.AsSpan().IndexOfAnyExcept('0') < 0)
        {
            // Fourteen zeros are how the standard writes « unknown »: nothing is mended then.
            if (compact.Length != 14)
            {
                releve.Corriger(Champ, texte, null, Regles.PivotZeros);
            }

            return new(null, releve);
        }

        var pivot = compact;
        var regle = Regles.PivotSeparateurs;
        if (!Rna().IsMatch(pivot) && pivot.Any(char.IsLetter) && Entoure().Match(texte.ToUpperInvariant()) is { Success: true } trouve)
        {
            // « SIRET : 213 800 017 00012 »
            pivot = Compact(trouve.Groups["n"].Value);
            regle = Regles.PivotTexte;
        }

        if (Rna().IsMatch(pivot))
        {
            releve.Corriger(Champ, texte, pivot, regle);
            return new(pivot, releve);
        }

        if (pivot.Length == 0 || pivot.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            releve.Retirer(Champ, texte, Regles.PivotForme);
            return new(null, releve);
        }

        // New Caledonia: seven digits for the body, three for the place; the oldest have six. No key is known for them.
        if (departement == "988" && pivot.Length is >= 7 and <= 10)
        {
            releve.Corriger(Champ, texte, pivot, regle);
            return new(pivot, releve);
        }

        if (pivot.Length == 13 && NumeroSiret.Valable($"0{pivot}"))
        {
            (pivot, regle) = ($"0{pivot}", Regles.PivotZeroPerdu);
        }

        switch (pivot.Length)
        {
            case 14 when NumeroSiret.Valable(pivot):
                releve.Corriger(Champ, texte, pivot, regle);
                return new(pivot, releve);
            case 9 when NumeroSiret.SirenValable(pivot):
                releve.Corriger(Champ, texte, pivot, regle);
                releve.Signaler(Champ, texte, Regles.PivotSiren, Severite.Avertissement);
                return new(pivot, releve);
            case 14 or 9:
                releve.Retirer(Champ, texte, Regles.PivotCle);
                return new(null, releve);
            default:
                releve.Retirer(Champ, texte, Regles.PivotForme);
                return new(null, releve);
        }
    }

    private static string Compact(string texte)
    {
        var sortie = new StringBuilder(texte.Length);
        foreach (var c in texte)
        {
            if (char.IsLetterOrDigit(c))
            {
                sortie.Append(char.ToUpperInvariant(c));
            }
        }

        return sortie.ToString();
    }

    [GeneratedRegex(@"^\s*[0-9]([.,][0-9]*)?E[+]?[0-9]{1,3}\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Scientifique();

    [GeneratedRegex(@"[.,]0{1,2}\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimales();

    [GeneratedRegex("^W[0-9A-Z]{9}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Rna();

    [GeneratedRegex(@"(^|[^0-9A-Z])(?<n>W[0-9][0-9A-Z]{8}|[0-9]([ .\-]?[0-9]){8}(([ .\-]?[0-9]){5})?)($|[^0-9A-Z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entoure();
}
