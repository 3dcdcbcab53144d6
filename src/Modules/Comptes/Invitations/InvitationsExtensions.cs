using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Invitations;

/// <summary>Registration of the invitations: services, the message that leaves, the page that anybody with a link may open.</summary>
internal static class InvitationsExtensions
{
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<JetonsDInvitation>();
        services.AddSingleton<Acceptation>();
        services.AddSingleton<OuvertureApresInvitation>();
        services.AddScoped<EnvoiDInvitations>();
        services.AddGestionnaire<InvitationAEnvoyer, EnvoyerUneInvitation>();
        return services;
    }

    public static PageConventionCollection PagesDesInvitations(this PageConventionCollection pages) =>
        pages.Droit("Comptes", "/Invitations", DroitRequis.Public);
}
