using System.Globalization;

namespace FaireAvec.Kernel.ICalendar;

/// <summary>« RRULE »: what comes back each day, week, month or year (RFC 5545, 3.3.10).</summary>
internal sealed class RegleDeRecurrence
{
    private const int IntervalleMax = 10_000;

    private RegleDeRecurrence(Frequence frequence) => Frequence = frequence;

    public Frequence Frequence { get; }

    public int Intervalle { get; private set; } = 1;

    /// <summary>How many times in all, the first one too.</summary>
    public int? Nombre { get; private set; }

    /// <summary>Not after. At the clock of the event, in UTC when it ends by Z, or a whole day.</summary>
    public string? Jusqua { get; private set; }

    public IReadOnlyList<JourDeRegle> Jours { get; private set; } = [];

    public IReadOnlyList<int> JoursDuMois { get; private set; } = [];

    public IReadOnlyList<int> Mois { get; private set; } = [];

    public IReadOnlyList<int> Positions { get; private set; } = [];

    public DayOfWeek DebutDeSemaine { get; private set; } = DayOfWeek.Monday;

    /// <summary>Null for a rule that isn't understood: it isn't half applied.</summary>
    public static RegleDeRecurrence? Lire(string texte)
    {
        var parties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var partie in texte.Trim().ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (partie.Split('=', 2) is not [{ Length: > 0 } nom, { Length: > 0 } valeur] || !parties.TryAdd(nom.Trim(), valeur.Trim()))
            {
                return null;
            }
        }

        Frequence? frequence = parties.GetValueOrDefault("FREQ") switch { "DAILY" => Frequence.Jour, "WEEKLY" => Frequence.Semaine, "MONTHLY" => Frequence.Mois, "YEARLY" => Frequence.Annee, _ => null };
        if (frequence is null)
        {
            return null;
        }

        var regle = new RegleDeRecurrence(frequence.Value);
        foreach (var (nom, valeur) in parties)
        {
            if (!regle.Prendre(nom, valeur))
            {
                return null;
            }
        }

