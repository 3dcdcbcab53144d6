using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class DemandeDeSecoursConfiguration : IEntityTypeConfiguration<DemandeDeSecours>
{
    public void Configure(EntityTypeBuilder<DemandeDeSecours> builder)
    {
        builder.ToTable("demandes_de_secours");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Etat).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.Code).HasMaxLength(DemandeDeSecours.LongueurDuCode);
        builder.HasIndex(x => x.Compte);
        builder.HasOne<Compte>().WithMany().HasForeignKey(x => x.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
