using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class MembreDEquipeConfiguration : IEntityTypeConfiguration<MembreDEquipe>
{
    public void Configure(EntityTypeBuilder<MembreDEquipe> builder)
    {
        builder.ToTable("membres_d_equipe");
        builder.HasKey(m => m.Id);
        builder.HasIndex(m => m.Equipe);
        builder.HasIndex(m => m.Compte);
        builder.HasOne<Equipe>().WithMany().HasForeignKey(m => m.Equipe).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Compte>().WithMany().HasForeignKey(m => m.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
