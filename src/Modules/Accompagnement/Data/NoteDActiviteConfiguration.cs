using FaireAvec.Accompagnement.Domain.Activites;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

internal sealed class NoteDActiviteConfiguration : IEntityTypeConfiguration<NoteDActivite>
{
    public void Configure(EntityTypeBuilder<NoteDActivite> builder)
    {
        builder.ToTable("notes_d_activites");
        builder.HasKey(n => n.Activite);
        builder.Property(n => n.Texte).HasMaxLength(Activite.NotesMax);
        builder.HasOne<Activite>().WithOne().HasForeignKey<NoteDActivite>(n => n.Activite).OnDelete(DeleteBehavior.Cascade);
    }
}
