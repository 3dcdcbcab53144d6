using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class ParcoursConfiguration : IEntityTypeConfiguration<Parcours>
{
    public void Configure(EntityTypeBuilder<Parcours> builder)
    {
        builder.ToTable("parcours");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Etat).HasConversion<string>().HasMaxLength(30);
        builder.Property(p => p.EtatAvantPerte).HasConversion<string>().HasMaxLength(30);
        builder.Property(p => p.Langue).HasMaxLength(20);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<ConfigurationDAllerVers>().WithMany().HasForeignKey(p => p.Configuration).OnDelete(DeleteBehavior.Restrict);
        // One at a time; a lost path is one to come back to.
        builder.HasIndex(p => p.Personne).IsUnique().HasFilter("etat <> 'Clos'");
    }
}

internal sealed class SavoirFaireChoisiConfiguration : IEntityTypeConfiguration<SavoirFaireChoisi>
{
    public void Configure(EntityTypeBuilder<SavoirFaireChoisi> builder)
    {
        builder.ToTable("savoir_faire_choisis");
        builder.HasKey(s => new { s.Parcours, s.SavoirFaire });
        builder.Property(s => s.SavoirFaire).HasMaxLength(10);
        builder.Property(s => s.Etat).HasConversion<string>().HasMaxLength(30);
        builder.Property(s => s.Motif).HasMaxLength(20);
        builder.HasIndex(s => s.Personne);
        builder.HasOne<Parcours>().WithMany().HasForeignKey(s => s.Parcours).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PositionnementConfiguration : IEntityTypeConfiguration<Positionnement>
{
    public void Configure(EntityTypeBuilder<Positionnement> builder)
    {
        builder.ToTable("positionnements");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.SavoirFaire).HasMaxLength(10);
        builder.Property(p => p.Moment).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Preuve).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Evaluateur).HasConversion<string>().HasMaxLength(20);
        // The same form sent twice writes once; looks on the way are one a day, the others one for the path.
        builder.HasIndex(p => new { p.Parcours, p.SavoirFaire, p.Moment, p.Jour }).IsUnique();
        builder.HasIndex(p => p.Personne);
        builder.HasIndex(p => p.SaisiLe);
        builder.HasOne<Parcours>().WithMany().HasForeignKey(p => p.Parcours).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RappelDeSuiviConfiguration : IEntityTypeConfiguration<RappelDeSuivi>
{
    public void Configure(EntityTypeBuilder<RappelDeSuivi> builder)
    {
        builder.ToTable("rappels_de_suivi");
        builder.HasKey(r => new { r.Parcours, r.Moment });
        builder.Property(r => r.Moment).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(r => r.Personne);
        builder.HasIndex(r => r.APartirDu).HasFilter("echu_le IS NULL");
        builder.HasOne<Parcours>().WithMany().HasForeignKey(r => r.Parcours).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SignalDeSaisieConfiguration : IEntityTypeConfiguration<SignalDeSaisie>
{
    public void Configure(EntityTypeBuilder<SignalDeSaisie> builder)
    {
        builder.ToTable("signaux_de_saisie");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Nature).HasConversion<string>().HasMaxLength(30);
        builder.Property(s => s.Explication).HasMaxLength(SignalDeSaisie.ExplicationMax);
        builder.HasIndex(s => new { s.Mediateur, s.Nature, s.Jour, s.Personne }).IsUnique().AreNullsDistinct(false);
    }
}

internal sealed class ChangementDeDemarcheConfiguration : IEntityTypeConfiguration<ChangementDeDemarche>
{
    public void Configure(EntityTypeBuilder<ChangementDeDemarche> builder)
    {
        builder.ToTable("changements_de_demarches");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Demarche).HasMaxLength(Activite.TexteCourtMax);
        builder.HasIndex(c => new { c.Demarche, c.Jour }).IsUnique();
    }
}

internal sealed class CoutDePeriodeConfiguration : IEntityTypeConfiguration<CoutDePeriode>
{
    public void Configure(EntityTypeBuilder<CoutDePeriode> builder)
    {
        builder.ToTable("couts_de_periodes");
        builder.HasKey(c => c.Id);
        builder.Ignore(c => c.Montants).Ignore(c => c.Complet);
        // Periods that cross are refused by the code; two that are sent at once for the same days, here.
        builder.HasIndex(c => new { c.Equipe, c.Du }).IsUnique().HasFilter("retire_le IS NULL");
        builder.HasIndex(c => new { c.Equipe, c.Au }).IsUnique().HasFilter("retire_le IS NULL");
    }
}

internal sealed class PartDePublicConfiguration : IEntityTypeConfiguration<PartDePublic>
{
    public void Configure(EntityTypeBuilder<PartDePublic> builder)
    {
        builder.ToTable("parts_de_publics");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Public).HasMaxLength(20);
        builder.Property(p => p.Territoire).HasMaxLength(PartDePublic.TerritoireMax);
        builder.Property(p => p.Source).HasMaxLength(PartDePublic.SourceMax);
        builder.Ignore(p => p.Part);
        // One for a team, whoever coordinates it; one for a médiateur by themselves.
        builder.HasIndex(p => new { p.Equipe, p.Public }).IsUnique().HasFilter("equipe IS NOT NULL AND retire_le IS NULL");
        builder.HasIndex(p => new { p.Auteur, p.Public }).IsUnique().HasFilter("equipe IS NULL AND retire_le IS NULL");
    }
}
