using FaireAvec.Comptes.Oidc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class DemandeOidcConfiguration : IEntityTypeConfiguration<DemandeOidc>
{
    public void Configure(EntityTypeBuilder<DemandeOidc> builder)
    {
        builder.ToTable("demandes_oidc");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Federation).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Nonce).HasMaxLength(50);
        builder.Property(d => d.Verificateur).HasMaxLength(400);
        builder.Property(d => d.Retour).HasMaxLength(FaireAvec.Comptes.Sessions.Retour.Max);
        builder.Property(d => d.Niveau).HasMaxLength(40);
        builder.HasIndex(d => d.EmpreinteEtat).IsUnique();
        builder.HasIndex(d => d.ExpireLe);
    }
}
