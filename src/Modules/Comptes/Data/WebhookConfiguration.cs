using FaireAvec.Comptes.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Comptes.Data;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("webhooks");
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Url).HasMaxLength(Webhook.UrlMax);
        builder.Property(w => w.Etat).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(w => w.Client);
        builder.HasOne<ClientApi>().WithMany().HasForeignKey(w => w.Client).OnDelete(DeleteBehavior.Restrict);
    }
}
