using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Invitations;

/// <summary>
/// The public address of the site (<c>Site:Adresse</c>), for what goes by mail. Never the name that a request was sent to: somebody else may have chosen
/// it. Without the setting, the address where the program listens, which is right on one's own machine only.
/// </summary>
internal sealed class AdresseDuSite(IConfiguration configuration, IServiceProvider services)
{
    /// <summary>The whole address of a path.</summary>
    public string Complete(string chemin)
    {
        if (Uri.TryCreate(configuration["Site:Adresse"], UriKind.Absolute, out var site) && site.Scheme is "http" or "https")
        {
            return new Uri(site!, chemin).ToString();
        }

        var locale = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The public address of the site is missing: give it by Site__Adresse.");
        return new Uri(new Uri(locale), chemin).ToString();
    }
}
