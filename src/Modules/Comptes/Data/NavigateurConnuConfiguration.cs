using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class NavigateurConnuConfiguration : IEntityTypeConfiguration<NavigateurConnu>
{
    public void Configure(EntityTypeBuilder<NavigateurConnu> builder)
    {
        builder.ToTable("navigateurs_connus");
        builder.HasKey(x => x.Id);
        builder.Property(x => x.Nom).HasMaxLength(Session.NavigateurMax);
        builder.HasIndex(x => new { x.Compte, x.Empreinte }).IsUnique();
        builder.HasOne<Compte>().WithMany().HasForeignKey(x => x.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
