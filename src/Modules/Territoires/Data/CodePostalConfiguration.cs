using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Territoires.Data;

internal sealed class CodePostalConfiguration : IEntityTypeConfiguration<CodePostalLigne>
{
    public void Configure(EntityTypeBuilder<CodePostalLigne> builder)
    {
        builder.ToTable("codes_postaux");
        builder.HasKey(c => new { c.CodePostal, c.CodeInsee });
        builder.Property(c => c.CodePostal).HasMaxLength(5);
        builder.Property(c => c.CodeInsee).HasMaxLength(5);
        builder.HasIndex(c => c.CodeInsee);
    }
}
