using FaireAvec.Contracts.Comptes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Oidc;

/// <summary>The providers that the operator set.</summary>
internal sealed class FournisseursOidc(IConfiguration configuration)
{
    public FournisseurOidc? ProConnect { get; } = FournisseurOidc.De(configuration, Federation.ProConnect);

    public FournisseurOidc? FranceConnect { get; } = FournisseurOidc.De(configuration, Federation.FranceConnect);
}

internal static class ServicesOidc
{
    public static IServiceCollection AddOidc(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        // A provider that hangs must not keep the person waiting: a few seconds, a small answer, no redirect.
        services.AddHttpClient(ClientOidc.Http, c =>
        {
            c.Timeout = TimeSpan.FromSeconds(10);
            c.MaxResponseContentBufferSize = 1024 * 1024;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<FournisseursOidc>();
        services.AddSingleton<VerificationDuJeton>();
        services.AddSingleton<ClientOidc>();
        services.AddSingleton<SelDesIdentites>();
        services.AddSingleton<PassageOidc>();
        services.AddSingleton<ConnexionProConnect>();
        services.AddScoped<UsagerIdentifie>();
        services.AddScoped<IUsagerIdentifie>(s => s.GetRequiredService<UsagerIdentifie>());
        return services;
    }
}
