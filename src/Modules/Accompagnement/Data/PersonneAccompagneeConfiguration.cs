using FaireAvec.Accompagnement.Domain.Personnes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class PersonneAccompagneeConfiguration : IEntityTypeConfiguration<PersonneAccompagnee>
{
    private const int CodeMax = 40;

    public void Configure(EntityTypeBuilder<PersonneAccompagnee> builder)
    {
        builder.ToTable("personnes");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Niveau).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<PersonneAccompagnee>().WithMany().HasForeignKey(p => p.FusionneeDans).OnDelete(DeleteBehavior.Restrict);
        builder.Property(p => p.Prenom).HasMaxLength(NomsDesPersonnes.NomMax);
        builder.Property(p => p.Nom).HasMaxLength(NomsDesPersonnes.NomMax);
        builder.Property(p => p.NomCherche).HasMaxLength(4 * NomsDesPersonnes.NomMax);
        builder.Property(p => p.Age).HasMaxLength(CodeMax);
        builder.Property(p => p.Commune).HasMaxLength(5);
        builder.Property(p => p.Genre).HasMaxLength(CodeMax);
        builder.Property(p => p.Statut).HasMaxLength(CodeMax);
        builder.Property(p => p.Notes).HasMaxLength(VerificationDIdentite.NotesMax);
        // No default in the database: asking it back would need the right to read somebody whom nobody follows yet.
        builder.Property(p => p.Protection).HasConversion<string>().HasMaxLength(20);
        builder.Property(p => p.Protecteur).HasMaxLength(NomsDesPersonnes.NomMax);
        builder.Property(p => p.Responsable).HasMaxLength(NomsDesPersonnes.NomMax);
        builder.Property(p => p.RendezVousOu).HasMaxLength(PersonneAccompagnee.LieuMax);
        builder.Property(p => p.Documents).HasMaxLength(PersonneAccompagnee.DocumentsMax);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Ignore(p => p.Vivante).Ignore(p => p.NomComplet).Ignore(p => p.Comparee);
        builder.HasIndex(p => p.FusionneeDans).HasFilter("fusionnee_dans IS NOT NULL");
        // What the purge looks for.
        builder.HasIndex(p => p.DernierContactLe).HasFilter("effacee_le IS NULL");
    }
}
