using FaireAvec.Accompagnement.Domain.AllerVers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class ActionDAllerVersConfiguration : IEntityTypeConfiguration<ActionDAllerVers>
{
    public void Configure(EntityTypeBuilder<ActionDAllerVers> builder)
    {
        builder.ToTable("actions_d_aller_vers");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Lieu).HasMaxLength(200);
        builder.Property(a => a.LieuLibre).HasMaxLength(ActionDAllerVers.LieuMax);
        builder.Property(a => a.Commune).HasMaxLength(5);
        builder.Property(a => a.Departement).HasMaxLength(3);
        builder.Property(a => a.Motif).HasMaxLength(40);
        builder.Property(a => a.AutreMotif).HasMaxLength(ActionDAllerVers.AutreMotifMax);
        builder.Property(a => a.Appris).HasMaxLength(ActionDAllerVers.ApprisMax);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Effectifs).Ignore(a => a.Renoncement).Ignore(a => a.ARappeler);
        builder.HasOne<PartenaireQuiOriente>().WithMany().HasForeignKey(a => a.Partenaire).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ConfigurationDAllerVers>().WithMany().HasForeignKey(a => a.Configuration).OnDelete(DeleteBehavior.Restrict);
        // The médiateur's list, newest first; ids follow time.
        builder.HasIndex(a => new { a.Auteur, a.Jour, a.Id });
    }
}

internal sealed class PartenaireQuiOrienteConfiguration : IEntityTypeConfiguration<PartenaireQuiOriente>
{
    public void Configure(EntityTypeBuilder<PartenaireQuiOriente> builder)
    {
        builder.ToTable("partenaires_qui_orientent");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Nom).HasMaxLength(PartenaireQuiOriente.NomMax);
        builder.Property(p => p.Nature).HasMaxLength(40);
        builder.HasIndex(p => new { p.Auteur, p.Nom }).IsUnique();
    }
}

internal sealed class OrientationDePartenaireConfiguration : IEntityTypeConfiguration<OrientationDePartenaire>
{
    public void Configure(EntityTypeBuilder<OrientationDePartenaire> builder)
    {
        builder.ToTable("orientations_de_partenaires");
        builder.HasKey(o => o.Id);
        builder.HasOne<PartenaireQuiOriente>().WithMany().HasForeignKey(o => o.Partenaire).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.Auteur, o.Jour });
    }
}

internal sealed class ConfigurationDAllerVersConfiguration : IEntityTypeConfiguration<ConfigurationDAllerVers>
{
    public void Configure(EntityTypeBuilder<ConfigurationDAllerVers> builder)
    {
        builder.ToTable("configurations_d_aller_vers");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Nom).HasMaxLength(ConfigurationDAllerVers.NomMax);
        builder.Property(c => c.Motif).HasMaxLength(40);
        builder.Property(c => c.AutreMotif).HasMaxLength(ActionDAllerVers.AutreMotifMax);
        builder.Property(c => c.Posture).HasMaxLength(40);
        foreach (var texte in (string[])[nameof(ConfigurationDAllerVers.Lieu), nameof(ConfigurationDAllerVers.PublicCible), nameof(ConfigurationDAllerVers.Supports), nameof(ConfigurationDAllerVers.ObjetReel), nameof(ConfigurationDAllerVers.Suite)])
        {
            builder.Property<string?>(texte).HasMaxLength(ConfigurationDAllerVers.TexteMax);
        }

        builder.HasIndex(c => new { c.Auteur, c.Nom }).IsUnique();
    }
}
