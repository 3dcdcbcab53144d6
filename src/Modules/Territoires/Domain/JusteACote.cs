namespace FaireAvec.Territoires.Domain;

/// <summary>« Juste à côté » is what one reaches without a car, or nearly. Beyond, a distance says more than a word.</summary>
internal static class JusteACote
{
    public const double LimiteKm = 5;

    /// <summary>True when all of these are. One that isn't known isn't near.</summary>
    public static bool Sont(IEnumerable<double?> distancesKm) => distancesKm.All(km => km <= LimiteKm);
}
