using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class FonctionDOrganisationConfiguration : IEntityTypeConfiguration<FonctionDOrganisation>
{
    public void Configure(EntityTypeBuilder<FonctionDOrganisation> builder)
    {
        builder.ToTable("fonctions");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Fonction).HasConversion<string>().HasMaxLength(30);
        builder.HasIndex(f => f.Organisation);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}
