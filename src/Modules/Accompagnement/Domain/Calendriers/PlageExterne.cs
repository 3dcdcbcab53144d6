namespace FaireAvec.Accompagnement.Domain.Calendriers;

/// <summary>A time when a médiateur is taken elsewhere. Not by what.</summary>
internal sealed class PlageExterne
{
    public required Guid Calendrier { get; init; }

    /// <summary>The médiateur.</summary>
    public required Guid Compte { get; init; }

    public required DateTimeOffset Debut { get; init; }
    public required DateTimeOffset Fin { get; init; }
}
