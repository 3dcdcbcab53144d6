using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class FichierDePublicationConfiguration : IEntityTypeConfiguration<FichierDePublication>
{
    public void Configure(EntityTypeBuilder<FichierDePublication> builder)
    {
        builder.ToTable("publications_fichiers");
        builder.HasKey(f => new { f.Jour, f.Nom });
        builder.Property(f => f.Nom).HasMaxLength(100);
        builder.HasOne<PublicationDuJour>().WithMany().HasForeignKey(f => f.Jour).OnDelete(DeleteBehavior.Cascade);
    }
}
