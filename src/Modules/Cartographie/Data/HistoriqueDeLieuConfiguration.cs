using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class HistoriqueDeLieuConfiguration : IEntityTypeConfiguration<HistoriqueDeLieu>
{
    public void Configure(EntityTypeBuilder<HistoriqueDeLieu> builder)
    {
        builder.ToTable("historique_lieux");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).UseIdentityAlwaysColumn();
        builder.Property(h => h.Avant).HasColumnType("jsonb");
        builder.Property(h => h.Apres).HasColumnType("jsonb");
        builder.HasIndex(h => new { h.Lieu, h.Id });
        builder.HasIndex(h => h.Import);
    }
}
