using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>The whole address of a link that goes by mail, without a request: where the program listens when nothing is declared, which is right on one's own machine only.</summary>
internal sealed class AdresseDesLiens(IConfiguration configuration, IServiceProvider services)
{
    public string Complete(string chemin) => new Uri(new Uri(Site), chemin).ToString();

    private string Site => Uri.TryCreate(configuration["Site:Adresse"], UriKind.Absolute, out var site) && site.Scheme is "http" or "https"
        ? site.GetLeftPart(UriPartial.Authority)
        : services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? throw new InvalidOperationException("The public address of the site is missing: give it by Site__Adresse.");
}
