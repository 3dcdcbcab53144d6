using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Oidc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class IdentiteExterneConfiguration : IEntityTypeConfiguration<IdentiteExterne>
{
    public void Configure(EntityTypeBuilder<IdentiteExterne> builder)
    {
        builder.ToTable("identites_externes");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Federation).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(i => new { i.Federation, i.EmpreinteSub }).IsUnique();
        builder.HasIndex(i => i.Compte);
        builder.HasOne<Compte>().WithMany().HasForeignKey(i => i.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
