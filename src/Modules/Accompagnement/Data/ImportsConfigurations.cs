using FaireAvec.Accompagnement.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class ImportDActivitesConfiguration : IEntityTypeConfiguration<ImportDActivites>
{
    public void Configure(EntityTypeBuilder<ImportDActivites> builder)
    {
        builder.ToTable("imports");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Outil).HasMaxLength(OutilsDOrigine.Max);
        builder.Property(i => i.Fichier).HasMaxLength(ImportDActivites.NomMax);
        builder.Property(i => i.Phrase).HasMaxLength(ImportDActivites.PhraseMax);
        // Two gestures on one import at once: the second one sees that it isn't where it was.
        builder.Property(i => i.Etat).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.Property(i => i.Colonnes).GarderLaListeEnJson();
        builder.Property(i => i.Reglages).GarderEnJson();
        builder.Property(i => i.Bilan).GarderEnJson();
        builder.HasIndex(i => new { i.Auteur, i.DeposeLe });
        // The same file isn't imported twice at once.
        builder.HasIndex(i => new { i.Auteur, i.Organisation, i.Empreinte }).IsUnique().HasFilter("etat IN ('Colonnes', 'Lecture', 'AVerifier', 'Ecriture')").HasDatabaseName("ix_imports_ouverts");
    }
}

internal sealed class LigneDImportConfiguration : IEntityTypeConfiguration<LigneDImport>
{
    public void Configure(EntityTypeBuilder<LigneDImport> builder)
    {
        builder.ToTable("lignes_d_import");
        builder.HasKey(l => new { l.Import, l.Rang });
        builder.Property(l => l.Cle).HasMaxLength(LigneDImport.CleMax);
        builder.Property(l => l.Sort).HasConversion<string>().HasMaxLength(20);
        builder.Property(l => l.Fait).HasConversion<string>().HasMaxLength(20);
        builder.Property(l => l.Type).HasMaxLength(20);
        builder.Property(l => l.Saisie).GarderEnJson();
        builder.Property(l => l.Defauts).GarderLaListeEnJson();
        builder.HasOne<ImportDActivites>().WithMany().HasForeignKey(l => l.Import).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MorceauDImportConfiguration : IEntityTypeConfiguration<MorceauDImport>
{
    public void Configure(EntityTypeBuilder<MorceauDImport> builder)
    {
        builder.ToTable("morceaux_d_import");
        builder.HasKey(m => new { m.Import, m.Rang });
        builder.HasOne<ImportDActivites>().WithMany().HasForeignKey(m => m.Import).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IdentifiantExterneConfiguration : IEntityTypeConfiguration<IdentifiantExterne>
{
    public void Configure(EntityTypeBuilder<IdentifiantExterne> builder)
    {
        builder.ToTable("identifiants_externes");
        builder.HasKey(i => new { i.Organisation, i.Outil, i.Cle });
        builder.Property(i => i.Outil).HasMaxLength(OutilsDOrigine.Max);
        builder.Property(i => i.Cle).HasMaxLength(LigneDImport.CleMax);
        builder.HasIndex(i => i.Activite);
        builder.HasIndex(i => i.Import);
    }
}
