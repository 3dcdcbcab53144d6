namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>Somebody looked at what concerns a person: who, when, what, why. Shown to that person. Not journaled: it is a journal.</summary>
internal sealed class Consultation
{
    public const int QuoiMax = 120;
    public const int PourquoiMax = 500;

    /// <summary>Looking again at the same thing within this time is one look.</summary>
    public static readonly TimeSpan Tranche = TimeSpan.FromMinutes(15);

    public required Guid Id { get; init; }
    public required Guid Personne { get; init; }
    public required Guid Par { get; init; }

    /// <summary>For which organisation they worked then.</summary>
    public Guid? Organisation { get; init; }

    public required DateTimeOffset Instant { get; init; }
    public required string Quoi { get; init; }
    public string? Pourquoi { get; init; }

    /// <summary>The quarter of an hour of <see cref="Instant"/>.</summary>
    public required DateTimeOffset Quart { get; init; }

    public static DateTimeOffset QuartDe(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % Tranche.Ticks), TimeSpan.Zero);
}
