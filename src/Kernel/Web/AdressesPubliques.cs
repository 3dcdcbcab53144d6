using System.Net;
using System.Net.Sockets;

namespace FaireAvec.Kernel.Web;

/// <summary>
/// Which addresses an outgoing call may go to: those of the public internet alone. An address that somebody gave must not be a way to reach the machines
/// beside this one, nor the metadata of its host.
/// </summary>
public static class AdressesPubliques
{
    private static readonly IPNetwork[] Interdites4 =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ]).Select(r => IPNetwork.Parse(r)),
    ];

    // Global unicast is 2000::/3; the rest is local, multicast, or not given out.
    private static readonly IPNetwork Globales6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] Interdites6 = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("3fff::/20")];
    private static readonly IPNetwork SixVersQuatre = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>True for an address of the public internet; an IPv4 address inside an IPv6 one is looked at too.</summary>
    public static bool EstPublique(IPAddress adresse)
    {
        if (adresse.IsIPv4MappedToIPv6)
        {
            adresse = adresse.MapToIPv4();
        }

        if (adresse.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(Interdites4, r => r.Contains(adresse));
        }

        var octets = adresse.GetAddressBytes();
        // An IPv4 address inside: the gateway would go there.
        if (SixVersQuatre.Contains(adresse))
        {
            return EstPublique(new IPAddress(octets.AsSpan(2, 4)));
        }

        if (Nat64.Contains(adresse))
        {
            return EstPublique(new IPAddress(octets.AsSpan(12, 4)));
        }

        return Globales6.Contains(adresse) && !Array.Exists(Interdites6, r => r.Contains(adresse));
    }
}
