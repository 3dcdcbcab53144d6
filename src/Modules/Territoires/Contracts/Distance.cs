namespace FaireAvec.Contracts.Territoires;

/// <summary>Distances as the crow flies on a sphere: right to 0.5 %, enough to order places.</summary>
public static class Distance
{
    private const double RayonTerreKm = 6371.0088;

    /// <summary>Kilometres in one degree of latitude.</summary>
    public const double KmParDegre = RayonTerreKm * Math.PI / 180;

    /// <summary>Great-circle distance in kilometres (haversine).</summary>
    public static double Km(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        const double rad = Math.PI / 180;
        var sinLat = Math.Sin((latitude2 - latitude1) * rad / 2);
        var sinLon = Math.Sin((longitude2 - longitude1) * rad / 2);
        var h = (sinLat * sinLat) + (Math.Cos(latitude1 * rad) * Math.Cos(latitude2 * rad) * sinLon * sinLon);
        return 2 * RayonTerreKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>True for a pair of finite numbers that can be a position on Earth.</summary>
    public static bool PositionValide(double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180;
}