        return regle.Coherente() ? regle : null;
    }

    private bool Prendre(string nom, string valeur)
    {
        switch (nom)
        {
            case "FREQ":
                return true;
            case "INTERVAL":
                Intervalle = Entier(valeur, 1, IntervalleMax) ?? 0;
                return Intervalle > 0;
            case "COUNT":
                Nombre = Entier(valeur, 1, int.MaxValue);
                return Nombre is not null;
            case "UNTIL":
                Jusqua = valeur;
                return DateICalendar.Lire(valeur, TimeZoneInfo.Utc) is not null;
            case "BYDAY":
                Jours = Liste(valeur, Jour);
                return Jours.Count > 0;
            case "BYMONTHDAY":
                JoursDuMois = Liste(valeur, v => Signe(v, 31));
                return JoursDuMois.Count > 0;
            case "BYMONTH":
                Mois = Liste(valeur, v => Entier(v, 1, 12));
                return Mois.Count > 0;
            case "BYSETPOS":
                Positions = Liste(valeur, v => Signe(v, 366));
                return Positions.Count > 0;
            case "WKST":
                var jour = Jour(valeur);
                DebutDeSemaine = jour?.Jour ?? DayOfWeek.Monday;
                return jour is { Rang: 0 };
            default:
                // BYHOUR, BYWEEKNO, BYYEARDAY… and what doesn't exist.
                return false;
        }
    }

    private bool Coherente() =>
        (Nombre is null || Jusqua is null)
        // « The second Monday » is said of a month or a year; the day of the month isn't said of a week.
        && (Frequence is Frequence.Mois or Frequence.Annee || Jours.All(j => j.Rang == 0))
        && (Frequence != Frequence.Semaine || JoursDuMois.Count == 0)
        && (Positions.Count == 0 || Jours.Count + JoursDuMois.Count + Mois.Count > 0);

    /// <summary>Which days of the period that begins on this day, in order, before and after the first time too.</summary>
    /// <param name="periode">First day of the day, week, month or year.</param>
    /// <param name="premiere">Day of the first time: gives what the rule doesn't say.</param>
    public IReadOnlyList<DateOnly> Candidats(DateOnly periode, DateOnly premiere)
    {
        var jours = Frequence switch
        {
            Frequence.Jour => DuJour(periode),
            Frequence.Semaine => DeLaSemaine(periode, premiere),
            Frequence.Mois => DuMois(periode.Year, periode.Month, premiere.Day),
            Frequence.Annee => DeLAnnee(periode.Year, premiere),
            _ => throw new InvalidOperationException($"No such frequency: {Frequence}."),
        };
        var tries = jours.Distinct().Order().ToList();
        return Positions.Count == 0 ? tries : [.. Positions.Select(p => p > 0 ? p - 1 : tries.Count + p).Where(i => i >= 0 && i < tries.Count).Distinct().Order().Select(i => tries[i])];
    }

    private IEnumerable<DateOnly> DuJour(DateOnly jour) =>
        DansLesMois(jour) && (JoursDuMois.Count == 0 || DansLesJoursDuMois(jour)) && (Jours.Count == 0 || Jours.Any(j => j.Jour == jour.DayOfWeek)) ? [jour] : [];

    private IEnumerable<DateOnly> DeLaSemaine(DateOnly semaine, DateOnly premiere) =>
        Enumerable.Range(0, 7).Where(i => semaine.DayNumber + i <= DateOnly.MaxValue.DayNumber).Select(semaine.AddDays)
            .Where(j => DansLesMois(j) && (Jours.Count == 0 ? j.DayOfWeek == premiere.DayOfWeek : Jours.Any(r => r.Jour == j.DayOfWeek)));

    private IEnumerable<DateOnly> DuMois(int annee, int mois, int jourParDefaut)
    {
        var premier = new DateOnly(annee, mois, 1);
        var dernier = DateTime.DaysInMonth(annee, mois);
        if (!DansLesMois(premier))
        {
            return [];
        }

        var tous = Enumerable.Range(0, dernier).Select(premier.AddDays);
        return JoursDuMois.Count > 0 ? tous.Where(j => DansLesJoursDuMois(j) && (Jours.Count == 0 || DansLesJours(j, j.Day - 1, dernier)))
            : Jours.Count > 0 ? tous.Where(j => DansLesJours(j, j.Day - 1, dernier))
            : tous.Where(j => j.Day == jourParDefaut);
    }

    private IEnumerable<DateOnly> DeLAnnee(int annee, DateOnly premiere)
    {
        if (Mois.Count > 0 || JoursDuMois.Count > 0)
        {
            // Without months, « the first Monday » is the year's, even among days of months.
            return Enumerable.Range(1, 12).SelectMany(m => Mois.Count > 0 ? DuMois(annee, m, premiere.Day) : SansMois(annee, m));
        }

        if (Jours.Count > 0)
        {
            return TouteLAnnee(annee).Where(j => DansLesJours(j, j.DayOfYear - 1, DateTime.IsLeapYear(annee) ? 366 : 365));
        }

        return premiere is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(annee) ? [] : [new DateOnly(annee, premiere.Month, premiere.Day)];
    }

    private IEnumerable<DateOnly> SansMois(int annee, int mois) =>
        Enumerable.Range(1, DateTime.DaysInMonth(annee, mois)).Select(d => new DateOnly(annee, mois, d))
            .Where(j => DansLesJoursDuMois(j) && (Jours.Count == 0 || DansLesJours(j, j.DayOfYear - 1, DateTime.IsLeapYear(annee) ? 366 : 365)));

    private static IEnumerable<DateOnly> TouteLAnnee(int annee) => Enumerable.Range(0, DateTime.IsLeapYear(annee) ? 366 : 365).Select(new DateOnly(annee, 1, 1).AddDays);

    private bool DansLesMois(DateOnly jour) => Mois.Count == 0 || Mois.Contains(jour.Month);

    private bool DansLesJoursDuMois(DateOnly jour) => JoursDuMois.Contains(jour.Day) || JoursDuMois.Contains(jour.Day - DateTime.DaysInMonth(jour.Year, jour.Month) - 1);

    // The rank of a day among those of its name is its place divided by seven, from the beginning or from the end.
    private bool DansLesJours(DateOnly jour, int place, int taille) =>
        Jours.Any(r => r.Jour == jour.DayOfWeek && (r.Rang == 0 || r.Rang == (place / 7) + 1 || r.Rang == -(((taille - 1 - place) / 7) + 1)));

    private static List<T> Liste<T>(string valeur, Func<string, T?> lire)
        where T : struct
    {
        var lus = valeur.Split(',').Select(lire).Distinct().ToList();
        return lus.Count > 100 || lus.Exists(v => v is null) ? [] : lus.ConvertAll(v => v!.Value);
    }

    private static int? Entier(string valeur, int min, int max) => int.TryParse(valeur, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max ? n : null;

    private static int? Signe(string valeur, int max) =>
        int.TryParse(valeur, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n != 0 && n >= -max && n <= max ? n : null;

    private static JourDeRegle? Jour(string valeur)
    {
        if (valeur.Length < 2)
        {
            return null;
        }

        DayOfWeek? jour = valeur[^2..] switch
        {
            "MO" => DayOfWeek.Monday,
            "TU" => DayOfWeek.Tuesday,
            "WE" => DayOfWeek.Wednesday,
            "TH" => DayOfWeek.Thursday,
            "FR" => DayOfWeek.Friday,
            "SA" => DayOfWeek.Saturday,
            "SU" => DayOfWeek.Sunday,
            _ => null,
        };
        var rang = valeur.Length == 2 ? 0 : Signe(valeur[..^2], 53);
        return jour is { } j && rang is { } r ? new(r, j) : null;
    }
}
