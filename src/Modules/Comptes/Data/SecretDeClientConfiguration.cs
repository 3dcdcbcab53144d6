using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class SecretDeClientConfiguration : IEntityTypeConfiguration<SecretDeClient>
{
    public void Configure(EntityTypeBuilder<SecretDeClient> builder)
    {
        builder.ToTable("secrets_de_client");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Fin).HasMaxLength(SecretDeClient.LongueurDeFin);
        builder.HasIndex(s => s.Empreinte).IsUnique();
        builder.HasIndex(s => s.Client);
        builder.HasOne<ClientApi>().WithMany().HasForeignKey(s => s.Client).OnDelete(DeleteBehavior.Restrict);
    }
}
