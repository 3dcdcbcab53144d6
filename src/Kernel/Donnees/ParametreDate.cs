using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Kernel.Donnees;

/// <summary>
/// An amount, a rate, a delay, a ceiling: dated data, because every scheme changed its figures during its life. One value per key from
/// <see cref="Debut"/> until the next one begins.
/// </summary>
public sealed class ParametreDate
{
    /// <summary>Longest key.</summary>
    public const int CleMax = 120;

    /// <summary>"module.chose" ("cartographie.rayon_km").</summary>
    public required string Cle { get; init; }

    /// <summary>First day of the value.</summary>
    public required DateOnly Debut { get; init; }

    /// <summary>The value: cents, basis points, days or metres, as its key says.</summary>
    public required long Valeur { get; init; }

    /// <summary>Where the figure comes from (decree, convention).</summary>
    public required string Source { get; init; }
}

/// <summary>Reads dated parameters.</summary>
public static class ParametresDates
{
    /// <summary>The value of the key on that day, or null when none has begun yet.</summary>
    public static async Task<long?> ParametreAsync(this FaireAvecDb db, string cle, DateOnly jour, CancellationToken annulation) =>
        await db.Set<ParametreDate>().Where(p => p.Cle == cle && p.Debut <= jour).OrderByDescending(p => p.Debut).Select(p => (long?)p.Valeur).FirstOrDefaultAsync(annulation);

    /// <summary>The same for several keys, read at once; one that has no value on that day isn't there.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> ParametresAsync(this FaireAvecDb db, IReadOnlyCollection<string> cles, DateOnly jour, CancellationToken annulation) =>
        (await db.Set<ParametreDate>().Where(p => cles.Contains(p.Cle) && p.Debut <= jour).Select(p => new { p.Cle, p.Debut, p.Valeur }).ToListAsync(annulation))
            .GroupBy(p => p.Cle, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Debut)!.Valeur, StringComparer.Ordinal);
}

internal sealed class ParametreDateConfiguration : IEntityTypeConfiguration<ParametreDate>
{
    public void Configure(EntityTypeBuilder<ParametreDate> builder)
    {
        builder.ToTable("parametres");
        builder.HasKey(p => new { p.Cle, p.Debut });
        builder.Property(p => p.Cle).HasMaxLength(ParametreDate.CleMax);
    }
}
