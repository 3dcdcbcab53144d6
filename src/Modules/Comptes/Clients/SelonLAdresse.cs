using FaireAvec.Comptes.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Clients;

/// <summary>Who says who asks: under /api the token alone, elsewhere the session alone. A cookie that a browser sends by itself opens nothing of the API.</summary>
internal static class SelonLAdresse
{
    public const string Schema = "selon-l-adresse";

    public static void AddAuthentificationSelonLAdresse(this IServiceCollection services) => services.AddAuthentication(Schema)
        .AddPolicyScheme(Schema, Schema, o => o.ForwardDefaultSelector = c => c.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? AuthentificationDeClient.Schema : AuthentificationDeSession.Schema)
        .AddScheme<AuthenticationSchemeOptions, AuthentificationDeSession>(AuthentificationDeSession.Schema, _ => { })
        .AddScheme<AuthenticationSchemeOptions, AuthentificationDeClient>(AuthentificationDeClient.Schema, _ => { });
}
