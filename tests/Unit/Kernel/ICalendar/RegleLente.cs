namespace FaireAvec.Tests.Unit.Kernel.ICalendar;

/// <summary>
/// A repeated event, the slow and plain way: every day of the calendar is looked at and asked whether the rule wants it. Written from the table of RFC 5545
/// (3.3.10), without a line of the product.
/// </summary>
internal sealed record RegleLente(string Frequence, int Intervalle, int? Nombre, DateOnly? Jusqua, (int Rang, DayOfWeek Jour)[] Jours, int[] JoursDuMois, int[] Mois, int[] Positions, DayOfWeek DebutDeSemaine)
{
    private static readonly string[] Noms = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public string Texte() => string.Join(';', (string[])[$"FREQ={Frequence}", .. Partie("INTERVAL", Intervalle == 1 ? [] : [$"{Intervalle}"]), .. Partie("COUNT", Nombre is { } n ? [$"{n}"] : []),
        .. Partie("UNTIL", Jusqua is { } j ? [$"{j:yyyyMMdd}"] : []), .. Partie("BYDAY", Jours.Select(j => $"{(j.Rang == 0 ? "" : j.Rang)}{Noms[(int)j.Jour]}")), .. Partie("BYMONTHDAY", JoursDuMois.Select(d => $"{d}")),
        .. Partie("BYMONTH", Mois.Select(m => $"{m}")), .. Partie("BYSETPOS", Positions.Select(p => $"{p}")), .. Partie("WKST", DebutDeSemaine == DayOfWeek.Monday ? [] : [Noms[(int)DebutDeSemaine]])]);

    public List<DateOnly> Dates(DateOnly premiere, DateOnly fin)
    {
        var trouvees = new List<DateOnly> { premiere };
        // From the beginning of the first period: positions count what comes before the first time too.
        var jours = new List<DateOnly>();
        for (var jour = premiere.AddDays(-400); jour <= fin.AddDays(400); jour = jour.AddDays(1))
        {
            if (Periode(premiere, jour) is { } p && p >= 0 && p % Intervalle == 0 && Veut(premiere, jour))
            {
                jours.Add(jour);
            }
        }

        foreach (var jour in jours.GroupBy(j => Periode(premiere, j)).OrderBy(g => g.Key).SelectMany(g => Choisir([.. g])))
        {
            if (jour > premiere && jour <= fin && (Jusqua is not { } u || jour <= u) && (Nombre is not { } n || trouvees.Count < n))
            {
                trouvees.Add(jour);
            }
        }

        return trouvees;
    }

    private List<DateOnly> Choisir(List<DateOnly> jours) => Positions.Length == 0
        ? jours
        : [.. jours.Where((_, i) => Positions.Contains(i + 1) || Positions.Contains(i - jours.Count))];

    private int? Periode(DateOnly premiere, DateOnly jour)
    {
        int Semaine(DateOnly d) => (d.DayNumber - Decalage() + 7) / 7;
        return Frequence switch
        {
            "DAILY" => jour.DayNumber - premiere.DayNumber,
            "WEEKLY" => Semaine(jour) - Semaine(premiere),
            "MONTHLY" => ((jour.Year - premiere.Year) * 12) + jour.Month - premiere.Month,
            _ => jour.Year - premiere.Year,
        };
    }

    // A day number whose week begins on the chosen day: 1 January of year 1 is a Monday.
    private int Decalage() => ((int)DebutDeSemaine + 6) % 7;

    private bool Veut(DateOnly premiere, DateOnly jour)
    {
        var (duMois, deLAnnee) = (DateTime.DaysInMonth(jour.Year, jour.Month), DateTime.IsLeapYear(jour.Year) ? 366 : 365);
        if (Mois.Length > 0 && !Mois.Contains(jour.Month))
        {
            return false;
        }

        if (JoursDuMois.Length > 0 && !JoursDuMois.Any(d => d == jour.Day || d == jour.Day - duMois - 1))
        {
            return false;
        }

        if (Jours.Length > 0)
        {
            var parAnnee = Frequence == "YEARLY" && Mois.Length == 0;
            return Array.Exists(Jours, j => j.Jour == jour.DayOfWeek && (j.Rang == 0 || RangDe(jour, parAnnee, j.Rang > 0, duMois, deLAnnee) == Math.Abs(j.Rang)));
        }

        // What the rule doesn't say is that of the first time.
        return (Frequence, JoursDuMois.Length, Mois.Length) switch
        {
            ("DAILY", _, _) => true,
            ("WEEKLY", _, _) => jour.DayOfWeek == premiere.DayOfWeek,
            (_, > 0, _) => true,
            ("MONTHLY", _, _) => jour.Day == premiere.Day,
            (_, _, > 0) => jour.Day == premiere.Day,
            _ => jour.Day == premiere.Day && jour.Month == premiere.Month,
        };
    }

    // How many days of this name there are from one end to this one.
    private static int RangDe(DateOnly jour, bool parAnnee, bool duDebut, int duMois, int deLAnnee)
    {
        var (place, taille) = parAnnee ? (jour.DayOfYear, deLAnnee) : (jour.Day, duMois);
        var compte = 0;
        for (var i = duDebut ? place : taille; duDebut ? i >= 1 : i >= place; i--)
        {
            compte += jour.AddDays(i - place).DayOfWeek == jour.DayOfWeek ? 1 : 0;
        }

        return compte;
    }

    private static string[] Partie(string nom, IEnumerable<string> valeurs)
    {
        var texte = string.Join(',', valeurs);
        return texte.Length == 0 ? [] : [$"{nom}={texte}"];
    }
}
