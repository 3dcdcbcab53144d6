using FaireAvec.Accompagnement.Domain.Personnes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class ObjectifDePersonneConfiguration : IEntityTypeConfiguration<ObjectifDePersonne>
{
    public void Configure(EntityTypeBuilder<ObjectifDePersonne> builder)
    {
        builder.ToTable("objectifs_des_personnes");
        builder.HasKey(o => o.Id);
        builder.HasOne<PersonneAccompagnee>().WithMany().HasForeignKey(o => o.Personne).OnDelete(DeleteBehavior.Cascade);
        builder.Property(o => o.Texte).HasMaxLength(ObjectifDePersonne.TexteMax);
        builder.Property(o => o.Motif).HasMaxLength(ObjectifDePersonne.MotifMax);
        builder.Property(o => o.Etat).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.HasIndex(o => o.Personne);
    }
}
