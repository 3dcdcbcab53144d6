using System.Globalization;
using System.Text.RegularExpressions;

namespace FaireAvec.Cartographie.Correspondances.Moteur;

/// <summary>
/// Seven cells, one for each day, as OSM: « 09:00 - 12:00 / 13:30 - 17:00 », « 9h-12h et 14h-17h », « 7 : 30 - 11 : 30 », « - », « fermé ». A cell with a
/// word that isn't of hours isn't read, and then none is: half of a week would look like the whole.
/// </summary>
internal static partial class JoursEnOsm
{
    private const int LongueurMax = 200;
    private static readonly string[] Noms = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>The OSM text; null when a cell can't be read, or when no day is open.</summary>
    public static string? Lire(IReadOnlyList<string?> jours)
    {
        var plages = new string?[7];
        for (var i = 0; i < 7; i++)
        {
            if (jours[i] is { } cellule && !Ferme().IsMatch(cellule))
            {
                plages[i] = Plages(cellule);
                if (plages[i] is null)
                {
                    return null;
                }
            }
        }

        var regles = new List<string>();
        for (var i = 0; i < 7; i++)
        {
            if (plages[i] is null || Array.IndexOf(plages, plages[i]) < i)
            {
                continue;
            }

            regles.Add($"{Jours(Enumerable.Range(0, 7).Where(j => plages[j] == plages[i]).ToList())} {plages[i]}");
        }

        return regles.Count == 0 ? null : string.Join("; ", regles);
    }

    /// <summary>« Mo-We,Fr »: three days in a row or more make a range, as people write it.</summary>
    private static string Jours(List<int> jours)
    {
        var parties = new List<string>();
        for (var i = 0; i < jours.Count;)
        {
            var j = i;
            while (j + 1 < jours.Count && jours[j + 1] == jours[j] + 1)
            {
                j++;
            }

            parties.Add(j - i >= 2 ? $"{Noms[jours[i]]}-{Noms[jours[j]]}" : string.Join(',', jours[i..(j + 1)].Select(d => Noms[d])));
            i = j + 1;
        }

        return string.Join(',', parties);
    }

    /// <summary>« 09:00-12:00,13:30-17:00 »; null when the cell says anything else, or when hours don't follow each other.</summary>
    private static string? Plages(string cellule)
    {
        if (cellule.Length > LongueurMax || DitAutreChose(cellule))
        {
            return null;
        }

        var heures = new List<int>();
        foreach (Match m in Heure().Matches(cellule))
        {
            var (h, min) = (int.Parse(m.Groups["h"].ValueSpan, CultureInfo.InvariantCulture), m.Groups["m"] is { Success: true, Length: > 0 } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : 0);
            if (h > 24 || min > 59 || (heures.Count > 0 && (h * 60) + min <= heures[^1]))
            {
                return null;
            }

            heures.Add((h * 60) + min);
        }

        return heures.Count is 0 || heures.Count % 2 == 1
            ? null
            : string.Join(',', heures.Chunk(2).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p[0] / 60:00}:{p[0] % 60:00}-{p[1] / 60:00}:{p[1] % 60:00}")));
    }

    [GeneratedRegex(@"^[\s\-–—/.]*$|^\s*(ferm[eé]e?s?|closed|off)\s*\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ferme();

    // Hours alone (« 9-12 ») count too; a minute must follow its mark.
    [GeneratedRegex(@"(?<h>\d{1,2})\s*([:hH]\s*(?<m>\d{2})?|(?!\d))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Heure();

    [GeneratedRegex(@"[^\s\-–—/,;.à]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Signes();

    /// <summary>True when something else than hours, signs and small words is in the cell.</summary>
    private static bool DitAutreChose(string cellule) =>
        Signes().IsMatch(string.Join(' ', Heure().Replace(cellule, " ").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(m => m is not ("de" or "a" or "et" or "puis"))));
}
