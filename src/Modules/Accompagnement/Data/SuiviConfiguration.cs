using FaireAvec.Accompagnement.Domain.Personnes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class SuiviConfiguration : IEntityTypeConfiguration<Suivi>
{
    public void Configure(EntityTypeBuilder<Suivi> builder)
    {
        builder.ToTable("suivis");
        builder.HasKey(s => s.Id);
        builder.HasOne<PersonneAccompagnee>().WithMany().HasForeignKey(s => s.Personne).OnDelete(DeleteBehavior.Cascade);
        builder.Property(s => s.Accord).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Motif).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(s => s.Compte).HasFilter("fin IS NULL");
        builder.HasIndex(s => s.Organisation).HasFilter("fin IS NULL AND compte IS NULL");
        builder.HasIndex(s => s.Personne);
    }
}
