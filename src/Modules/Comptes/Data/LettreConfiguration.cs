using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class LettreConfiguration : IEntityTypeConfiguration<Lettre>
{
    public void Configure(EntityTypeBuilder<Lettre> builder)
    {
        builder.ToTable("lettres");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Nature).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(x => x.DeposeeLe);
    }
}
