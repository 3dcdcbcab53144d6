using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class LigneEnAttenteConfiguration : IEntityTypeConfiguration<LigneEnAttente>
{
    public void Configure(EntityTypeBuilder<LigneEnAttente> builder)
    {
        builder.ToTable("lignes_en_attente");
        builder.HasKey(l => new { l.Import, l.Lieu });
        builder.Property(l => l.Fiche).HasColumnType("jsonb");
    }
}
