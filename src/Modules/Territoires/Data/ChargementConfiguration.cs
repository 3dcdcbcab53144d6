using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Territoires.Data;

internal sealed class ChargementConfiguration : IEntityTypeConfiguration<ChargementLigne>
{
    public void Configure(EntityTypeBuilder<ChargementLigne> builder)
    {
        builder.ToTable("chargements");
        builder.HasKey(c => c.Jeu);
        builder.Property(c => c.Jeu).HasMaxLength(50);
        builder.Property(c => c.Empreinte).HasMaxLength(64);
    }
}
