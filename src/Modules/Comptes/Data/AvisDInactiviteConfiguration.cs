using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class AvisDInactiviteConfiguration : IEntityTypeConfiguration<AvisDInactivite>
{
    public void Configure(EntityTypeBuilder<AvisDInactivite> builder)
    {
        builder.ToTable("avis_d_inactivite");
        builder.HasKey(a => a.Compte);
        builder.HasOne<Compte>().WithOne().HasForeignKey<AvisDInactivite>(a => a.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
