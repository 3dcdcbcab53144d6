namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// The French projection Lambert-93 (RGF93, conical, conformal) to degrees and back: algorithms ALG0001 to ALG0004 of the IGN's note NTG_71, with the
/// constants of its table for Lambert-93. RGF93 and WGS84 agree to less than a metre.
/// </summary>
internal static class Lambert93
{
    private const double N = 0.7256077650532670;
    private const double C = 11_754_255.426096;
    private const double Xs = 700_000;
    private const double Ys = 12_655_612.049876;

    // First eccentricity of the ellipsoid GRS80, and central meridian (3° East of Greenwich).
    private const double E = 0.08181919104281579;
    private const double Meridien = 3 * Math.PI / 180;

    /// <summary>True for metres that can be a point of metropolitan France in this projection.</summary>
    public static bool EstPlausible(double x, double y) => x is >= 50_000 and <= 1_300_000 && y is >= 6_000_000 and <= 7_200_000;

    /// <summary>Degrees of a point given in metres.</summary>
    public static (double Latitude, double Longitude) EnDegres(double x, double y)
    {
        var (dx, dy) = (x - Xs, Ys - y);
        var isometrique = -Math.Log(Math.Sqrt((dx * dx) + (dy * dy)) / C) / N;
        var longitude = Meridien + (Math.Atan2(dx, dy) / N);

        // ALG0002: the latitude of an isometric latitude, to far below a millimetre in six turns.
        var latitude = (2 * Math.Atan(Math.Exp(isometrique))) - (Math.PI / 2);
        for (var i = 0; i < 12; i++)
        {
            var sinus = E * Math.Sin(latitude);
            var suivante = (2 * Math.Atan(Math.Pow((1 + sinus) / (1 - sinus), E / 2) * Math.Exp(isometrique))) - (Math.PI / 2);
            if (Math.Abs(suivante - latitude) < 1e-13)
            {
                latitude = suivante;
                break;
            }

            latitude = suivante;
        }

        return (double.RadiansToDegrees(latitude), double.RadiansToDegrees(longitude));
    }

    /// <summary>Metres of a point given in degrees.</summary>
    public static (double X, double Y) EnMetres(double latitude, double longitude)
    {
        var phi = double.DegreesToRadians(latitude);
        var sinus = E * Math.Sin(phi);
        var isometrique = Math.Log(Math.Tan((Math.PI / 4) + (phi / 2)) * Math.Pow((1 - sinus) / (1 + sinus), E / 2));
        var rayon = C * Math.Exp(-N * isometrique);
        var angle = N * (double.DegreesToRadians(longitude) - Meridien);
        return (Xs + (rayon * Math.Sin(angle)), Ys - (rayon * Math.Cos(angle)));
    }
}
