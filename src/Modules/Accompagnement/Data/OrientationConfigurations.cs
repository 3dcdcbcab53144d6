using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Orientations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class BesoinExprimeConfiguration : IEntityTypeConfiguration<BesoinExprime>
{
    public void Configure(EntityTypeBuilder<BesoinExprime> builder)
    {
        builder.ToTable("besoins_exprimes");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Reference).HasMaxLength(BesoinExprime.ReferenceMax);
        builder.Property(b => b.Code).HasMaxLength(40);
        builder.Property(b => b.Commune).HasMaxLength(5);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.Ignore(b => b.AFaire).Ignore(b => b.DemandeUnReferent);
        builder.HasOne<BesoinExprime>().WithMany().HasForeignKey(b => b.Apres).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(b => new { b.Auteur, b.CreeLe });
    }
}

internal sealed class OrientationConfiguration : IEntityTypeConfiguration<Orientation>
{
    public void Configure(EntityTypeBuilder<Orientation> builder)
    {
        builder.ToTable("orientations");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Reference).HasMaxLength(BesoinExprime.ReferenceMax);
        foreach (var code in (string[])[nameof(Orientation.Code), nameof(Orientation.Langue), nameof(Orientation.Resultat), nameof(Orientation.Motif)])
        {
            builder.Property<string?>(code).HasMaxLength(40);
        }

        builder.Property(o => o.Lieu).HasMaxLength(Orientation.LieuMax);
        builder.Property(o => o.Structure).HasMaxLength(Orientation.StructureMax);
        builder.Property(o => o.Precision).HasMaxLength(Orientation.PrecisionMax);
        builder.Property(o => o.Accords).HasColumnType("jsonb").HasConversion(
            a => JsonSerializer.Serialize(a, EnJson.Options),
            t => JsonSerializer.Deserialize<AccordDOrientation[]>(t, EnJson.Options)!,
            new ValueComparer<IReadOnlyList<AccordDOrientation>>((a, b) => a!.SequenceEqual(b!), a => a.Aggregate(0, HashCode.Combine), a => a));
        builder.Property(o => o.Metier).HasConversion<string>().HasMaxLength(40);
        builder.Property(o => o.Etat).HasConversion<string>().HasMaxLength(20);
        builder.Property(o => o.ConfirmeePar).HasConversion<string>().HasMaxLength(20);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Ignore(o => o.EtatPourLEnvoyeur).Ignore(o => o.RetourVisible).Ignore(o => o.Revenue).Ignore(o => o.ExpireLe);
        builder.HasOne<BesoinExprime>().WithMany().HasForeignKey(o => o.Besoin).OnDelete(DeleteBehavior.Restrict);
        // Two at once for one need: the second is refused, whoever writes.
        builder.HasIndex(o => new { o.Besoin, o.Rang }).IsUnique();
        builder.HasIndex(o => new { o.Auteur, o.ProposeeLe });
        builder.HasIndex(o => new { o.Destinataire, o.EnvoyeeLe });
        builder.HasIndex(o => new { o.Lieu, o.EnvoyeeLe });
        builder.HasIndex(o => o.EnvoyeeLe).HasFilter("etat = 'Envoyee'").HasDatabaseName("ix_orientations_a_expirer");
    }
}

internal sealed class ReceveurConfiguration : IEntityTypeConfiguration<Receveur>
{
    public void Configure(EntityTypeBuilder<Receveur> builder)
    {
        builder.ToTable("receveurs");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Lieu).HasMaxLength(Orientation.LieuMax);
        builder.Property(r => r.Metier).HasConversion<string>().HasMaxLength(40);
        builder.HasIndex(r => r.Lieu).IsUnique();
        builder.HasIndex(r => r.Organisation);
    }
}

internal sealed class LienDOrientationConfiguration : IEntityTypeConfiguration<LienDOrientation>
{
    public void Configure(EntityTypeBuilder<LienDOrientation> builder)
    {
        builder.ToTable("liens_d_orientation");
        builder.HasKey(l => l.Id);
        builder.HasOne<Orientation>().WithMany().HasForeignKey(l => l.Orientation).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => l.Empreinte).IsUnique();
        builder.HasIndex(l => l.Orientation);
    }
}
