using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class ChangementDeCourrielConfiguration : IEntityTypeConfiguration<ChangementDeCourriel>
{
    public void Configure(EntityTypeBuilder<ChangementDeCourriel> builder)
    {
        builder.ToTable("changements_de_courriel");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Nouveau).HasMaxLength(Courriels.Max);
        builder.Property(x => x.CleDuNouveau).HasMaxLength(Courriels.Max);
        builder.HasIndex(x => x.Compte);
        builder.HasOne<Compte>().WithMany().HasForeignKey(x => x.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
