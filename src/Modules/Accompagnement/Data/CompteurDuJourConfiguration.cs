using FaireAvec.Accompagnement.Domain.Activites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class CompteurDuJourConfiguration : IEntityTypeConfiguration<CompteurDuJour>
{
    public void Configure(EntityTypeBuilder<CompteurDuJour> builder)
    {
        builder.ToTable("compteurs_du_jour");
        builder.HasKey(c => new { c.Auteur, c.Jour, c.Lieu, c.Organisation, c.Equipes });
        builder.Property(c => c.Lieu).HasMaxLength(200);
    }
}
