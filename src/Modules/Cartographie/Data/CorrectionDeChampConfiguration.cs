using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class CorrectionDeChampConfiguration : IEntityTypeConfiguration<CorrectionDeChamp>
{
    public void Configure(EntityTypeBuilder<CorrectionDeChamp> builder)
    {
        builder.ToTable("corrections");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Lieu).HasMaxLength(Lieu.IdMax);
        builder.Property(c => c.Champ).HasMaxLength(50);
        builder.Property(c => c.Motif).HasMaxLength(CorrectionDeChamp.MotifMax);
        builder.Property(c => c.Etat).HasConversion<string>().HasMaxLength(20);
        // One correction at a time wins over the source.
        builder.HasIndex(c => new { c.Lieu, c.Champ }).IsUnique().HasFilter("etat = 'Active'");
    }
}
