using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Evenements;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>Registration of this folder.</summary>
internal static class WebhooksExtensions
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<EvenementsConnus>();
        services.AddSingleton<EnvoiDeWebhook>();
        services.AddSingleton<SecretsDeWebhook>();
        services.AddScoped<GestionDesWebhooks>();
        services.AddGestionnaireDeTout<RepartitionDesEvenements>(EvenementsConnus.Types);
        services.AddGestionnaire<WebhookDesactive, PrevenirDuWebhookArrete>();
        services.AddSingleton<LivraisonDesWebhooks>();
        services.AddHostedService(s => s.GetRequiredService<LivraisonDesWebhooks>());
    }
}
