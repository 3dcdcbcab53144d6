using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Territoires.Data;

internal sealed class RegionConfiguration : IEntityTypeConfiguration<RegionLigne>
{
    public void Configure(EntityTypeBuilder<RegionLigne> builder)
    {
        builder.ToTable("regions");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(3);
        builder.Property(r => r.Nom).HasMaxLength(100);
        builder.Property(r => r.ChefLieu).HasMaxLength(5);
        builder.Property(r => r.Zone).HasMaxLength(10);
    }
}
