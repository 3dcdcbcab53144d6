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
        builder.HasIndex(i => i.DebutLe);
    }
}
