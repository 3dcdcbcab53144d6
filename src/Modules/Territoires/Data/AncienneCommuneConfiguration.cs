using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Territoires.Data;

internal sealed class AncienneCommuneConfiguration : IEntityTypeConfiguration<AncienneCommuneLigne>
{
    public void Configure(EntityTypeBuilder<AncienneCommuneLigne> builder)
    {
        builder.ToTable("anciennes_communes");
        builder.HasKey(a => a.AncienCode);
        builder.Property(a => a.AncienCode).HasMaxLength(5);
        builder.Property(a => a.CodeInsee).HasMaxLength(5);
        builder.Property(a => a.Nom).HasMaxLength(100);
        builder.HasIndex(a => a.CodeInsee);
    }
}
