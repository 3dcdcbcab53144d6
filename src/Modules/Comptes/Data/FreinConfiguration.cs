using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class FreinConfiguration : IEntityTypeConfiguration<Frein>
{
    public void Configure(EntityTypeBuilder<Frein> builder)
    {
        builder.ToTable("freins");
        builder.HasKey(x => x.Cle);
        builder.HasIndex(x => x.DernierLe);
    }
}
