using FaireAvec.Accompagnement.Domain.Personnes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class FreinDesCartesConfiguration : IEntityTypeConfiguration<FreinDesCartes>
{
    public void Configure(EntityTypeBuilder<FreinDesCartes> builder)
    {
        builder.ToTable("freins_des_cartes");
        builder.HasKey(f => f.Cle);
        builder.HasIndex(f => f.DernierLe);
    }
}
