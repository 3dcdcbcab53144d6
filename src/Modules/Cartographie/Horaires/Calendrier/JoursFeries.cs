namespace FaireAvec.Cartographie.Horaires.Calendrier;

/// <summary>
/// French public holidays by département code, for the years 1900 to 2199, as the law stands today (a holiday is not removed from the years before
/// it was created). A holiday that falls on a Sunday is not carried over to another day.
/// Sources: Labour Code L3133-1 (national), L3134-13 (Moselle, Bas-Rhin, Haut-Rhin; there, Good Friday is a holiday only in communes with a
/// Protestant temple or a mixed church: the département is taken as the rule), L3422-2 (overseas); local calendars for 977, 978, 986, 987 and 988.
/// </summary>
internal static class JoursFeries
{
    /// <summary>First year known.</summary>
    public const int PremiereAnnee = 1900;

    /// <summary>Last year known.</summary>
    public const int DerniereAnnee = 2199;

    private const string Abolition = "Abolition de l’esclavage";
    private const string Schoelcher = "Fête de Victor Schœlcher";

    /// <summary>The name of the holiday of this date in this département, or null when the day is an ordinary one or the year is out of range.</summary>
    public static string? Nom(DateOnly jour, string departement)
    {
        if (jour.Year is < PremiereAnnee or > DerniereAnnee)
        {
            return null;
        }

        return National((jour.Month * 100) + jour.Day)
            ?? Mobile(jour.DayOfYear - Paques.JourDeLAnnee(jour.Year), departement)
            ?? Local((jour.Month * 100) + jour.Day, jour.Year, departement);
    }

    /// <summary>True when the département has holidays that the rest of the country hasn't, or another clock: its days are judged apart.</summary>
    public static bool ACalendrierPropre(string departement) => departement is "57" or "67" or "68" || departement.Length == 3;

    /// <summary>The holidays of a year in a département, in the order of the calendar. Empty when the year is out of range.</summary>
    public static IReadOnlyList<JourFerie> Annee(int annee, string departement)
    {
        var feries = new List<JourFerie>(14);
        if (annee is < PremiereAnnee or > DerniereAnnee)
        {
            return feries;
        }

        for (var jour = new DateOnly(annee, 1, 1); jour.Year == annee; jour = jour.AddDays(1))
        {
            if (Nom(jour, departement) is { } nom)
            {
                feries.Add(new JourFerie(jour, nom));
            }
        }

        return feries;
    }

    // Dates are written month × 100 + day.
    private static string? National(int date) => date switch
    {
        101 => "Jour de l’an",
        501 => "Fête du Travail",
        508 => "Victoire 1945",
        714 => "Fête nationale",
        815 => "Assomption",
        1101 => "Toussaint",
        1111 => "Armistice 1918",
        1225 => "Noël",
        _ => null,
    };

    // Days counted from Easter Sunday.
    private static string? Mobile(int depuisPaques, string departement) => depuisPaques switch
    {
        -2 when departement is "57" or "67" or "68" or "971" or "972" or "977" or "987" => "Vendredi saint",
        1 => "Lundi de Pâques",
        39 => "Ascension",
        50 => "Lundi de Pentecôte",
        _ => null,
    };

    private static string? Local(int date, int annee, string departement) => (departement, date) switch
    {
        ("57" or "67" or "68", 1226) => "Saint-Étienne",
        ("971", 527) => Abolition,
        ("971", 721) => Schoelcher,
        ("972", 522) => Abolition,
        ("972", 721) => Schoelcher,
        ("973", 610) => Abolition,
        ("974", 1220) => Abolition,
        ("976", 427) => Abolition,
        ("977", 1009) => Abolition,
        ("978", 527) => Abolition,
        ("986", 428) => "Fête de saint Pierre Chanel",
        ("986", 629) => "Saint-Pierre et Saint-Paul",
        ("986", 729) => "Fête du Territoire",
        ("987", 305) => "Arrivée de l’Évangile",
        ("987", 629) when annee < 2025 => "Fête de l’autonomie",
        ("987", 1120) when annee >= 2025 => "Matari’i i ni’a",
        ("988", 924) => "Fête de la citoyenneté",
        _ => null,
    };
}
