using System.Globalization;
using System.Text;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>Small things that the pages of people helped do the same way.</summary>
internal static class Affichage
{
    public const int ParPage = 50;

    /// <summary>Rows of a file at most: beyond, one narrows the list.</summary>
    public const int CsvMax = 10_000;

    private const int PageMax = 10_000;

    /// <summary>Number of the page asked for. Read by hand: « page » is a word of the routes too.</summary>
    public static int NumeroDePage(this HttpRequest requete) =>
        int.TryParse(requete.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, PageMax) : 1;

    /// <summary>« 25 novembre 2026 », in Paris, in the language of the page.</summary>
    public static string Jour(DateTimeOffset instant) => Jour(JourDeParis.De(instant));

    public static string Jour(DateOnly jour) => jour.EnMots("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>« lundi 23 novembre 2026 ».</summary>
    public static string JourDeSemaine(DateOnly jour) => jour.EnMots("dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>What is refused is said beside its field, or above the page when it has none.</summary>
    public static void Dire(this ModelStateDictionary etat, IEnumerable<Erreur> erreurs)
    {
        foreach (var erreur in erreurs)
        {
            etat.AddModelError(erreur.Champ ?? "", erreur.Message);
        }
    }

    /// <summary>Takes the binder's sentences away, and keeps what was typed.</summary>
    public static void SansPhrases(this ModelStateDictionary etat)
    {
        foreach (var entree in etat.Values)
        {
            entree.Errors.Clear();
        }
    }

    /// <summary>Where a paper leads: the address that the operator gave, else that of the request.</summary>
    public static string Site(this HttpRequest requete, IConfiguration configuration) =>
        Uri.TryCreate(configuration["Site:Adresse"], UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site.GetLeftPart(UriPartial.Authority) : $"{requete.Scheme}://{requete.Host}";

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
