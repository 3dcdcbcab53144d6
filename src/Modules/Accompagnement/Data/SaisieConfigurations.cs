using FaireAvec.Accompagnement.Domain.Activites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class BrouillonConfiguration : IEntityTypeConfiguration<Brouillon>
{
    public void Configure(EntityTypeBuilder<Brouillon> builder)
    {
        builder.ToTable("brouillons");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.AllerVers).HasDefaultValue(false);
        builder.Property(b => b.Contenu).HasMaxLength(Brouillon.ContenuMax);
        builder.HasIndex(b => new { b.Auteur, b.ModifieLe });
    }
}

internal sealed class ModeleDActiviteConfiguration : IEntityTypeConfiguration<ModeleDActivite>
{
    public void Configure(EntityTypeBuilder<ModeleDActivite> builder)
    {
        builder.ToTable("modeles_d_activites");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Nom).HasMaxLength(ModeleDActivite.NomMax);
        builder.Property(m => m.Contenu).HasMaxLength(Brouillon.ContenuMax);
        builder.HasIndex(m => new { m.Auteur, m.Nom }).IsUnique();
    }
}

internal sealed class TempsDeSaisieConfiguration : IEntityTypeConfiguration<TempsDeSaisie>
{
    public void Configure(EntityTypeBuilder<TempsDeSaisie> builder)
    {
        builder.ToTable("temps_de_saisie");
        builder.HasKey(t => new { t.Auteur, t.Semaine });
    }
}
