using FaireAvec.Accompagnement.Domain.Calendriers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class FluxDAgendaConfiguration : IEntityTypeConfiguration<FluxDAgenda>
{
    public void Configure(EntityTypeBuilder<FluxDAgenda> builder)
    {
        builder.ToTable("flux_d_agenda");
        builder.HasKey(f => f.Id);
        builder.HasIndex(f => f.Empreinte).IsUnique();
        // One at a time.
        builder.HasIndex(f => new { f.Compte, f.Organisation }).IsUnique().HasFilter("revoque_le IS NULL");
    }
}

internal sealed class CalendrierExterneConfiguration : IEntityTypeConfiguration<CalendrierExterne>
{
    public void Configure(EntityTypeBuilder<CalendrierExterne> builder)
    {
        builder.ToTable("calendriers_externes");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Nom).HasMaxLength(CalendrierExterne.NomMax);
        builder.Property(c => c.Hote).HasMaxLength(CalendrierExterne.HoteMax);
        builder.Property(c => c.Fuseau).HasMaxLength(40);
        builder.Property(c => c.Etag).HasMaxLength(CalendrierExterne.EtagMax);
        builder.Property(c => c.Faute).HasMaxLength(CalendrierExterne.FauteMax);
        builder.HasIndex(c => new { c.Compte, c.Nom }).IsUnique();
        builder.HasIndex(c => c.ProchaineLecture).HasFilter("prochaine_lecture IS NOT NULL");
    }
}

internal sealed class PlageExterneConfiguration : IEntityTypeConfiguration<PlageExterne>
{
    public void Configure(EntityTypeBuilder<PlageExterne> builder)
    {
        builder.ToTable("plages_externes");
        builder.HasKey(p => new { p.Calendrier, p.Debut });
        builder.HasOne<CalendrierExterne>().WithMany().HasForeignKey(p => p.Calendrier).OnDelete(DeleteBehavior.Cascade);
        // The free slots of a médiateur.
        builder.HasIndex(p => new { p.Compte, p.Fin });
    }
}
