using FaireAvec.Accompagnement.Domain.Agenda;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class DisponibiliteConfiguration : IEntityTypeConfiguration<Disponibilite>
{
    public void Configure(EntityTypeBuilder<Disponibilite> builder)
    {
        builder.ToTable("disponibilites");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Lieu).HasMaxLength(Disponibilite.LieuMax);
        builder.Property(d => d.Fuseau).HasMaxLength(HeuresLocales.FuseauMax);
        builder.Property(d => d.Departement).HasMaxLength(3);
        builder.Ignore(d => d.UnSeulJour);
        builder.HasIndex(d => d.Compte);
        builder.HasIndex(d => d.Lieu);
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Fuseau).HasMaxLength(HeuresLocales.FuseauMax);
        builder.Ignore(a => a.Plage);
        builder.HasIndex(a => new { a.Compte, a.Fin });
    }
}

internal sealed class SalleConfiguration : IEntityTypeConfiguration<Salle>
{
    public void Configure(EntityTypeBuilder<Salle> builder)
    {
        builder.ToTable("salles");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Lieu).HasMaxLength(Disponibilite.LieuMax);
        builder.Property(s => s.Nom).HasMaxLength(Salle.NomMax);
        builder.HasIndex(s => s.Organisation);
    }
}

internal sealed class ReglagesDAgendaConfiguration : IEntityTypeConfiguration<ReglagesDAgenda>
{
    public void Configure(EntityTypeBuilder<ReglagesDAgenda> builder)
    {
        builder.ToTable("reglages_d_agenda");
        builder.HasKey(r => r.Compte);
    }
}

internal sealed class OccupationConfiguration : IEntityTypeConfiguration<Occupation>
{
    public void Configure(EntityTypeBuilder<Occupation> builder)
    {
        builder.ToTable("occupations");
        builder.HasKey(o => o.Source);
        builder.Property(o => o.Lieu).HasMaxLength(Disponibilite.LieuMax);
        builder.Ignore(o => o.Plage);
        builder.HasIndex(o => new { o.Compte, o.Debut });
        builder.HasIndex(o => new { o.Lieu, o.Debut });
    }
}

internal sealed class RendezVousConfiguration : IEntityTypeConfiguration<RendezVous>
{
    public void Configure(EntityTypeBuilder<RendezVous> builder)
    {
        builder.ToTable("rendez_vous");
        builder.Reserver();
        builder.Property(r => r.Lieu).HasMaxLength(Disponibilite.LieuMax);
        builder.Property(r => r.Fuseau).HasMaxLength(HeuresLocales.FuseauMax);
        builder.Property(r => r.Etat).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(r => r.Plage).Ignore(r => r.Minutes);
        builder.HasIndex(r => new { r.Compte, r.Debut });
        // What a client of the API follows.
        builder.HasIndex(r => new { r.Organisation, r.Debut, r.Id });
        builder.HasIndex(r => r.Fin).HasFilter("effacee_le IS NULL");
        // One is moved to one.
        builder.HasIndex(r => r.Remplace).IsUnique().HasFilter("remplace IS NOT NULL");
    }
}

internal sealed class AtelierPrevuConfiguration : IEntityTypeConfiguration<AtelierPrevu>
{
    public void Configure(EntityTypeBuilder<AtelierPrevu> builder)
    {
        builder.ToTable("ateliers_prevus");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Lieu).HasMaxLength(Disponibilite.LieuMax);
        builder.Property(a => a.Fuseau).HasMaxLength(HeuresLocales.FuseauMax);
        builder.Property(a => a.Titre).HasMaxLength(AtelierPrevu.TitreMax);
        builder.Property(a => a.Description).HasMaxLength(AtelierPrevu.DescriptionMax);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Plage).Ignore(a => a.Minutes);
        builder.HasIndex(a => new { a.Compte, a.Debut });
        builder.HasIndex(a => new { a.Lieu, a.Debut });
    }
}

internal sealed class InscriptionConfiguration : IEntityTypeConfiguration<Inscription>
{
    public void Configure(EntityTypeBuilder<Inscription> builder)
    {
        builder.ToTable("inscriptions");
        builder.Reserver();
        builder.Property(i => i.Etat).HasConversion<string>().HasMaxLength(20);
        // The capacity is in the key too, in SQL: what EF calls a key never changes.
        builder.HasOne<AtelierPrevu>().WithMany().HasForeignKey(i => i.Atelier).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => new { i.Atelier, i.Place }).IsUnique().HasFilter("place IS NOT NULL");
    }
}

/// <summary>What an appointment and a registration share.</summary>
internal static class ReservationEnBase
{
    public static void Reserver<T>(this EntityTypeBuilder<T> builder) where T : Reservation
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Besoin).HasMaxLength(40);
        builder.Property(r => r.Interprete).HasMaxLength(10);
        builder.Property(r => r.Langue).HasMaxLength(2);
        builder.Property(r => r.Origine).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.AnnuleePar).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Personne).HasFilter("personne IS NOT NULL");
        builder.HasIndex(r => r.EmpreinteDuTelephone).HasFilter("empreinte_du_telephone IS NOT NULL");
        builder.HasIndex(r => r.EmpreinteDuCourriel).HasFilter("empreinte_du_courriel IS NOT NULL");
        builder.HasIndex(r => r.EmpreinteDeLAdresse).HasFilter("empreinte_de_l_adresse IS NOT NULL");
        builder.HasIndex(r => r.TenueJusqua).HasFilter("tenue_jusqua IS NOT NULL");
    }
}
