using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.DonneesPersonnelles.Data;

internal sealed class DemandeDeDroitsConfiguration : IEntityTypeConfiguration<DemandeDeDroits>
{
    public void Configure(EntityTypeBuilder<DemandeDeDroits> builder)
    {
        builder.ToTable("demandes_de_droits");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Type).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Etat).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Texte).HasMaxLength(DemandeDeDroits.TexteMax);
        builder.Property(d => d.MotifDeProlongation).HasMaxLength(DemandeDeDroits.MotifMax);
        builder.Property(d => d.Reponse).HasMaxLength(DemandeDeDroits.MotifMax);
        builder.Property(d => d.Code).HasMaxLength(Effacement.CodeMax);
        builder.HasIndex(d => d.Code).IsUnique();
        builder.HasIndex(d => d.Personne);
        builder.HasIndex(d => new { d.Etat, d.Echeance });
        // One at a time of each kind.
        builder.HasIndex(d => new { d.Personne, d.Type }).IsUnique().HasFilter("etat IN ('Recue', 'EnCours', 'Prolongee')").HasDatabaseName("ux_demandes_de_droits_ouvertes");
    }
}

internal sealed class EffacementConfiguration : IEntityTypeConfiguration<Effacement>
{
    public void Configure(EntityTypeBuilder<Effacement> builder)
    {
        builder.ToTable("effacements");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Detail).HasMaxLength(Effacement.DetailMax);
        builder.Property(e => e.Code).HasMaxLength(Effacement.CodeMax);
        builder.Ignore(e => e.Empreinte);
        builder.HasIndex(e => e.Code).IsUnique();
        builder.HasIndex(e => e.Personne).IsUnique();
    }
}

internal sealed class TexteGardeConfiguration : IEntityTypeConfiguration<TexteGarde>
{
    public void Configure(EntityTypeBuilder<TexteGarde> builder)
    {
        builder.ToTable("textes_d_accord");
        builder.HasKey(t => new { t.Finalite, t.Version });
        builder.Property(t => t.Finalite).HasMaxLength(Accord.FinaliteMax);
    }
}

internal sealed class AccordConfiguration : IEntityTypeConfiguration<Accord>
{
    public void Configure(EntityTypeBuilder<Accord> builder)
    {
        builder.ToTable("accords");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Finalite).HasMaxLength(Accord.FinaliteMax);
        builder.Property(a => a.Moyen).HasMaxLength(Accord.MoyenMax);
        builder.Property(a => a.MoyenDuRetrait).HasMaxLength(Accord.MoyenMax);
        builder.HasOne<TexteGarde>().WithMany().HasForeignKey(a => new { a.Finalite, a.Version }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Personne, a.Finalite }).IsUnique().HasFilter("retire_le IS NULL").HasDatabaseName("ux_accords_en_cours");
    }
}

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultations");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Quoi).HasMaxLength(Consultation.QuoiMax);
        builder.Property(c => c.Pourquoi).HasMaxLength(Consultation.PourquoiMax);
        builder.HasIndex(c => new { c.Personne, c.Instant });
        builder.HasIndex(c => new { c.Personne, c.Par, c.Quoi, c.Quart }).IsUnique();
        builder.HasIndex(c => c.Instant);
    }
}

internal sealed class CodeDAssistanceConfiguration : IEntityTypeConfiguration<CodeDAssistance>
{
    public void Configure(EntityTypeBuilder<CodeDAssistance> builder)
    {
        builder.ToTable("codes_d_assistance");
        builder.HasKey(c => c.Id);
        builder.HasIndex(c => new { c.Compte, c.CreeLe });
    }
}
