using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class LienDeConnexionConfiguration : IEntityTypeConfiguration<LienDeConnexion>
{
    public void Configure(EntityTypeBuilder<LienDeConnexion> builder)
    {
        builder.ToTable("liens_de_connexion");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Usage).HasConversion<string>().HasMaxLength(20);
        builder.Property(x => x.Retour).HasMaxLength(Sessions.Retour.Max);
        builder.HasIndex(x => x.Empreinte).IsUnique();
        builder.HasIndex(x => x.Etape).IsUnique();
        builder.HasIndex(x => new { x.Compte, x.CreeLe });
        builder.HasOne<Compte>().WithMany().HasForeignKey(x => x.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
