using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;

namespace FaireAvec.Host.Site;

/// <summary>
/// How many requests one address may send. Generous for people and for other systems, too little for a hammer.
/// <c>FAIREAVEC_LIMITES=non</c> lifts them for 127.0.0.1 (benchmarks, tests).
/// </summary>
internal static class Limites
{
    /// <summary>Reads of the API: 40 a second on average, 400 at once.</summary>
    public const string Lecture = "lecture";

    /// <summary>Pages where one signs in: 60 requests at once, then one each two seconds. A whole building signs in at nine o'clock behind one address; codes and links have brakes of their own.</summary>
    public const string Connexion = "connexion";

    /// <summary>Reports of browsers: 60 in ten minutes.</summary>
    public const string Rapports = "rapports";

    /// <summary>Every POST of the site: 20 in ten minutes.</summary>
    private static readonly FixedWindowRateLimiterOptions Formulaires = new() { PermitLimit = 20, Window = TimeSpan.FromMinutes(10) };

    /// <summary>Pages: 20 a second on average, 300 at once. A whole library, or a mobile operator, is often one address.</summary>
    private static readonly TokenBucketRateLimiterOptions Pages = new() { TokenLimit = 300, TokensPerPeriod = 20, ReplenishmentPeriod = TimeSpan.FromSeconds(1) };

    private enum Demande
    {
        /// <summary>Style, script, picture; or the API, which has its own policy.</summary>
        Autre,
        Page,
        Formulaire,
    }

    public static IServiceCollection AddLimites(this IServiceCollection services, IConfiguration configuration)
    {
        var levees = configuration["FAIREAVEC_LIMITES"] == "non";
        return services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (contexte, _) =>
            {
                var attente = contexte.Lease.TryGetMetadata(MetadataName.RetryAfter, out var duree) ? duree : TimeSpan.FromSeconds(10);
                contexte.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(attente.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            // A client that is known has a limit of its own (PassageDesClients), wherever it calls from.
            o.AddPolicy(Lecture, c => c.RequestServices.GetRequiredService<IClientsDeLApi>().EnMemoire(c.Request)
                ? RateLimitPartition.GetNoLimiter("")
                : Partition(c, levees, cle => RateLimitPartition.GetTokenBucketLimiter(cle, _ => new TokenBucketRateLimiterOptions { TokenLimit = 400, TokensPerPeriod = 40, ReplenishmentPeriod = TimeSpan.FromSeconds(1) })));
            o.AddPolicy(Rapports, c => Partition(c, levees, cle => RateLimitPartition.GetFixedWindowLimiter(cle, _ => new FixedWindowRateLimiterOptions { PermitLimit = 60, Window = TimeSpan.FromMinutes(10) })));
            o.AddPolicy(Connexion, c => Partition(c, levees, cle => RateLimitPartition.GetTokenBucketLimiter(cle, _ => new TokenBucketRateLimiterOptions { TokenLimit = 60, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(2) })));
            // One limiter for what has no policy of its own; its keys begin by what they limit, or a form would count as a page.
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(c => Sorte(c) switch
            {
                Demande.Formulaire => Partition(c, levees, cle => RateLimitPartition.GetFixedWindowLimiter($"formulaire {cle}", _ => Formulaires)),
                Demande.Page => Partition(c, levees, cle => RateLimitPartition.GetTokenBucketLimiter($"page {cle}", _ => Pages)),
                _ => RateLimitPartition.GetNoLimiter(""),
            });
        });
    }

    private static Demande Sorte(HttpContext contexte) => contexte.GetEndpoint()?.Metadata switch
    {
        { } m when m.GetMetadata<EnableRateLimitingAttribute>() is { PolicyName: Connexion } => Demande.Autre,
        // A browser reports by itself: it must not use up what the person may send.
        _ when contexte.Request.Path == RapportsCsp.Adresse => Demande.Autre,
        // Another system writes more than a person: the API has its own policies.
        _ when HttpMethods.IsPost(contexte.Request.Method) && !contexte.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) => Demande.Formulaire,
        null => Demande.Autre,
        { } m when m.GetMetadata<StaticAssetDescriptor>() is not null || m.GetMetadata<EnableRateLimitingAttribute>() is not null => Demande.Autre,
        _ => Demande.Page,
    };

    private static RateLimitPartition<string> Partition(HttpContext contexte, bool levees, Func<string, RateLimitPartition<string>> limite)
    {
        var adresse = contexte.Connection.RemoteIpAddress;
        if (levees && adresse is not null && IPAddress.IsLoopback(adresse))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        // An IPv6 subscriber has a whole /64.
        var cle = adresse switch
        {
            null => "inconnue",
            { IsIPv4MappedToIPv6: true } => adresse.MapToIPv4().ToString(),
            { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexString(adresse.GetAddressBytes().AsSpan(0, 8)),
            _ => adresse.ToString(),
        };
        return limite(cle);
    }
}
