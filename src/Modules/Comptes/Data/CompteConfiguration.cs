using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class CompteConfiguration : IEntityTypeConfiguration<Compte>
{
    public void Configure(EntityTypeBuilder<Compte> builder)
    {
        builder.ToTable("comptes");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Courriel).HasMaxLength(Courriels.Max);
        builder.Property(c => c.CleDuCourriel).HasMaxLength(Courriels.Max);
        builder.Property(c => c.Prenom).HasMaxLength(Compte.NomMax);
        builder.Property(c => c.Nom).HasMaxLength(Compte.NomMax);
        builder.Property(c => c.Telephone).HasMaxLength(20);
        builder.Property(c => c.Statut).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Etat).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(c => c.NomComplet);
        builder.HasIndex(c => c.CleDuCourriel).IsUnique();
        builder.HasIndex(c => new { c.Nom, c.Prenom });
    }
}
