using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Territoires.Data;

internal sealed class DepartementConfiguration : IEntityTypeConfiguration<DepartementLigne>
{
    public void Configure(EntityTypeBuilder<DepartementLigne> builder)
    {
        builder.ToTable("departements");
        builder.HasKey(d => d.Code);
        builder.Property(d => d.Code).HasMaxLength(3);
        builder.Property(d => d.Nom).HasMaxLength(100);
        builder.Property(d => d.Region).HasMaxLength(3);
        builder.Property(d => d.ChefLieu).HasMaxLength(5);
        builder.Property(d => d.Zone).HasMaxLength(10);
    }
}
