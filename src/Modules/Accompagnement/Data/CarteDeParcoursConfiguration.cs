using FaireAvec.Accompagnement.Domain.Personnes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class CarteDeParcoursConfiguration : IEntityTypeConfiguration<CarteDeParcours>
{
    public void Configure(EntityTypeBuilder<CarteDeParcours> builder)
    {
        builder.ToTable("cartes");
        builder.HasKey(c => c.Id);
        builder.HasOne<PersonneAccompagnee>().WithMany().HasForeignKey(c => c.Personne).OnDelete(DeleteBehavior.Cascade);
        builder.Property(c => c.Numero).HasMaxLength(NumeroDeCarte.Longueur).IsFixedLength();
        builder.Property(c => c.Fin).HasConversion<string>().HasMaxLength(20);
        // A number is never given twice, even after its card ended.
        builder.HasIndex(c => c.Numero).IsUnique();
        builder.HasIndex(c => c.Empreinte).IsUnique();
        builder.HasIndex(c => c.Personne).IsUnique().HasFilter("finie_le IS NULL");
    }
}
