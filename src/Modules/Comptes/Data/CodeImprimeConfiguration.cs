using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class CodeImprimeConfiguration : IEntityTypeConfiguration<CodeImprime>
{
    public void Configure(EntityTypeBuilder<CodeImprime> builder)
    {
        builder.ToTable("codes_imprimes");
        builder.HasKey(x => x.Id);
        builder.HasIndex(x => x.Compte);
        builder.HasOne<Compte>().WithMany().HasForeignKey(x => x.Compte).OnDelete(DeleteBehavior.Restrict);
    }
}
