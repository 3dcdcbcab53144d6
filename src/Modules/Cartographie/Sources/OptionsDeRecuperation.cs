using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Cartographie.Sources;

/// <summary>Limits of a fetch: configuration section <c>Sources</c>.</summary>
internal sealed record OptionsDeRecuperation
{
    /// <summary>Bytes at most, once unpacked by the transport.</summary>
    public long TailleMax { get; init; } = 500L << 20;

    /// <summary>From the first connection to the last byte: a server that drips doesn't hold a job for ever.</summary>
    public TimeSpan DelaiMax { get; init; } = TimeSpan.FromMinutes(5);

    public int RedirectionsMax { get; init; } = 5;

    /// <summary>Lets 127.0.0.1 and ::1 be fetched. For tests alone.</summary>
    public bool BoucleLocale { get; init; }

    public static OptionsDeRecuperation De(IConfiguration configuration)
    {
        var (section, parDefaut) = (configuration.GetSection("Sources"), new OptionsDeRecuperation());
        return parDefaut with
        {
            TailleMax = long.TryParse(section["TailleMaxMo"], NumberStyles.None, CultureInfo.InvariantCulture, out var mo) && mo is > 0 and <= 2048 ? mo << 20 : parDefaut.TailleMax,
            DelaiMax = int.TryParse(section["DelaiMaxSecondes"], NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s is > 0 and <= 3600 ? TimeSpan.FromSeconds(s) : parDefaut.DelaiMax,
            BoucleLocale = section["BoucleLocale"] == "true",
        };
    }
}
