using FaireAvec.Accompagnement.Domain.Personnes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class FusionDePersonnesConfiguration : IEntityTypeConfiguration<FusionDePersonnes>
{
    public void Configure(EntityTypeBuilder<FusionDePersonnes> builder)
    {
        builder.ToTable("fusions_de_personnes");
        builder.HasKey(f => f.Id);
        builder.HasOne<PersonneAccompagnee>().WithMany().HasForeignKey(f => f.Source).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PersonneAccompagnee>().WithMany().HasForeignKey(f => f.Cible).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(f => f.Plan);
        // One at a time for each that goes.
        builder.HasIndex(f => f.Source).IsUnique().HasFilter("defaite_le IS NULL");
        builder.HasIndex(f => new { f.Cible, f.FaiteLe });
    }
}
