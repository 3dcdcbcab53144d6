using System.Globalization;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration;

/// <summary>Small things that the pages which run the platform do the same way.</summary>
internal static class Ecran
{
    public const int ParPage = 50;

    private const int PageMax = 10_000;

    /// <summary>Number of the page asked for. Read by hand: « page » is a word of the routes too.</summary>
    public static int NumeroDePage(this HttpRequest requete) =>
        int.TryParse(requete.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, PageMax) : 1;

    /// <summary>« 25 nov. 2026, 21 h 05 », in Paris.</summary>
    public static string Instant(DateTimeOffset instant) => JourDeParis.Heure(instant).ToString("d\u00a0MMM yyyy, H'\u00a0h\u00a0'mm", CultureInfo.CurrentCulture);

    /// <summary>« 25 novembre 2026 », in Paris.</summary>
    public static string Jour(DateTimeOffset instant) => Jour(JourDeParis.De(instant));

    public static string Jour(DateOnly jour) => jour.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    public static string Nombre(long nombre) => nombre.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>Pattern of LIKE for a text found anywhere; its escape character is « \ ».</summary>
    public static string Contient(string texte) =>
        $"%{texte.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>What was refused is said beside the field, or above the page when it has none.</summary>
    public static void Dire(this ModelStateDictionary etat, IEnumerable<Erreur> erreurs)
    {
        foreach (var erreur in erreurs)
        {
            etat.AddModelError(erreur.Champ ?? "", erreur.Message);
        }
    }

    /// <summary>A search as typed, never longer than what somebody types; null when empty.</summary>
    public static string? Recherche(string? texte) => texte?.Trim() is { Length: > 0 } t ? t[..Math.Min(t.Length, 200)] : null;
}
