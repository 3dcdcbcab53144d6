using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class ReunionConfiguration : IEntityTypeConfiguration<Reunion>
{
    public void Configure(EntityTypeBuilder<Reunion> builder)
    {
        builder.ToTable("reunions");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Motif).HasMaxLength(Reunion.MotifMax);
        builder.HasIndex(r => r.Absorbee);
        builder.HasIndex(r => r.Gardee);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Absorbee).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Gardee).OnDelete(DeleteBehavior.Restrict);
    }
}
