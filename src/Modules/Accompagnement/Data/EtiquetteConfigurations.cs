using FaireAvec.Accompagnement.Domain.Etiquettes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class EtiquetteConfiguration : IEntityTypeConfiguration<Etiquette>
{
    private const int CodeMax = 40;

    public void Configure(EntityTypeBuilder<Etiquette> builder)
    {
        builder.ToTable("etiquettes");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Portee).HasConversion<string>().HasMaxLength(CodeMax);
        builder.Property(e => e.Nom).HasMaxLength(NomDEtiquette.Max);
        builder.Property(e => e.NomRecherche).HasMaxLength(400);
        builder.Property(e => e.Description).HasMaxLength(Etiquette.DescriptionMax);
        builder.Ignore(e => e.Etat);
        // Two that are offered never read the same; one that was put away or joined leaves its name.
        builder.HasIndex(e => new { e.Proprietaire, e.NomRecherche }).IsUnique().HasFilter("rangee_le IS NULL AND reunie_dans IS NULL");
    }
}

internal sealed class CompteurDEtiquetteConfiguration : IEntityTypeConfiguration<CompteurDEtiquette>
{
    public void Configure(EntityTypeBuilder<CompteurDEtiquette> builder)
    {
        builder.ToTable("compteurs_d_etiquettes");
        builder.HasKey(c => new { c.Etiquette, c.Jour, c.Equipes });
    }
}
