namespace FaireAvec.Accompagnement.Equipes;

/// <summary>The periods that one looks at, by their name in addresses.</summary>
internal static class Periodes
{
    public static IReadOnlyList<string> Noms { get; } = ["semaine", "mois", "mois-dernier", "annee", "annee-scolaire"];

    /// <summary>First and last day; « mois » for a name that isn't known.</summary>
    public static (DateOnly Du, DateOnly Au) Lire(string? nom, DateOnly aujourdhui)
    {
        var mois = new DateOnly(aujourdhui.Year, aujourdhui.Month, 1);
        return nom switch
        {
            "semaine" => (Domain.Activites.TempsDeSaisie.Lundi(aujourdhui), aujourdhui),
            "mois-dernier" => (mois.AddMonths(-1), mois.AddDays(-1)),
            "annee" => (new DateOnly(aujourdhui.Year, 1, 1), aujourdhui),
            // A school year begins in September.
            "annee-scolaire" => (new DateOnly(aujourdhui.Month >= 9 ? aujourdhui.Year : aujourdhui.Year - 1, 9, 1), aujourdhui),
            _ => (mois, aujourdhui),
        };
    }
}
