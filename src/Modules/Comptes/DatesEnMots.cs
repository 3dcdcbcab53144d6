using System.Globalization;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Comptes;

/// <summary>How instants are shown: in Paris's time, in words.</summary>
internal static class DatesEnMots
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>« mercredi 18 novembre 2026 à 10 h 00 ».</summary>
    public static string Instant(DateTimeOffset le) => JourDeParis.Heure(le).ToString("dddd d MMMM yyyy 'à' H'\u00a0h\u00a0'mm", Francais);

    /// <summary>« 18 novembre 2026 ».</summary>
    public static string Jour(DateTimeOffset le) => JourDeParis.Heure(le).ToString("d MMMM yyyy", Francais);
}
