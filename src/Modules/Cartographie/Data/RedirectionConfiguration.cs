using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class RedirectionConfiguration : IEntityTypeConfiguration<Redirection>
{
    public void Configure(EntityTypeBuilder<Redirection> builder)
    {
        builder.ToTable("redirections");
        builder.HasKey(r => r.Ancien);
        builder.Property(r => r.Ancien).HasMaxLength(Lieu.IdMax);
        builder.Property(r => r.Vers).HasMaxLength(Lieu.IdMax);
        builder.HasIndex(r => r.Vers);
    }
}
