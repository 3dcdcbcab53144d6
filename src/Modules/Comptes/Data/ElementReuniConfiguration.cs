using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class ElementReuniConfiguration : IEntityTypeConfiguration<ElementReuni>
{
    public void Configure(EntityTypeBuilder<ElementReuni> builder)
    {
        builder.ToTable("elements_reunis");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Genre).HasConversion<string>().HasMaxLength(20);
        builder.Property(e => e.Avant).HasMaxLength(ElementReuni.ReferenceMax);
        builder.Property(e => e.Apres).HasMaxLength(ElementReuni.ReferenceMax);
        builder.Property(e => e.Detail).HasMaxLength(ElementReuni.DetailMax);
        builder.HasIndex(e => e.Reunion);
        builder.HasOne<Reunion>().WithMany().HasForeignKey(e => e.Reunion).OnDelete(DeleteBehavior.Restrict);
    }
}
