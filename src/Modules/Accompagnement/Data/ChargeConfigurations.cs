using FaireAvec.Accompagnement.Domain.Charge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class ChargeParMoisConfiguration : IEntityTypeConfiguration<ChargeParMois>
{
    public void Configure(EntityTypeBuilder<ChargeParMois> builder)
    {
        builder.ToTable("charge_par_mois");
        builder.HasKey(c => new { c.Mois, c.Departement, c.Service, c.Cause });
        builder.Property(c => c.Departement).HasMaxLength(3);
        builder.Property(c => c.Service).HasMaxLength(40);
        builder.Property(c => c.Cause).HasMaxLength(40);
    }
}

internal sealed class MoisARecompterConfiguration : IEntityTypeConfiguration<MoisARecompter>
{
    public void Configure(EntityTypeBuilder<MoisARecompter> builder)
    {
        builder.ToTable("charge_a_recompter");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
    }
}
