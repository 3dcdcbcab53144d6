using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Comptes.Connexion;

/// <summary>
/// Where the links of mails lead: <c>Site:Adresse</c>. Without it, the address of the request, only when the operator listed the names of the site
/// (<c>AllowedHosts</c>) or when it is this machine: otherwise somebody could have a link sent that leads to themselves.
/// </summary>
internal sealed class AdresseDuSite(IConfiguration configuration)
{
    /// <summary>« https://inclusion.example », or null.</summary>
    public string? De(HttpRequest requete)
    {
        if (Uri.TryCreate(configuration["Site:Adresse"], UriKind.Absolute, out var site) && site.Scheme is "http" or "https")
        {
            return site.GetLeftPart(UriPartial.Authority);
        }

        var nomsConnus = configuration["AllowedHosts"] is { Length: > 0 } noms && noms != "*";
        return nomsConnus || requete.Host.Host is "localhost" or "127.0.0.1" or "[::1]" ? $"{requete.Scheme}://{requete.Host}" : null;
    }

    /// <summary>For the command line, where there is no request.</summary>
    public string ParDefaut() => Uri.TryCreate(configuration["Site:Adresse"], UriKind.Absolute, out var site) && site.Scheme is "http" or "https"
        ? site.GetLeftPart(UriPartial.Authority)
        : "http://127.0.0.1:5080";
}
