using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class ApplicationDeCodesConfiguration : IEntityTypeConfiguration<ApplicationDeCodes>
{
    public void Configure(EntityTypeBuilder<ApplicationDeCodes> builder)
    {
        builder.ToTable("applications_de_codes");
        builder.HasKey(x => x.Id);
        builder.HasIndex(x => x.Compte).IsUnique();
        builder.HasOne<Compte>().WithMany().HasForeignKey(x => x.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
