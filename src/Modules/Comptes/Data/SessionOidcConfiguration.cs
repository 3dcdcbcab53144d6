using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Oidc;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class SessionOidcConfiguration : IEntityTypeConfiguration<SessionOidc>
{
    public void Configure(EntityTypeBuilder<SessionOidc> builder)
    {
        builder.ToTable("sessions_oidc");
        builder.HasKey(s => s.Session);
        builder.Property(s => s.Federation).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Sid).HasMaxLength(SessionOidc.SidMax);
        builder.HasIndex(s => new { s.Federation, s.Sid });
        builder.HasIndex(s => new { s.Federation, s.EmpreinteSub });
        builder.HasOne<Session>().WithOne().HasForeignKey<SessionOidc>(s => s.Session).OnDelete(DeleteBehavior.Cascade);
    }
}
