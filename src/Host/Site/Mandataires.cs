using System.Net;
using FaireAvec.Kernel.Postgres;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FaireAvec.Host.Site;

/// <summary>
/// Proxies whose « X-Forwarded-… » headers are believed: this machine, and those of <c>Mandataires:Adresses</c>. From anybody else the headers are
/// left unread: a visitor who writes them would choose its address, and so escape the limits.
/// </summary>
internal static class Mandataires
{
    private static readonly char[] Separateurs = [',', ';', ' '];

    public static IServiceCollection AddMandataires(this IServiceCollection services, IConfiguration configuration)
    {
        var reseaux = Lire(configuration["Mandataires:Adresses"]);
        return services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var reseau in reseaux)
            {
                o.KnownIPNetworks.Add(reseau);
            }

            if (reseaux.Count > 0)
            {
                // A chain of proxies is read from its end, as long as each one is known.
                o.ForwardLimit = null;
            }
        });
    }

    /// <summary>« 10.0.0.4, 10.1.0.0/16, fd00::/8 ».</summary>
    internal static IReadOnlyList<IPNetwork> Lire(string? adresses) =>
        [.. (adresses ?? "").Split(Separateurs, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Reseau)];

    private static IPNetwork Reseau(string texte)
    {
        if (IPAddress.TryParse(texte, out var adresse) && !texte.Contains('/', StringComparison.Ordinal))
        {
            return new IPNetwork(adresse, adresse.GetAddressBytes().Length * 8);
        }

        if (!IPNetwork.TryParse(texte, out var reseau))
        {
            throw new ErreurDeDemarrage($"Mandataires__Adresses contient « {texte} », qui n’est ni une adresse ni un réseau. Écrivez par exemple « 10.0.0.4, 10.1.0.0/16 ».");
        }

        return reseau.PrefixLength > 0
            ? reseau
            : throw new ErreurDeDemarrage($"Mandataires__Adresses contient « {texte} », le monde entier : n’importe qui pourrait choisir son adresse. Donnez celles de vos serveurs mandataires.");
    }
}
