using FaireAvec.Kernel.Temps;

namespace FaireAvec.Kernel.ICalendar;

/// <summary>The times of a rule, at the clock of the event.</summary>
internal static class Repetition
{
    /// <summary>
    /// In order, the first time always among them, up to <paramref name="fin"/>. Without a number of times, what comes before <paramref name="debut"/> is jumped over; with
    /// one, it is counted. Stops when the work is used up: look at it.
    /// </summary>
    /// <param name="regle">The rule.</param>
    /// <param name="premiere">The first time.</param>
    /// <param name="debut">Before, nothing is looked for.</param>
    /// <param name="fin">After, neither.</param>
    /// <param name="pas">The work left.</param>
    public static IEnumerable<DateTime> Dates(RegleDeRecurrence regle, DateICalendar premiere, DateTime debut, DateTime fin, CompteurDePas pas)
    {
        if (premiere.Local > fin)
        {
            yield break;
        }

        yield return premiere.Local;
        var reste = regle.Nombre - 1;
        if (reste == 0)
        {
            yield break;
        }

        var (jour, heure) = (DateOnly.FromDateTime(premiere.Local), premiere.Local.TimeOfDay);
        var depart = Periode(regle, jour);
        long rang = regle.Nombre is null && debut > premiere.Local ? Ecoulees(regle, depart, DateOnly.FromDateTime(debut)) / regle.Intervalle * regle.Intervalle : 0;
        while (true)
        {
            var periode = Avancer(regle, depart, rang);
            if (periode is not { } p || p.ToDateTime(TimeOnly.MinValue) > fin || !pas.Prendre())
            {
                yield break;
            }

            var candidats = regle.Candidats(p, jour);
            if (!pas.Prendre(Cout(regle) + candidats.Count))
            {
                yield break;
            }

            foreach (var candidat in candidats)
            {
                var date = candidat.ToDateTime(TimeOnly.MinValue) + heure;
                if (date <= premiere.Local)
                {
                    continue;
                }

                if (date > fin || Depasse(regle, premiere, date))
                {
                    yield break;
                }

                yield return date;
                if (--reste == 0)
                {
                    yield break;
                }
            }

            rang += regle.Intervalle;
        }
    }

    // A year is gone through day by day when the rule says days.
    private static int Cout(RegleDeRecurrence regle) => (regle.Frequence, regle.Jours.Count + regle.JoursDuMois.Count) switch { (Frequence.Annee, > 0) => 366, (Frequence.Mois, _) => 31, (Frequence.Semaine, _) => 7, _ => 1 };

    private static bool Depasse(RegleDeRecurrence regle, DateICalendar premiere, DateTime date)
    {
        if (regle.Jusqua is not { } texte || DateICalendar.Lire(texte, premiere.Fuseau) is not { } jusqua)
        {
            return false;
        }

        return jusqua.JourSeul ? date.Date > jusqua.Local
            : premiere.JourSeul ? date.Date > TimeZoneInfo.ConvertTime(jusqua.Instant, premiere.Fuseau).Date
            : HeuresDUnFuseau.Instant(premiere.Fuseau, date) > jusqua.Instant;
    }

    private static DateOnly Periode(RegleDeRecurrence regle, DateOnly jour) => regle.Frequence switch
    {
        Frequence.Jour => jour,
        Frequence.Semaine => jour.AddDays(-((7 + (int)jour.DayOfWeek - (int)regle.DebutDeSemaine) % 7)),
        Frequence.Mois => new DateOnly(jour.Year, jour.Month, 1),
        Frequence.Annee => new DateOnly(jour.Year, 1, 1),
        _ => throw new InvalidOperationException($"No such frequency: {regle.Frequence}."),
    };

    private static long Ecoulees(RegleDeRecurrence regle, DateOnly depart, DateOnly jusqua) => Math.Max(0, regle.Frequence switch
    {
        Frequence.Jour => jusqua.DayNumber - depart.DayNumber,
        Frequence.Semaine => (jusqua.DayNumber - depart.DayNumber) / 7,
        Frequence.Mois => ((jusqua.Year - depart.Year) * 12) + jusqua.Month - depart.Month,
        Frequence.Annee => jusqua.Year - depart.Year,
        _ => throw new InvalidOperationException($"No such frequency: {regle.Frequence}."),
    });

    // Null past the end of time.
    private static DateOnly? Avancer(RegleDeRecurrence regle, DateOnly depart, long rang)
    {
        switch (regle.Frequence)
        {
            case Frequence.Jour or Frequence.Semaine:
                var numero = depart.DayNumber + (rang * (regle.Frequence == Frequence.Semaine ? 7 : 1));
                return numero <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)numero) : null;
            default:
                var mois = (depart.Year * 12L) + depart.Month - 1 + (rang * (regle.Frequence == Frequence.Annee ? 12 : 1));
                return mois / 12 <= 9999 ? new DateOnly((int)(mois / 12), (int)(mois % 12) + 1, 1) : null;
        }
    }
}
