using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Role).HasConversion(r => r.Cle(), cle => ClesDesRoles.Lire(cle)!.Value).HasMaxLength(30);
        builder.Property(i => i.Courriel).HasMaxLength(Courriels.Max);
        builder.Property(i => i.CleDuCourriel).HasMaxLength(Courriels.Max);
        builder.Property(i => i.Prenom).HasMaxLength(Compte.NomMax);
        builder.Property(i => i.Nom).HasMaxLength(Compte.NomMax);
        builder.HasIndex(i => i.CleDuCourriel);
        // One that waits for each person, organisation and role, whatever two colleagues do at once.
        builder.HasIndex(i => new { i.Organisation, i.CleDuCourriel, i.Role }).IsUnique().HasFilter("acceptee_le IS NULL AND annulee_le IS NULL");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.Organisation).OnDelete(DeleteBehavior.Restrict);
    }
}
