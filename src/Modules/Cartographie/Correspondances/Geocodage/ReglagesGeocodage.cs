using Microsoft.Extensions.Configuration;

namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>Settings of the address service, section « Geocodage » (<c>Geocodage__Adresse</c>). Off unless an address is given.</summary>
internal sealed record ReglagesGeocodage
{
    /// <summary>Address of the service, with a slash at the end: « https://data.geopf.fr/geocodage/ ».</summary>
    public required Uri Adresse { get; init; }

    /// <summary>Addresses sent at once.</summary>
    public int TailleDuLot { get; init; } = 2_000;

    /// <summary>Time left to an answer.</summary>
    public TimeSpan Delai { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Tries for one call.</summary>
    public int Essais { get; init; } = 3;

    /// <summary>Wait before the second try; twice as much before the third.</summary>
    public TimeSpan Attente { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Addresses asked one by one after the batches, in one run: the service limits them.</summary>
    public int RecherchesMax { get; init; } = 500;

    /// <summary>The settings, or null when no address is given. An address that isn't HTTP is a fault of the operator: it is told.</summary>
    public static ReglagesGeocodage? Lire(IConfiguration configuration)
    {
        if (configuration["Geocodage:Adresse"] is not { Length: > 0 } adresse)
        {
            return null;
        }

        return Uri.TryCreate(adresse.EndsWith('/') ? adresse : $"{adresse}/", UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? new() { Adresse = uri }
            : throw new InvalidOperationException($"Geocodage__Adresse n’est pas une adresse http : « {adresse} ».");
    }
}
