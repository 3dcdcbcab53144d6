using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class CleDAccesConfiguration : IEntityTypeConfiguration<CleDAcces>
{
    public void Configure(EntityTypeBuilder<CleDAcces> builder)
    {
        builder.ToTable("cles_d_acces");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Identifiant).HasMaxLength(CleDAcces.IdentifiantMax);
        builder.Property(x => x.Nom).HasMaxLength(CleDAcces.NomMax);
        builder.HasIndex(x => x.Identifiant).IsUnique();
        builder.HasIndex(x => x.Compte);
        builder.HasOne<Compte>().WithMany().HasForeignKey(x => x.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
