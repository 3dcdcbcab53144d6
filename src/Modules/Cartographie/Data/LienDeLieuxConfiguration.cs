using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class LienDeLieuxConfiguration : IEntityTypeConfiguration<LienDeLieux>
{
    public void Configure(EntityTypeBuilder<LienDeLieux> builder)
    {
        builder.ToTable("lieux_lies");
        builder.HasKey(l => new { l.Hote, l.Invite });
        builder.Property(l => l.Hote).HasMaxLength(Lieu.IdMax);
        builder.Property(l => l.Invite).HasMaxLength(Lieu.IdMax);
    }
}
