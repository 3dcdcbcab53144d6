using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class AppartenanceConfiguration : IEntityTypeConfiguration<Appartenance>
{
    public void Configure(EntityTypeBuilder<Appartenance> builder)
    {
        builder.ToTable("appartenances");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Role).HasConversion(r => r.Cle(), cle => ClesDesRoles.Lire(cle)!.Value).HasMaxLength(30);
        builder.Property(a => a.MotifDeFin).HasMaxLength(Appartenance.MotifMax);
        builder.HasIndex(a => a.Compte);
        builder.HasIndex(a => new { a.Organisation, a.Role });
        builder.HasOne<Compte>().WithMany().HasForeignKey(a => a.Compte).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(a => a.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}
