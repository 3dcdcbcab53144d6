using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class PublicationDuJourConfiguration : IEntityTypeConfiguration<PublicationDuJour>
{
    public void Configure(EntityTypeBuilder<PublicationDuJour> builder)
    {
        builder.ToTable("publications");
        builder.HasKey(p => p.Jour);
    }
}
