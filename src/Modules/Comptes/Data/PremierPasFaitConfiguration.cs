using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class PremierPasFaitConfiguration : IEntityTypeConfiguration<PremierPasFait>
{
    public void Configure(EntityTypeBuilder<PremierPasFait> builder)
    {
        builder.ToTable("premiers_pas");
        builder.HasKey(p => new { p.Compte, p.Pas });
        builder.Property(p => p.Pas).HasMaxLength(PremierPasFait.PasMax);
        builder.HasOne<Compte>().WithMany().HasForeignKey(p => p.Compte).OnDelete(DeleteBehavior.Cascade);
    }
}
