using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class EquipeConfiguration : IEntityTypeConfiguration<Equipe>
{
    public void Configure(EntityTypeBuilder<Equipe> builder)
    {
        builder.ToTable("equipes");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Nom).HasMaxLength(Equipe.NomMax);
        builder.HasIndex(e => e.Organisation);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}
