using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class DefiUtiliseConfiguration : IEntityTypeConfiguration<DefiUtilise>
{
    public void Configure(EntityTypeBuilder<DefiUtilise> builder)
    {
        builder.ToTable("defis_utilises");
        builder.HasKey(x => x.Empreinte);
        builder.HasIndex(x => x.UtiliseLe);
    }
}
