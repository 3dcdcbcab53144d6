using FaireAvec.Accompagnement.Domain.ATraiter;
using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Contracts.Accompagnement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class RemiseAPlusTardConfiguration : IEntityTypeConfiguration<RemiseAPlusTard>
{
    public void Configure(EntityTypeBuilder<RemiseAPlusTard> builder)
    {
        builder.ToTable("remises_a_plus_tard");
        builder.HasKey(r => new { r.Compte, r.Cle });
        builder.Property(r => r.Cle).HasMaxLength(ChoseATraiter.CleMax);
    }
}

internal sealed class MentoratConfiguration : IEntityTypeConfiguration<Mentorat>
{
    private const int CodeMax = 40;

    public void Configure(EntityTypeBuilder<Mentorat> builder)
    {
        builder.ToTable("mentorats");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Etat).HasConversion<string>().HasMaxLength(CodeMax).IsConcurrencyToken();
        builder.HasIndex(m => m.Equipe);
        builder.HasIndex(m => m.Mentor);
        // One mentor at a time.
        builder.HasIndex(m => m.Mentore).IsUnique().HasFilter("etat = 'EnCours'").HasDatabaseName("ux_mentorats_un_mentor");
    }
}

internal sealed class RencontreDeMentoratConfiguration : IEntityTypeConfiguration<RencontreDeMentorat>
{
    public void Configure(EntityTypeBuilder<RencontreDeMentorat> builder)
    {
        builder.ToTable("rencontres_de_mentorat");
        builder.HasKey(r => r.Id);
        builder.HasIndex(r => new { r.Mentorat, r.Jour }).IsUnique();
        builder.HasOne<Mentorat>().WithMany().HasForeignKey(r => r.Mentorat).OnDelete(DeleteBehavior.Cascade);
    }
}
