namespace FaireAvec.Cartographie.Recherche;

/// <summary>A ball, on the unit sphere, that holds all the rows of a word. Its radius is NaN when one of them has no position: nothing can then be said of the word as a whole.</summary>
internal readonly record struct Boule(double X, double Y, double Z, double Rayon)
{
    // Far over the rounding of the arithmetic, far under a millimetre: a row on the edge is always looked at by itself.
    private const double Marge = 1e-12;

    /// <summary>Where the rows of a word stand, seen from a circle.</summary>
    public enum Place
    {
        /// <summary>Some inside, some outside, or unknown.</summary>
        ACheval,

        /// <summary>All of them inside.</summary>
        Dedans,

        /// <summary>All of them outside.</summary>
        Dehors,
    }

    public static Boule Autour(double[] x, double[] y, double[] z, int debut, int fin)
    {
        var (cx, cy, cz, n) = (0.0, 0.0, 0.0, fin - debut);
        for (var i = debut; i < fin; i++)
        {
            (cx, cy, cz) = (cx + (x[i] / n), cy + (y[i] / n), cz + (z[i] / n));
        }

        var rayon = 0.0;
        for (var i = debut; i < fin; i++)
        {
            rayon = Math.Max(rayon, Corde(x[i] - cx, y[i] - cy, z[i] - cz));
        }

        return new Boule(cx, cy, cz, rayon);
    }

    /// <param name="centre">Centre of the circle, as a unit vector.</param>
    /// <param name="rayon">Radius of the circle, as a chord.</param>
    public Place Face((double X, double Y, double Z) centre, double rayon)
    {
        var distance = Corde(X - centre.X, Y - centre.Y, Z - centre.Z);
        // With a NaN both comparisons are false.
        return distance + Rayon < rayon - Marge ? Place.Dedans : distance - Rayon > rayon + Marge ? Place.Dehors : Place.ACheval;
    }

    private static double Corde(double dx, double dy, double dz) => Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz));
}
