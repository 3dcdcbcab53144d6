using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class ArretConfiguration : IEntityTypeConfiguration<Arret>
{
    public void Configure(EntityTypeBuilder<Arret> builder)
    {
        builder.ToTable("arrets");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Lieu).HasMaxLength(Lieu.IdMax);
        builder.Property(a => a.Commune).HasMaxLength(Arret.TexteMax);
        builder.Property(a => a.CodePostal).HasMaxLength(5);
        builder.Property(a => a.CodeInsee).HasMaxLength(5);
        builder.Property(a => a.Adresse).HasMaxLength(Arret.TexteMax);
        builder.Ignore(a => a.HorairesDates);
        builder.HasIndex(a => a.Lieu);
        builder.HasIndex(a => a.DernierJour);
    }
}
