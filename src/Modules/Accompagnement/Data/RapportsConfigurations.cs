using FaireAvec.Accompagnement.Domain.Statistiques;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class RapportConfiguration : IEntityTypeConfiguration<Rapport>
{
    public void Configure(EntityTypeBuilder<Rapport> builder)
    {
        builder.ToTable("rapports");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Niveau).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.DeQui).HasMaxLength(300);
        builder.Property(r => r.Titre).HasMaxLength(Rapport.TitreMax);
        builder.Property(r => r.Commentaire).HasMaxLength(Rapport.CommentaireMax);
        builder.Property(r => r.Blocs).HasColumnType("jsonb");
        builder.Property(r => r.BlocsPourTous).HasColumnType("jsonb");
        builder.HasIndex(r => r.Auteur);
        builder.HasIndex(r => r.Partage).IsUnique().HasFilter("partage IS NOT NULL");
    }
}

internal sealed class ChiffreOuvertConfiguration : IEntityTypeConfiguration<ChiffreOuvert>
{
    public void Configure(EntityTypeBuilder<ChiffreOuvert> builder)
    {
        builder.ToTable("chiffres_ouverts");
        builder.HasKey(c => new { c.Mois, c.Departement, c.Indicateur });
        builder.Property(c => c.Departement).HasMaxLength(3);
        builder.Property(c => c.Indicateur).HasMaxLength(40);
    }
}
