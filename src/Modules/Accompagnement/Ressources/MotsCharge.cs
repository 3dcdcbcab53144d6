using System.Globalization;
using System.Resources;

namespace FaireAvec.Accompagnement.Ressources;

/// <summary>The words of the public page on what online services cost to mediation, in French and in English. Names of services stay those that people know.</summary>
internal static class MotsCharge
{
    /// <summary>Changes with the method.</summary>
    public const string VersionDeLaMethode = "1";

    internal static readonly ResourceManager Ressources = new("FaireAvec.Accompagnement.Ressources.MotsCharge", typeof(MotsCharge).Assembly);

    /// <summary>The text of a key. A missing key is a fault of ours: it throws, so that nobody ever reads a key.</summary>
    public static string T(string cle) =>
        Ressources.GetString(cle, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"MotsCharge.resx has no « {cle} ».");

    /// <summary>The text with its values put in.</summary>
    public static string T(string cle, params object?[] valeurs) => string.Format(CultureInfo.CurrentCulture, T(cle), valeurs);

    /// <summary>The French text, whatever the request: for files.</summary>
    public static string Francais(string cle) => Ressources.GetString(cle, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"MotsCharge.resx has no « {cle} ».");

    /// <summary>A count, or that it is hidden.</summary>
    public static string Nombre(int? nombre) => nombre?.ToString("N0", CultureInfo.CurrentCulture) ?? T("Masque");

    /// <summary>« 12 h 30 », or a dash: hidden, or not said.</summary>
    public static string Duree(long? minutes) => minutes is not { } m ? "–" : string.Create(CultureInfo.CurrentCulture, $"{m / 60:N0}\u00a0h{(m % 60 == 0 ? "" : $"\u00a0{m % 60:00}")}");

    /// <summary>« novembre 2026 ».</summary>
    public static string Mois(string code) => DateOnly.ParseExact($"{code}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.CurrentCulture);
}
