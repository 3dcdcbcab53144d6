using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Clients;

/// <summary>Registration of this folder.</summary>
internal static class ClientsExtensions
{
    public static void AddClientsDeLApi(this IServiceCollection services)
    {
        services.AddAuthentificationSelonLAdresse();
        services.AddSingleton<ClientsEnMemoire>();
        services.AddSingleton<UsagesDesClients>();
        services.AddSingleton<ClientsDeLApi>();
        services.AddSingleton<IClientsDeLApi>(s => s.GetRequiredService<ClientsDeLApi>());
        services.AddScoped<GestionDesClients>();
        services.AddHostedService<VeilleDesClients>();
        services.AddHostedService<ComptageDesUsages>();
    }

    public static PageConventionCollection PagesDesClients(this PageConventionCollection pages) => pages.Professionnelles("Comptes", "/Clients", Droits.DroitsDesComptes.GererLesClients);
}
