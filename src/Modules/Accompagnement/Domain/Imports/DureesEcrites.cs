using System.Globalization;
using System.Text.RegularExpressions;

namespace FaireAvec.Accompagnement.Domain.Imports;

/// <summary>Durations as people write them: « 90 », « 90 min », « 1 h 30 », « 1h », « 01:30 », « 1,5 h ». A number alone is minutes.</summary>
internal static partial class DureesEcrites
{
    private const int Max = 40;

    /// <summary>Minutes; null when it isn't a duration, or when it could be hours as well as minutes (« 1,5 »).</summary>
    public static int? Lire(string? texte)
    {
        var t = texte?.Trim().Replace('\u00a0', ' ').Replace('\u202f', ' ');
        if (t is not { Length: > 0 and <= Max })
        {
            return null;
        }

        if (Horloge().Match(t) is { Success: true } horloge)
        {
            return Total(horloge.Groups["h"].Value, horloge.Groups["m"].Value);
        }

        if (Heures().Match(t) is { Success: true } heures)
        {
            return Total(heures.Groups["h"].Value, heures.Groups["m"].Value);
        }

        if (HeuresAVirgule().Match(t) is { Success: true } virgule
            && decimal.TryParse(virgule.Groups["h"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var h) && h < 100)
        {
            return (int)Math.Round(h * 60, MidpointRounding.AwayFromZero);
        }

        return Minutes().Match(t) is { Success: true } minutes && int.TryParse(minutes.Groups["m"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var m) ? m : null;
    }

    private static int? Total(string heures, string minutes)
    {
        var m = minutes.Length == 0 ? 0 : int.Parse(minutes, CultureInfo.InvariantCulture);
        return m < 60 ? (int.Parse(heures, CultureInfo.InvariantCulture) * 60) + m : null;
    }

    [GeneratedRegex(@"^(?<h>\d{1,2}):(?<m>\d{2})(:\d{2})?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Horloge();

    [GeneratedRegex(@"^(?<h>\d{1,2}) ?(h|heures?)\.? ?((?<m>\d{1,2}) ?(min|mn|minutes?)?\.?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Heures();

    [GeneratedRegex(@"^(?<h>\d{1,2}[.,]\d{1,2}) ?(h|heures?)\.?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex HeuresAVirgule();

    [GeneratedRegex(@"^(?<m>\d{1,5})([.,]0+)? ?(min|mn|minutes?|')?\.?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Minutes();
}
