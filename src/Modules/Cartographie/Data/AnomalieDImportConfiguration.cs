using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class AnomalieDImportConfiguration : IEntityTypeConfiguration<AnomalieDImport>
{
    public void Configure(EntityTypeBuilder<AnomalieDImport> builder)
    {
        builder.ToTable("anomalies");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).UseIdentityAlwaysColumn();
        builder.Property(a => a.Niveau).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(a => new { a.Import, a.Ligne });
        builder.HasIndex(a => new { a.Source, a.Regle });
        builder.HasIndex(a => a.Instant);
    }
}
