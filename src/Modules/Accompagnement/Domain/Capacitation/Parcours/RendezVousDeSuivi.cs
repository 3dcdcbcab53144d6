namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>When to ask for news after an exit, so that the answer falls within the 30 to 90 days of <see cref="TauxAutonomieDurable"/>.</summary>
/// <param name="Moment">One month, or three.</param>
/// <param name="APartirDu">The reminder shows from that day.</param>
/// <param name="AuPlusTard">After that day the answer is kept, but is out of the figure.</param>
internal readonly record struct RendezVousDeSuivi(Moment Moment, DateOnly APartirDu, DateOnly AuPlusTard)
{
    // Three months are 89 to 92 days, and the figure ends at 90: the reminder comes two weeks before.
    private const int DebutM3 = 76;
    private const int FinM1 = 60;

    public static IReadOnlyList<RendezVousDeSuivi> ApresLaSortie(DateOnly sortie) =>
    [
        new(Moment.M1, sortie.AddDays(TauxAutonomieDurable.PremierJour), sortie.AddDays(FinM1)),
        new(Moment.M3, sortie.AddDays(DebutM3), sortie.AddDays(TauxAutonomieDurable.DernierJour)),
    ];

    public bool Echu(DateOnly jour) => jour >= APartirDu;

    public bool EnRetard(DateOnly jour) => jour > AuPlusTard;
}
