using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// The Earth cut into squares of 0.05° (at most 6 km), numbered line by line. Rows are stored in the order of their squares: the rows of neighbour squares of a
/// line follow each other. Inside a square, rows follow a Z curve, so that the rows of a word stand close together even in the heart of a city.
/// </summary>
internal sealed class Grille
{
    private const double Pas = 0.05;
    private const int Colonnes = 7200;
    private const int Lignes = 3600;

    // 0.05° / 1024: five metres.
    private const int BitsParAxe = 10;

    private readonly int[] _cases;

    /// <param name="cases">Square of each row, in order (negative = no position).</param>
    public Grille(int[] cases) => _cases = cases;

    /// <summary>Number of the square of a point.</summary>
    public static int Case(Position p) => (Ligne(p.Latitude) * Colonnes) + Colonne(p.Longitude);

    /// <summary>Number of the square, then the rank in it on the Z curve: the order in which rows are stored. Never negative.</summary>
    public static long Cle(Position p)
    {
        var (y, x) = (Fraction((p.Latitude + 90) / Pas), Fraction((p.Longitude + 180) / Pas));
        var rang = 0L;
        for (var b = BitsParAxe - 1; b >= 0; b--)
        {
            rang = (rang << 2) | (uint)(((y >> b) & 1) << 1) | (uint)((x >> b) & 1);
        }

        return ((long)Case(p) << (2 * BitsParAxe)) | rang;
    }

    /// <summary>The square of a key; negative when it has no position.</summary>
    public static int CaseDeCle(long cle) => (int)(cle >> (2 * BitsParAxe));

    private static int Fraction(double places) => (int)((places - Math.Floor(places)) * (1 << BitsParAxe));

    private static int Ligne(double latitude) => Math.Clamp((int)Math.Floor((latitude + 90) / Pas), 0, Lignes - 1);

    private static int Colonne(double longitude) => Math.Clamp((int)Math.Floor((longitude + 180) / Pas), 0, Colonnes - 1);

    /// <summary>Ranges of rows whose squares touch a circle; more than needed, never less.</summary>
    public IEnumerable<(int Debut, int Fin)> Autour(Position centre, double metres)
    {
        var dLat = double.RadiansToDegrees(metres / Position.RayonTerre) + 1e-9;
        var (sud, nord) = (centre.Latitude - dLat, centre.Latitude + dLat);
        // At the poles, and for circles that hold one, every longitude is near.
        var cos = Math.Cos(double.DegreesToRadians(Math.Min(90, Math.Max(Math.Abs(sud), Math.Abs(nord)))));
        var dLon = cos > 1e-6 ? dLat / cos : 360;
        return dLon >= 180 ? Dans(sud, nord, -180, 180) : centre.Longitude - dLon < -180
            ? Dans(sud, nord, centre.Longitude - dLon + 360, 180).Concat(Dans(sud, nord, -180, centre.Longitude + dLon))
            : centre.Longitude + dLon > 180
                ? Dans(sud, nord, centre.Longitude - dLon, 180).Concat(Dans(sud, nord, -180, centre.Longitude + dLon - 360))
                : Dans(sud, nord, centre.Longitude - dLon, centre.Longitude + dLon);
    }

    /// <summary>Ranges of rows whose squares touch a box.</summary>
    public IEnumerable<(int Debut, int Fin)> Dans(double sud, double nord, double ouest, double est)
    {
        var (l0, l1, c0, c1) = (Ligne(sud), Ligne(nord), Colonne(ouest), Colonne(est));
        for (var ligne = l0; ligne <= l1; ligne++)
        {
            var debut = PremierRang((ligne * Colonnes) + c0);
            var fin = PremierRang((ligne * Colonnes) + c1 + 1);
            if (debut < fin)
            {
                yield return (debut, fin);
            }
        }
    }

    /// <summary>First row whose square has this number or a higher one.</summary>
    private int PremierRang(int numero)
    {
        var (bas, haut) = (0, _cases.Length);
        while (bas < haut)
        {
            var milieu = (bas + haut) >>> 1;
            (bas, haut) = _cases[milieu] < numero ? (milieu + 1, haut) : (bas, milieu);
        }

        return bas;
    }
}
