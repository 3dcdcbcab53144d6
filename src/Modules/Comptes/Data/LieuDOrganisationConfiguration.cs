using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class LieuDOrganisationConfiguration : IEntityTypeConfiguration<LieuDOrganisation>
{
    public void Configure(EntityTypeBuilder<LieuDOrganisation> builder)
    {
        builder.ToTable("lieux_d_organisation");
        builder.HasKey(l => new { l.Organisation, l.Lieu });
        builder.Property(l => l.Lieu).HasMaxLength(LieuDOrganisation.LieuMax);
        builder.HasIndex(l => l.Lieu);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(l => l.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}
