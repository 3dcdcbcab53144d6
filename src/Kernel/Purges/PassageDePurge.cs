using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Kernel.Purges;

/// <summary>What one purge did one night.</summary>
public sealed class PassageDePurge
{
    /// <summary>Longest name of a purge.</summary>
    public const int NomMax = 80;

    /// <summary>Longest sentence of a failure.</summary>
    public const int ErreurMax = 500;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary><see cref="IPurge.Nom"/>.</summary>
    public required string Purge { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>How many things it erased; null when it failed.</summary>
    public int? Effaces { get; init; }

    /// <summary>Why it failed; null when it did its work.</summary>
    public string? Erreur { get; init; }
}

internal sealed class PassageDePurgeConfiguration : IEntityTypeConfiguration<PassageDePurge>
{
    public void Configure(EntityTypeBuilder<PassageDePurge> builder)
    {
        builder.ToTable("purges");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Purge).HasMaxLength(PassageDePurge.NomMax);
        builder.Property(p => p.Erreur).HasMaxLength(PassageDePurge.ErreurMax);
        builder.HasIndex(p => new { p.Purge, p.Instant });
    }
}
