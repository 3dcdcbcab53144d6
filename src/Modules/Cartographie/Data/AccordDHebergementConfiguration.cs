using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class AccordDHebergementConfiguration : IEntityTypeConfiguration<AccordDHebergement>
{
    public void Configure(EntityTypeBuilder<AccordDHebergement> builder)
    {
        builder.ToTable("accords_hebergement");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Lieu).HasMaxLength(Lieu.IdMax);
        builder.Property(a => a.Motif).HasMaxLength(AccordDHebergement.MotifMax);
        builder.Property(a => a.MotifDeRetrait).HasMaxLength(AccordDHebergement.MotifMax);
        // One in force for a record.
        builder.HasIndex(a => a.Lieu).IsUnique().HasFilter("retire_le IS NULL");
    }
}
