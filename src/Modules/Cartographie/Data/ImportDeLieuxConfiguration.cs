using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class ImportDeLieuxConfiguration : IEntityTypeConfiguration<ImportDeLieux>
{
    public void Configure(EntityTypeBuilder<ImportDeLieux> builder)
    {
        builder.ToTable("imports");
        builder.HasKey(i => i.Id);
        builder.Ignore(i => i.Interrompu);
        builder.Property(i => i.Source).HasMaxLength(Source.CodeMax);
        builder.Property(i => i.Origine).HasConversion<string>().HasMaxLength(20);
        builder.Property(i => i.Statut).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(i => i.DebutLe);
        builder.HasIndex(i => new { i.Source, i.DebutLe });
    }
}
