using System.Globalization;
using System.Resources;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of work without network. In French only: they are for those who work.</summary>
internal static class MotsHorsLigne
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsHorsLigne", typeof(MotsHorsLigne).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsHorsLigne.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>« Cle.Un » for 0 and 1, « Cle.Plusieurs » beyond.</summary>
    public static string N(string cle, int nombre, params object?[] valeurs) =>
        T($"{cle}.{(nombre <= 1 ? "Un" : "Plusieurs")}", [nombre.ToString("N0", CultureInfo.CurrentCulture), .. valeurs]);

    /// <summary>« à 14 h 02 » today, « le 25 novembre à 14 h 02 » before.</summary>
    public static string Quand(DateTimeOffset instant, DateTimeOffset maintenant)
    {
        var (heure, jour) = (JourDeParis.Heure(instant).ToString("H'\u00a0h\u00a0'mm", Francais), JourDeParis.De(instant));
        return jour == JourDeParis.De(maintenant) ? T("Quand.Aujourdhui", heure) : T("Quand.Avant", jour.ToString(jour.Day == 1 ? "d'er' MMMM" : "d MMMM", Francais), heure);
    }

    /// <summary>Every text whose key begins so, for the script of the shell: it writes no word of its own.</summary>
    public static IReadOnlyDictionary<string, string> Du(string prefixe) => Ressources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
        .Cast<System.Collections.DictionaryEntry>().Where(e => ((string)e.Key).StartsWith(prefixe, StringComparison.Ordinal))
        .OrderBy(e => (string)e.Key, StringComparer.Ordinal).ToDictionary(e => ((string)e.Key)[prefixe.Length..], e => (string)e.Value!, StringComparer.Ordinal);
}
