using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Territoires.Data;

internal sealed class EpciConfiguration : IEntityTypeConfiguration<EpciLigne>
{
    public void Configure(EntityTypeBuilder<EpciLigne> builder)
    {
        builder.ToTable("epci");
        builder.HasKey(e => e.Code);
        builder.Property(e => e.Code).HasMaxLength(9);
        builder.Property(e => e.Nom).HasMaxLength(200);
        builder.Property(e => e.Type).HasMaxLength(10);
    }
}
