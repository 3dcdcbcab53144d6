using System.Globalization;
using FaireAvec.Cartographie.Domain.NosLieux;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Lieux;

/// <summary>
/// schema.org's « openingHoursSpecification »: the usual week, when the hours are plain weekly ranges. Seasons, weeks of the month and comments can't be said
/// there without saying something else: then nothing is.
/// </summary>
internal static class HorairesPourMoteurs
{
    private static readonly string[] Jours = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static IReadOnlyList<Dictionary<string, object?>>? De(string? horaires)
    {
        if (SemaineSaisie.Lire(horaires) is not { Vide: false } semaine)
        {
            return null;
        }

        return
        [
            .. semaine.Semaine.SelectMany((plages, jour) => plages.Select(p => (Jour: Jours[jour], Plage: p))).GroupBy(p => p.Plage, p => p.Jour).Select(g => new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["@type"] = "OpeningHoursSpecification",
                ["dayOfWeek"] = g.ToArray(),
                ["opens"] = Heure(g.Key.De),
                // Its hours are those of a clock: the last minute stands for midnight.
                ["closes"] = Heure(Math.Min(g.Key.A, PlageDuJour.Fin24 - 1)),
            }),
        ];
    }

    private static string Heure(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
