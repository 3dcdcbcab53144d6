using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class LieuConfiguration : IEntityTypeConfiguration<Lieu>
{
    public void Configure(EntityTypeBuilder<Lieu> builder)
    {
        builder.ToTable("lieux");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).HasMaxLength(Lieu.IdMax);
        builder.Property(l => l.Nom).HasMaxLength(Lieu.NomMax);
        builder.HasIndex(l => l.Source);
        builder.HasIndex(l => l.CodeInsee);
    }
}
