using FaireAvec.Cartographie.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Cartographie.Data;

internal sealed class GroupeDeLieuxConfiguration : IEntityTypeConfiguration<GroupeDeLieux>
{
    public void Configure(EntityTypeBuilder<GroupeDeLieux> builder)
    {
        builder.ToTable("groupes");
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Id).HasMaxLength(Lieu.IdMax);
    }
}
