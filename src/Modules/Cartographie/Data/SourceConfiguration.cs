using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("sources");
        builder.HasKey(s => s.Code);
        builder.Property(s => s.Code).HasMaxLength(Source.CodeMax);
        builder.Property(s => s.Format).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Calendrier).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Etat).HasConversion<string>().HasMaxLength(20);
        builder.Ignore(s => s.EstMoissonneeChaqueNuit);
    }
}
