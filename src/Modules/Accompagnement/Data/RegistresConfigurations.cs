using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class RegistreConfiguration : IEntityTypeConfiguration<Registre>
{
    public void Configure(EntityTypeBuilder<Registre> builder)
    {
        builder.ToTable("registres");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Titre).HasMaxLength(Activite.TexteCourtMax);
        builder.Property(r => r.TypeDeLieu).HasMaxLength(40);
        builder.Property(r => r.Lieu).HasMaxLength(200);
        builder.Property(r => r.Commune).HasMaxLength(5);
        builder.Property(r => r.Effectifs).GarderEnJson();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Ignore(r => r.Ferme).Ignore(r => r.Minutes);
        // What hangs on a register is its author's: the keys of the other tables hold both.
        builder.HasAlternateKey(r => new { r.Id, r.Auteur });
        // The médiateur's list, newest first.
        builder.HasIndex(r => new { r.Auteur, r.Jour, r.Id });
    }
}

internal sealed class SignatureDeRegistreConfiguration : IEntityTypeConfiguration<SignatureDeRegistre>
{
    public void Configure(EntityTypeBuilder<SignatureDeRegistre> builder)
    {
        builder.ToTable("signatures_de_registres");
        builder.HasKey(s => s.Id);
        builder.HasOne<Registre>().WithMany().HasForeignKey(s => new { s.Registre, s.Auteur }).HasPrincipalKey(r => new { r.Id, r.Auteur }).OnDelete(DeleteBehavior.Cascade);
        // Counted each time that somebody signs.
        builder.HasIndex(s => s.Registre);
    }
}
