using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Kernel.Web;

/// <summary>
/// Where the links of mails lead: <c>Site:Adresse</c>. Without it, the address of the request, only when the operator listed the names of the site
/// (<c>AllowedHosts</c>) or when it is this machine: otherwise somebody could have a link sent that leads to themselves.
/// </summary>
public sealed class AdresseDuSite(IConfiguration configuration, IServiceProvider services)
{
    /// <summary>« https://inclusion.example », or null.</summary>
    public string? De(HttpRequest requete)
    {
        if (Declaree is { } site)
        {
            return site;
        }

        var nomsConnus = configuration["AllowedHosts"] is { Length: > 0 } noms && noms != "*";
        return nomsConnus || requete.Host.Host is "localhost" or "127.0.0.1" or "[::1]" ? $"{requete.Scheme}://{requete.Host}" : null;
    }

    /// <summary>For the command line, where there is no request.</summary>
    public string ParDefaut() => Declaree ?? "http://127.0.0.1:5080";

    /// <summary>The whole address of a path, for what goes by mail without a request: where the program listens when nothing is declared, which is right on one's own machine only.</summary>
    public string Complete(string chemin) => new Uri(
        new Uri(Declaree ?? services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? throw new InvalidOperationException("The public address of the site is missing: give it by Site__Adresse.")),
        chemin).ToString();

    private string? Declaree => Uri.TryCreate(configuration["Site:Adresse"], UriKind.Absolute, out var site) && site.Scheme is "http" or "https" ? site.GetLeftPart(UriPartial.Authority) : null;
}
