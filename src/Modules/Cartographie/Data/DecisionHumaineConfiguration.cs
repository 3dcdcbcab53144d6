using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class DecisionHumaineConfiguration : IEntityTypeConfiguration<DecisionHumaine>
{
    public void Configure(EntityTypeBuilder<DecisionHumaine> builder)
    {
        builder.ToTable("decisions", t => t.HasCheckConstraint("ck_decisions_ordre", "lieu_a COLLATE \"C\" < lieu_b COLLATE \"C\""));
        builder.HasKey(d => d.Id);
        builder.Property(d => d.LieuA).HasMaxLength(Lieu.IdMax);
        builder.Property(d => d.LieuB).HasMaxLength(Lieu.IdMax);
        builder.Property(d => d.Motif).HasMaxLength(DecisionHumaine.MotifMax);
        builder.Property(d => d.Verdict).HasConversion<string>().HasMaxLength(20);
        // One verdict in force for a pair.
        builder.HasIndex(d => new { d.LieuA, d.LieuB }).IsUnique().HasFilter("annulee_le IS NULL");
    }
}
