using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class MembreDeGroupeConfiguration : IEntityTypeConfiguration<MembreDeGroupe>
{
    public void Configure(EntityTypeBuilder<MembreDeGroupe> builder)
    {
        builder.ToTable("groupes_membres");
        builder.HasKey(m => m.Lieu);
        builder.Property(m => m.Lieu).HasMaxLength(Lieu.IdMax);
        builder.Property(m => m.Groupe).HasMaxLength(Lieu.IdMax);
        builder.HasOne<GroupeDeLieux>().WithMany().HasForeignKey(m => m.Groupe).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => m.Groupe);
    }
}
