using FaireAvec.Accompagnement.Domain.HorsLigne;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class AppareilConfiguration : IEntityTypeConfiguration<Appareil>
{
    public void Configure(EntityTypeBuilder<Appareil> builder)
    {
        builder.ToTable("appareils");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Nom).HasMaxLength(Appareil.NomMax);
        builder.Property(a => a.VersionDeLApplication).HasMaxLength(Appareil.VersionMax);
        // What hangs on a device is its owner's: the keys of the other tables hold both.
        builder.HasAlternateKey(a => new { a.Id, a.Compte });
        builder.HasIndex(a => a.Compte);
    }
}

internal sealed class EnvoiConfiguration : IEntityTypeConfiguration<Envoi>
{
    public void Configure(EntityTypeBuilder<Envoi> builder)
    {
        builder.ToTable("envois");
        builder.HasKey(e => new { e.Appareil, e.Id });
        builder.Property(e => e.Genre).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Etat).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Code).HasMaxLength(20);
        builder.Property(e => e.Phrase).HasMaxLength(Envoi.PhraseMax);
        builder.HasOne<Appareil>().WithMany().HasForeignKey(e => new { e.Appareil, e.Compte }).HasPrincipalKey(a => new { a.Id, a.Compte }).OnDelete(DeleteBehavior.Cascade);
        // What somebody has to look at.
        builder.HasIndex(e => new { e.Compte, e.RecuLe }).HasFilter("etat IN ('Refuse', 'Conflit')");
        // The last word about one thing.
        builder.HasIndex(e => new { e.Appareil, e.Sujet, e.Numero }).HasFilter("sujet IS NOT NULL");
    }
}

internal sealed class CarteReserveeConfiguration : IEntityTypeConfiguration<CarteReservee>
{
    public void Configure(EntityTypeBuilder<CarteReservee> builder)
    {
        builder.ToTable("cartes_reservees");
        builder.HasKey(c => c.Numero);
        builder.Property(c => c.Numero).HasMaxLength(Domain.Personnes.NumeroDeCarte.Longueur);
        builder.HasOne<Appareil>().WithMany().HasForeignKey(c => new { c.Appareil, c.Compte }).HasPrincipalKey(a => new { a.Id, a.Compte }).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.Appareil);
    }
}
