using System.Globalization;

namespace FaireAvec.Cartographie.Domain;

/// <summary>A point on Earth (WGS84 degrees), with the sphere's arithmetic that a search needs.</summary>
/// <param name="Latitude">−90 to 90.</param>
/// <param name="Longitude">−180 to 180.</param>
internal readonly record struct Position(double Latitude, double Longitude)
{
    /// <summary>Mean radius of the Earth, metres (IUGG).</summary>
    public const double RayonTerre = 6_371_008.8;

    /// <summary>True for finite numbers in range.</summary>
    public bool Valable => double.IsFinite(Latitude) && double.IsFinite(Longitude) && Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;

    /// <summary>As written in addresses of pages: three decimals, about 100 m, so that a link never tells where somebody stood.</summary>
    public Position Arrondie => new(Math.Round(Latitude, 3), Math.Round(Longitude, 3));

    /// <summary>« 45.44,4.387 ». Written by hand: the record's own would write <see cref="Arrondie"/>, which is a position, without end.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude},{Longitude}");

    /// <summary>Unit vector: the squared chord between two of them orders points as their distance does, for three multiplications.</summary>
    public (double X, double Y, double Z) Vecteur()
    {
        var (sinLat, cosLat) = Math.SinCos(double.DegreesToRadians(Latitude));
        var (sinLon, cosLon) = Math.SinCos(double.DegreesToRadians(Longitude));
        return (cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    /// <summary>Squared chord (on the unit sphere) of a great-circle distance in metres.</summary>
    public static double CordeCarree(double metres)
    {
        var s = Math.Sin(Math.Min(metres / (2 * RayonTerre), Math.PI / 2));
        return 4 * s * s;
    }

    /// <summary>Metres of a squared chord.</summary>
    public static double Metres(double cordeCarree) => 2 * RayonTerre * Math.Asin(Math.Min(1, Math.Sqrt(cordeCarree) / 2));

    /// <summary>Great-circle distance in metres.</summary>
    public double DistanceA(Position autre)
    {
        var (x, y, z) = Vecteur();
        var (u, v, w) = autre.Vecteur();
        return Metres(((x - u) * (x - u)) + ((y - v) * (y - v)) + ((z - w) * (z - w)));
    }

    /// <summary>Not in France as it stands, but in France with its two numbers exchanged.</summary>
    public bool Inversee => !PresDeLaFrance && new Position(Longitude, Latitude) is { Valable: true, PresDeLaFrance: true };

    /// <summary>Rough boxes around France, with a margin for people who live beside the border.</summary>
    public bool PresDeLaFrance
    {
        get
        {
            var (lat, lon) = (Latitude, Longitude);
            return Boites.Any(b => lat >= b.Sud && lat <= b.Nord && lon >= b.Ouest && lon <= b.Est);
        }
    }

    private static readonly (double Sud, double Nord, double Ouest, double Est)[] Boites =
    [
        (41, 51.6, -5.8, 10.2), // metropolitan France
        (14, 18.5, -63.5, -60.5), // Antilles, Saint-Martin, Saint-Barthélemy
        (1.5, 6.5, -55, -51), // Guyane
        (46.3, 47.6, -57, -55.7), // Saint-Pierre-et-Miquelon
        (-21.8, -20.5, 54.8, 56.2), // La Réunion
        (-13.5, -12.2, 44.7, 45.7), // Mayotte
        (-23.5, -18.5, 157, 169), // Nouvelle-Calédonie
        (-15.5, -12.5, -179.5, -175.5), // Wallis-et-Futuna
        (-28.5, -7, -155, -134), // Polynésie
    ];
}
