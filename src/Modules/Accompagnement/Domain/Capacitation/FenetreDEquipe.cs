namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>
/// The period of a team's figures: whole months, up to the end of the last one. Figures that moved each day would say, by taking yesterday's from today's,
/// what one person did; one's own figures go up to today.
/// </summary>
internal static class FenetreDEquipe
{
    /// <param name="jour">Today.</param>
    /// <param name="mois">How many months.</param>
    public static (DateOnly Du, DateOnly Au) De(DateOnly jour, int mois)
    {
        var premier = new DateOnly(jour.Year, jour.Month, 1);
        return (premier.AddMonths(-mois), premier.AddDays(-1));
    }
}
