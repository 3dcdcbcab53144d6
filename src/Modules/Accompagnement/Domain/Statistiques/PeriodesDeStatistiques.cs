using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>The periods that one looks at without writing dates, the one before each, and how a period is cut.</summary>
internal static class PeriodesDeStatistiques
{
    /// <summary>A whole career fits; a chart of more would say nothing.</summary>
    public const int AnneesMax = 20;

    /// <summary>Nothing was noted before (ACC-037).</summary>
    public static readonly DateOnly PremierJour = new(2000, 1, 1);

    public const string ParDefaut = "mois";

    /// <summary>By their name in addresses. « libre » is two dates.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["jour", "semaine", "mois", "mois-dernier", "trimestre", "annee", "annee-scolaire"];

    /// <summary>How an evolution is cut.</summary>
    public static IReadOnlyList<string> Pas { get; } = ["jour", "semaine", "mois", "annee-scolaire"];

    /// <summary>First and last day, up to today.</summary>
    public static (DateOnly Du, DateOnly Au) Lire(string code, DateOnly aujourdhui)
    {
        var mois = new DateOnly(aujourdhui.Year, aujourdhui.Month, 1);
        return code switch
        {
            "jour" => (aujourdhui, aujourdhui),
            "semaine" => (TempsDeSaisie.Lundi(aujourdhui), aujourdhui),
            "mois-dernier" => (mois.AddMonths(-1), mois.AddDays(-1)),
            "trimestre" => (new DateOnly(aujourdhui.Year, ((aujourdhui.Month - 1) / 3 * 3) + 1, 1), aujourdhui),
            "annee" => (new DateOnly(aujourdhui.Year, 1, 1), aujourdhui),
            "annee-scolaire" => (Rentree(aujourdhui), aujourdhui),
            _ => (mois, aujourdhui),
        };
    }

    /// <summary>The days just before, as many.</summary>
    public static (DateOnly Du, DateOnly Au) Precedente(DateOnly du, DateOnly au) => (du.AddDays(du.DayNumber - au.DayNumber - 1), du.AddDays(-1));

    /// <summary>A cut that gives few enough points to be read.</summary>
    public static string PasPour(DateOnly du, DateOnly au) => (au.DayNumber - du.DayNumber) switch { <= 45 => "jour", <= 200 => "semaine", <= 365 * 4 => "mois", _ => "annee-scolaire" };

    /// <summary>The first day of the part where a day falls.</summary>
    public static DateOnly Debut(string pas, DateOnly jour) => pas switch
    {
        "jour" => jour,
        "semaine" => TempsDeSaisie.Lundi(jour),
        "mois" => new DateOnly(jour.Year, jour.Month, 1),
        _ => Rentree(jour),
    };

    /// <summary>The first day of the next part.</summary>
    public static DateOnly Suivant(string pas, DateOnly debut) => pas switch
    {
        "jour" => debut.AddDays(1),
        "semaine" => debut.AddDays(7),
        "mois" => debut.AddMonths(1),
        _ => debut.AddYears(1),
    };

    // A school year begins in September.
    private static DateOnly Rentree(DateOnly jour) => new(jour.Month >= 9 ? jour.Year : jour.Year - 1, 9, 1);
}
