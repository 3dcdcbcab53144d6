using FaireAvec.Accompagnement.Domain.Statistiques;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class CumulDuMoisConfiguration : IEntityTypeConfiguration<CumulDuMois>
{
    public void Configure(EntityTypeBuilder<CumulDuMois> builder)
    {
        builder.ToTable("cumuls_du_mois");
        builder.HasKey(c => new { c.Departement, c.Mois });
        builder.Property(c => c.Departement).HasMaxLength(3);
    }
}

internal sealed class MouvementConfiguration : IEntityTypeConfiguration<Mouvement>
{
    public void Configure(EntityTypeBuilder<Mouvement> builder)
    {
        builder.ToTable("mouvements");
        builder.HasKey(m => m.Activite);
        builder.Property(m => m.Ancien).HasColumnType("jsonb");
        builder.Property(m => m.Personnes).HasColumnType("jsonb");
        builder.Property(m => m.Transaction).HasColumnType("xid8");
    }
}

internal sealed class ClotureConfiguration : IEntityTypeConfiguration<Cloture>
{
    public void Configure(EntityTypeBuilder<Cloture> builder)
    {
        builder.ToTable("clotures");
        builder.HasKey(c => c.Organisation);
    }
}

internal sealed class RecompteConfiguration : IEntityTypeConfiguration<Recompte>
{
    public void Configure(EntityTypeBuilder<Recompte> builder)
    {
        builder.ToTable("recomptes");
        builder.HasKey(r => r.Id);
    }
}
