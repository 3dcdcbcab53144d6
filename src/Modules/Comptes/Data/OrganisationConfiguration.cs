using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Nom).HasMaxLength(Organisation.NomMax);
        builder.Property(o => o.TypeIdentification).HasConversion<string>().HasMaxLength(20);
        builder.Property(o => o.Numero).HasMaxLength(Identification.NumeroMax);
        builder.Property(o => o.MotifIdentification).HasMaxLength(Identification.MotifMax);
        builder.Property(o => o.Nature).HasConversion<string>().HasMaxLength(20);
        builder.Property(o => o.Categorie).HasConversion<string>().HasMaxLength(30);
        builder.Property(o => o.CodeInsee).HasMaxLength(5);
        builder.Property(o => o.Departement).HasMaxLength(3);
        builder.Ignore(o => o.Ouverte);
        // A merged one keeps its number, and the one that it went into has its own.
        builder.HasIndex(o => new { o.TypeIdentification, o.Numero }).IsUnique();
        builder.HasIndex(o => o.Departement);
        builder.HasIndex(o => o.Reseau).HasFilter("reseau IS NOT NULL");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.Reseau).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(o => o.FusionneeDans).OnDelete(DeleteBehavior.Restrict);
    }
}
