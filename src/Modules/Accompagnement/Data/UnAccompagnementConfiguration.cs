using FaireAvec.Accompagnement.Domain.Activites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class UnAccompagnementConfiguration : IEntityTypeConfiguration<UnAccompagnement>
{
    public void Configure(EntityTypeBuilder<UnAccompagnement> builder)
    {
        builder.ToTable("accompagnements");
        builder.HasKey(a => new { a.Activite, a.Personne });
        foreach (var code in (string[])[nameof(UnAccompagnement.Genre), nameof(UnAccompagnement.Age), nameof(UnAccompagnement.Statut)])
        {
            builder.Property<string?>(code).HasMaxLength(40);
        }

        builder.HasIndex(a => new { a.Personne, a.Jour });
        builder.HasOne<Activite>().WithMany().HasForeignKey(a => a.Activite).OnDelete(DeleteBehavior.Cascade);
    }
}
