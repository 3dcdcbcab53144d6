using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Domain.NosLieux;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class TenueDeLieuConfiguration : IEntityTypeConfiguration<TenueDeLieu>
{
    public void Configure(EntityTypeBuilder<TenueDeLieu> builder)
    {
        builder.ToTable("tenues");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Lieu).HasMaxLength(Lieu.IdMax);
        builder.Property(t => t.Geste).HasConversion<string>().HasMaxLength(30);
        builder.Property(t => t.Details).HasColumnType("jsonb");
        builder.Ignore(t => t.Valeurs);
        builder.HasIndex(t => new { t.Organisation, t.Lieu, t.FaiteLe });
    }
}
