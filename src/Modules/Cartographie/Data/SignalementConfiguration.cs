using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class SignalementConfiguration : IEntityTypeConfiguration<Signalement>
{
    public void Configure(EntityTypeBuilder<Signalement> builder)
    {
        builder.ToTable("signalements");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.LieuId).HasMaxLength(Lieu.IdMax);
        builder.Property(s => s.Categorie).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Etat).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Message).HasMaxLength(Signalement.MessageMax);
        builder.Property(s => s.Courriel).HasMaxLength(Signalement.CourrielMax);
        builder.HasIndex(s => new { s.Etat, s.RecuLe });
    }
}
