using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// The Earth cut into squares of 0.1° (at most 11 km). Rows are stored square by square, so that the rows of a square are neighbours in memory.
/// </summary>
internal sealed class Grille
{
    private const double Pas = 0.1;
    private const int Colonnes = 3600;
    private const int Lignes = 1800;

    private readonly Dictionary<int, (int Debut, int Fin)> _cases = [];

    /// <param name="cases">Square of each row, in the order of the rows (rows of a square together; negative = no position).</param>
    public Grille(ReadOnlySpan<int> cases)
    {
        for (var i = 0; i < cases.Length;)
        {
            var debut = i;
            while (i < cases.Length && cases[i] == cases[debut])
            {
                i++;
            }

            if (cases[debut] >= 0)
            {
                _cases.Add(cases[debut], (debut, i));
            }
        }
    }

    /// <summary>Number of the square of a point.</summary>
    public static int Case(Position p) => (Ligne(p.Latitude) * Colonnes) + Colonne(p.Longitude);

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
        if ((long)(l1 - l0 + 1) * (c1 - c0 + 1) > _cases.Count)
        {
            // A wide area: fewer squares hold places than the area has squares.
            foreach (var (numero, rangs) in _cases)
            {
                var (ligne, colonne) = Math.DivRem(numero, Colonnes);
                if (ligne >= l0 && ligne <= l1 && colonne >= c0 && colonne <= c1)
                {
                    yield return rangs;
                }
            }

            yield break;
        }

        for (var ligne = l0; ligne <= l1; ligne++)
        {
            for (var colonne = c0; colonne <= c1; colonne++)
            {
                if (_cases.TryGetValue((ligne * Colonnes) + colonne, out var rangs))
                {
                    yield return rangs;
                }
            }
        }
    }
}
