using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class PaireARevoirConfiguration : IEntityTypeConfiguration<PaireARevoir>
{
    public void Configure(EntityTypeBuilder<PaireARevoir> builder)
    {
        builder.ToTable("paires_a_revoir");
        builder.HasKey(p => new { p.LieuA, p.LieuB });
        builder.Property(p => p.LieuA).HasMaxLength(Lieu.IdMax);
        builder.Property(p => p.LieuB).HasMaxLength(Lieu.IdMax);
        builder.HasIndex(p => p.Probabilite);
    }
}
