using System.Globalization;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>A time of the day as people type it: « 9:00 », « 9h », « 17 h 30 », « 0930 ».</summary>
internal static class HeureSaisie
{
    private const int SaisieMax = 20;

    /// <summary>The time, or null when it can't be one.</summary>
    public static TimeOnly? Lire(string? saisie)
    {
        if (saisie is not { Length: > 0 and <= SaisieMax })
        {
            return null;
        }

        var texte = string.Concat(saisie.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant().Replace("min", "", StringComparison.Ordinal).Replace('h', ':').Replace('.', ':').TrimEnd(':');
        var parties = texte.Split(':');
        var (heures, minutes) = (parties, texte.Length) switch
        {
            ([var h, var m], _) => (h, m),
            ([{ Length: 3 or 4 } h], _) => (h[..^2], h[^2..]),
            ([{ Length: 1 or 2 } h], _) => (h, "0"),
            _ => ("", ""),
        };
        return int.TryParse(heures, NumberStyles.None, CultureInfo.InvariantCulture, out var hh) && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var mm) && hh < 24 && mm < 60 ? new TimeOnly(hh, mm) : null;
    }

    /// <summary>« 9 h », « 17 h 30 ».</summary>
    public static string EnMots(TimeOnly heure) => heure.Minute == 0 ? $"{heure.Hour}\u00a0h" : string.Create(CultureInfo.InvariantCulture, $"{heure.Hour}\u00a0h\u00a0{heure.Minute:00}");
}
