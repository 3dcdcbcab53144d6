using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class ClientApiConfiguration : IEntityTypeConfiguration<ClientApi>
{
    public void Configure(EntityTypeBuilder<ClientApi> builder)
    {
        builder.ToTable("clients_api");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Nom).HasMaxLength(ClientApi.NomMax);
        builder.Property(c => c.Portee).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.MotifDeRevocation).HasMaxLength(ClientApi.MotifMax);
        builder.HasIndex(c => c.Organisation);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(c => c.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}
