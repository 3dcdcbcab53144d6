using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class VersionDeCorrespondanceConfiguration : IEntityTypeConfiguration<VersionDeCorrespondance>
{
    public void Configure(EntityTypeBuilder<VersionDeCorrespondance> builder)
    {
        builder.ToTable("correspondances");
        builder.HasKey(c => new { c.Source, c.Version });
        builder.Property(c => c.Source).HasMaxLength(Source.CodeMax);
        builder.Property(c => c.Document).HasMaxLength(VersionDeCorrespondance.DocumentMax);
        builder.Property(c => c.Note).HasMaxLength(VersionDeCorrespondance.NoteMax);
    }
}
