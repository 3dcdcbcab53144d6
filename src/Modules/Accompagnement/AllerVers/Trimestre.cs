using System.Globalization;

namespace FaireAvec.Accompagnement.AllerVers;

/// <summary>
/// A quarter of the year: the only periods of a team's figures. They don't overlap, so that a few people are never found by taking one period from another.
/// </summary>
internal readonly record struct Trimestre(int Annee, int Numero)
{
    /// <summary>How many are proposed.</summary>
    public const int Proposes = 8;

    public DateOnly Debut => new(Annee, ((Numero - 1) * 3) + 1, 1);

    public DateOnly Fin => Debut.AddMonths(3).AddDays(-1);

    /// <summary>« 2026-4 ».</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Annee}-{Numero}");

    public static Trimestre De(DateOnly jour) => new(jour.Year, ((jour.Month - 1) / 3) + 1);

    /// <summary>The one of this day and those before it, newest first.</summary>
    public static IReadOnlyList<Trimestre> Derniers(DateOnly jour) => [.. Enumerable.Range(0, Proposes).Select(i => De(De(jour).Debut.AddMonths(-3 * i)))];
}
