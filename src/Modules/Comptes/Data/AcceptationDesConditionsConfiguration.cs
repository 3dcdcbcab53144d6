using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class AcceptationDesConditionsConfiguration : IEntityTypeConfiguration<AcceptationDesConditions>
{
    public void Configure(EntityTypeBuilder<AcceptationDesConditions> builder)
    {
        builder.ToTable("acceptations_des_conditions");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Version).HasMaxLength(AcceptationDesConditions.VersionMax);
        builder.HasIndex(a => new { a.Compte, a.Version }).IsUnique();
        builder.HasOne<Compte>().WithMany().HasForeignKey(a => a.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
