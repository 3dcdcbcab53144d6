using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Facteur).HasConversion<string>().HasMaxLength(30);
        builder.Property(s => s.Navigateur).HasMaxLength(Session.NavigateurMax);
        builder.Property(s => s.ReserveeA).HasMaxLength(Session.CheminMax);
        builder.HasIndex(s => s.Empreinte).IsUnique();
        builder.HasIndex(s => s.Compte);
        builder.HasOne<Compte>().WithMany().HasForeignKey(s => s.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
