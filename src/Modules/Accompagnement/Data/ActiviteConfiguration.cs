using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class ActiviteConfiguration : IEntityTypeConfiguration<Activite>
{
    private const int CodeMax = 40;

    public void Configure(EntityTypeBuilder<Activite> builder)
    {
        builder.ToTable("activites");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Type).HasConversion<string>().HasMaxLength(CodeMax);
        builder.Property(a => a.Origine).HasConversion<string>().HasMaxLength(CodeMax);
        builder.Property(a => a.Lieu).HasMaxLength(200);
        builder.Property(a => a.Demarche).HasMaxLength(Activite.TexteCourtMax);
        builder.Property(a => a.Suite).HasMaxLength(Activite.TexteCourtMax);
        builder.Property(a => a.Titre).HasMaxLength(Activite.TexteCourtMax);
        foreach (var code in (string[])[nameof(Activite.TypeDeLieu), nameof(Activite.MotifALaPlace), nameof(Activite.Situation), nameof(Activite.Autonomie), nameof(Activite.StructureDeRedirection), nameof(Activite.Genre), nameof(Activite.Age), nameof(Activite.Statut), nameof(Activite.Niveau), nameof(Activite.Service), nameof(Activite.Cause)])
        {
            builder.Property<string?>(code).HasMaxLength(CodeMax);
        }

        builder.Property(a => a.Commune).HasMaxLength(5);
        builder.Property(a => a.CommuneDeLaPersonne).HasMaxLength(5);
        builder.Property(a => a.Departement).HasMaxLength(3);
        builder.Property(a => a.Effectifs).GarderEnJson();
        builder.Property(a => a.Coordination).GarderEnJson();
        builder.Property(a => a.ConseillerNumerique).HasDefaultValue(false);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Ignore(a => a.Accompagnements).Ignore(a => a.Posture);
        // The médiateur's list, newest first; ids follow time.
        builder.HasIndex(a => new { a.Auteur, a.Jour, a.Id });
        // The acts of a month to derive.
        builder.HasIndex(a => new { a.Departement, a.Jour });
        // What a client of the API follows: the acts of its organisation, as they change.
        builder.HasIndex(a => new { a.Organisation, a.ModifieeLe, a.Id });
        builder.HasIndex(a => a.RendezVous).IsUnique().HasFilter("rendez_vous IS NOT NULL");
        // One act each, and of the author's own registers.
        builder.HasIndex(a => a.Registre).IsUnique().HasFilter("registre IS NOT NULL");
        builder.HasOne<Registre>().WithMany().HasForeignKey(a => new { a.Registre, a.Auteur }).HasPrincipalKey(r => new { r.Id, r.Auteur }).OnDelete(DeleteBehavior.Restrict);
    }
}
