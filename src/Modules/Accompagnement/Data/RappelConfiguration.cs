using FaireAvec.Accompagnement.Domain.Rappels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class RappelConfiguration : IEntityTypeConfiguration<Rappel>
{
    public void Configure(EntityTypeBuilder<Rappel> builder)
    {
        builder.ToTable("rappels");
        builder.HasKey(r => new { r.RendezVous, r.Debut, r.Palier, r.Canal });
        builder.Property(r => r.Palier).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Canal).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Etat).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Faute).HasMaxLength(Rappel.FauteMax);
        builder.HasIndex(r => r.Debut);
    }
}
