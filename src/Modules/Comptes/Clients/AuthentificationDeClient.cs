using System.Security.Claims;
using System.Text.Encodings.Web;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FaireAvec.Comptes.Clients;

/// <summary>
/// Knows a client of the API by the token of « Authorization: Bearer … ». The API knows nobody otherwise: a browser's cookie opens nothing there, so no
/// other site can make a browser write by it.
/// </summary>
internal sealed class AuthentificationDeClient(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory journaux, UrlEncoder encodeur, ClientsEnMemoire memoire, ClientsDeLApi clients)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, journaux, encodeur)
{
    public const string Schema = "client";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ClientsDeLApi.Jeton(Request) is not { } jeton || await memoire.LireAsync(jeton) is not { } client)
        {
            return AuthenticateResult.NoResult();
        }

        clients.Noter(client);
        var identite = client.Identite;
        var services = Context.RequestServices;
        services.GetRequiredService<Demandeur>().Identite = identite;
        var acces = services.GetRequiredService<ContexteAcces>();
        acces.Compte = identite.Compte.ToString();
        acces.Organisation = identite.Organisation?.ToString();
        acces.Role = Role.ClientApi.Cle();
        acces.Departements = string.Join(',', identite.Departements);
        services.GetRequiredService<ContexteEcriture>().Acteur = $"client:{identite.Compte}";
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, identite.Compte.ToString())], Schema));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Schema));
    }
}
