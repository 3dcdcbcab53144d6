using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Territoires.Data;

internal sealed class CommuneConfiguration : IEntityTypeConfiguration<CommuneLigne>
{
    public void Configure(EntityTypeBuilder<CommuneLigne> builder)
    {
        builder.ToTable("communes");
        builder.HasKey(c => c.CodeInsee);
        builder.Property(c => c.CodeInsee).HasMaxLength(5);
        builder.Property(c => c.Nom).HasMaxLength(100);
        builder.Property(c => c.NomNormalise).HasMaxLength(100);
        builder.Property(c => c.CommuneMere).HasMaxLength(5);
        builder.Property(c => c.Departement).HasMaxLength(3);
        builder.Property(c => c.Region).HasMaxLength(3);
        builder.Property(c => c.Epci).HasMaxLength(9);
        builder.HasIndex(c => c.Departement);
        builder.HasIndex(c => c.Epci);
    }
}
