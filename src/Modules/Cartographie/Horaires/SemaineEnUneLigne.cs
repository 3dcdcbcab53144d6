using System.Globalization;

namespace FaireAvec.Cartographie.Horaires;

/// <summary>The usual week in one line, for paper: « lundi à vendredi 9 h – 12 h, 14 h – 17 h ; samedi 9 h – 12 h ». Days without a range are closed.</summary>
internal static class SemaineEnUneLigne
{
    /// <param name="semaine">Monday first.</param>
    /// <param name="culture">Language of the names of days.</param>
    /// <param name="deA">« {0} à {1} », for days that follow each other.</param>
    /// <param name="et">« {0} et {1} », for two days.</param>
    public static string Ecrire(IReadOnlyList<JourEnMots> semaine, CultureInfo culture, string deA, string et)
    {
        var parties = new List<string>();
        for (var i = 0; i < semaine.Count;)
        {
            var heures = Heures(semaine[i]);
            var fin = i;
            while (fin + 1 < semaine.Count && Heures(semaine[fin + 1]) == heures)
            {
                fin++;
            }

            if (heures.Length > 0)
            {
                string Jour(int rang) => culture.DateTimeFormat.GetDayName(semaine[rang].Date.DayOfWeek);
                parties.Add($"{(fin == i ? Jour(i) : string.Format(culture, fin == i + 1 ? et : deA, Jour(i), Jour(fin)))} {heures}");
            }

            i = fin + 1;
        }

        return string.Join("\u00a0; ", parties);
    }

    // A range isn't cut at the end of a line of paper.
    private static string Heures(JourEnMots jour) => string.Join(", ", jour.Plages.Select(p => p.Texte.Replace(' ', '\u00a0') + (p.Inconnu && p.Commentaire is { } c ? $" ({c})" : "")));
}
