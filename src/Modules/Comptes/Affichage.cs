using System.Globalization;
using System.Text;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FaireAvec.Comptes;

/// <summary>Small things that the pages of the module do the same way.</summary>
internal static class Affichage
{
    public const int ParPage = 50;

    /// <summary>Rows of a file at most: beyond, one narrows the list.</summary>
    public const int CsvMax = 50_000;

    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« 25 novembre 2026 », in Paris.</summary>
    public static string Jour(DateTimeOffset instant) => Jour(JourDeParis.De(instant));

    /// <summary>« 25 novembre 2026 », « 1er novembre 2026 ».</summary>
    public static string Jour(DateOnly jour) => jour.EnMots("d MMMM yyyy", Francais);

    /// <summary>« 25 nov. 2026, 21 h 05 », in Paris.</summary>
    public static string Instant(DateTimeOffset instant) => JourDeParis.Heure(instant).DateTime.EnMots("d\u00a0MMM yyyy, H'\u00a0h\u00a0'mm", Francais);

    /// <summary>« mercredi 18 novembre 2026 à 10 h 00 », in Paris.</summary>
    public static string InstantEnEntier(DateTimeOffset instant) => JourDeParis.Heure(instant).DateTime.EnMots("dddd d MMMM yyyy 'à' H'\u00a0h\u00a0'mm", Francais);

    public static string Nombre(long nombre) => nombre.ToString("N0", Francais);

    /// <summary>A search as typed, never longer than what somebody types; null when empty.</summary>
    public static string? Recherche(string? texte) => texte?.Trim() is { Length: > 0 } t ? t[..Math.Min(t.Length, 200)] : null;

    /// <summary>What a service refuses is said beside the field of the form, or above the page when it has no field.</summary>
    public static void Dire(this ModelStateDictionary etat, IEnumerable<Erreur> erreurs)
    {
        foreach (var erreur in erreurs)
        {
            etat.AddModelError(erreur.Champ ?? "", erreur.Message);
        }
    }

    /// <summary>A table as a file: semicolon, every cell quoted, formulas made harmless, the mark of UTF-8 first so that a French spreadsheet keeps the accents.</summary>
    public static FileContentResult Csv(string nom, IEnumerable<string> entete, IEnumerable<IEnumerable<string?>> lignes)
    {
        var texte = new StringBuilder();
        foreach (var ligne in lignes.Prepend(entete))
        {
            texte.AppendJoin(';', ligne.Select(Cellule)).Append("\r\n");
        }

        return new FileContentResult([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(texte.ToString())], "text/csv; charset=utf-8") { FileDownloadName = nom };
    }

    private static string Cellule(string? valeur)
    {
        var texte = valeur ?? "";
        // A spreadsheet runs what begins so.
        var sure = texte is [var premier, ..] && premier is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{texte}" : texte;
        return $"\"{sure.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
