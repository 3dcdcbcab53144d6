using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class CarteACodesConfiguration : IEntityTypeConfiguration<CarteACodes>
{
    public void Configure(EntityTypeBuilder<CarteACodes> builder)
    {
        builder.ToTable("cartes_a_codes");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Serie).HasMaxLength(CarteACodes.SerieMax);
        builder.HasIndex(x => x.Serie).IsUnique();
        builder.HasIndex(x => x.Compte);
        builder.HasOne<Compte>().WithMany().HasForeignKey(x => x.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
