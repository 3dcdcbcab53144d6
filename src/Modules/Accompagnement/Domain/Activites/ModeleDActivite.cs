namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>What comes back often, kept as a form to start from; with a rhythm, « Aujourd’hui » proposes it on its day.</summary>
internal sealed class ModeleDActivite
{
    public const int NomMax = 80;

    /// <summary>Of one person at most.</summary>
    public const int Max = 50;

    public required Guid Id { get; init; }
    public required Guid Auteur { get; init; }
    public required string Nom { get; set; }

    /// <summary>The form, in JSON.</summary>
    public required string Contenu { get; set; }

    /// <summary>The first day of a workshop that comes back; null when it doesn't.</summary>
    public DateOnly? Depuis { get; set; }

    /// <summary>Its last day, included; null when it isn't known.</summary>
    public DateOnly? Jusqua { get; set; }

    /// <summary>Every how many weeks: 1, 2 or 4.</summary>
    public int Semaines { get; set; } = 1;

    public required DateTimeOffset CreeLe { get; init; }

    /// <summary>True on the days when it takes place.</summary>
    public bool APrevoir(DateOnly jour) =>
        Depuis is { } depuis && jour >= depuis && (Jusqua is not { } fin || jour <= fin) && (jour.DayNumber - depuis.DayNumber) % (7 * Math.Max(Semaines, 1)) == 0;
}
