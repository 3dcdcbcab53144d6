using FaireAvec.Accompagnement.Domain.Personnes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class PersonneAccompagneeConfiguration : IEntityTypeConfiguration<PersonneAccompagnee>
{
    public void Configure(EntityTypeBuilder<PersonneAccompagnee> builder)
    {
        builder.ToTable("personnes");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Niveau).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<PersonneAccompagnee>().WithMany().HasForeignKey(p => p.FusionneeDans).OnDelete(DeleteBehavior.Restrict);
    }
}
