using System.Globalization;
using System.Text;
using System.Text.Json;
using FaireAvec.Territoires.Api;

namespace FaireAvec.Territoires.Fiches;

/// <summary>
/// The outlines of the départements as SVG paths, for a map drawn by the server: metropolitan France, and below it the five overseas
/// départements, each at its own scale. Points are put on a grid of one unit (about 1.1 km), so that borders stay shared and the page stays light.
/// </summary>
internal sealed class CarteDesDepartements(ContoursDesDepartements contours)
{
    /// <summary>The viewBox of the paths.</summary>
    public const string Cadre = "0 0 1000 1130";

    private const double UnitesParDegre = 98, Ouest = -5.2, Nord = 51.15;
    private const double HautDesEncarts = 1000, LargeurDEncart = 150, HauteurDEncart = 120, PasDesEncarts = 200;

    /// <summary>A degree of longitude is shorter than one of latitude: ratio in the middle of metropolitan France.</summary>
    private static readonly double Aplatissement = Math.Cos(46.5 * Math.PI / 180);

    private static readonly string[] Encarts = ["971", "972", "973", "974", "976"];

    private readonly Lazy<IReadOnlyDictionary<string, string>> _traces = new(() => Dessiner(contours.Clair));

    /// <summary>Path data by code of département; the collectivities without an outline are absent.</summary>
    public IReadOnlyDictionary<string, string> Traces => _traces.Value;

    internal static IReadOnlyDictionary<string, string> Dessiner(ReadOnlyMemory<byte> geojson)
    {
        using var document = JsonDocument.Parse(geojson);
        var traces = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var zone in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var code = zone.GetProperty("properties").GetProperty("code").GetString()!;
            var anneaux = Anneaux(zone.GetProperty("geometry"));
            var projection = Array.IndexOf(Encarts, code) is var rang and >= 0 ? Encart(rang, anneaux) : Metropole;
            traces[code] = Chemin(anneaux, projection);
        }

        return traces;
    }

    /// <summary>Path data of rings of points already on the grid: relative lines, without points that lie on a straight line.</summary>
    internal static string Chemin(IEnumerable<IReadOnlyList<(double X, double Y)>> anneaux, Func<(double X, double Y), (int X, int Y)> projection)
    {
        var dessinables = anneaux.Select(a => Simplifier([.. a.Select(projection)])).OrderByDescending(Aire).ToList();
        var chemin = new StringBuilder();
        foreach (var (rang, anneau) in dessinables.Index())
        {
            // An islet smaller than a unit is a speck; but a territory never disappears.
            if (anneau.Count < 3 || (rang > 0 && Aire(anneau) < 2))
            {
                continue;
            }

            var (x, y) = anneau[0];
            chemin.Append(CultureInfo.InvariantCulture, $"M{x} {y}l");
            foreach (var (suite, point) in anneau.Skip(1).Index())
            {
                var (dx, dy) = (point.X - x, point.Y - y);
                chemin.Append(suite > 0 && dx >= 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{dx}").Append(dy >= 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{dy}");
                (x, y) = point;
            }

            chemin.Append('z');
        }

        return chemin.ToString();
    }

    private static List<(int X, int Y)> Simplifier(IReadOnlyList<(int X, int Y)> points)
    {
        var gardes = new List<(int X, int Y)>();
        foreach (var point in points)
        {
            if (gardes.Count > 0 && gardes[^1] == point)
            {
                continue;
            }

            if (gardes.Count > 1 && Alignes(gardes[^2], gardes[^1], point))
            {
                gardes.RemoveAt(gardes.Count - 1);
            }

            gardes.Add(point);
        }

        // The last point of a ring is its first one.
        if (gardes.Count > 1 && gardes[0] == gardes[^1])
        {
            gardes.RemoveAt(gardes.Count - 1);
        }

        return gardes;
    }

    private static bool Alignes((int X, int Y) a, (int X, int Y) b, (int X, int Y) c) =>
        ((b.X - a.X) * (c.Y - b.Y)) == ((b.Y - a.Y) * (c.X - b.X)) && ((b.X - a.X) * (c.X - b.X)) + ((b.Y - a.Y) * (c.Y - b.Y)) > 0;

    private static double Aire(List<(int X, int Y)> anneau)
    {
        double somme = 0;
        for (var i = 0; i < anneau.Count; i++)
        {
            var (a, b) = (anneau[i], anneau[(i + 1) % anneau.Count]);
            somme += ((double)a.X * b.Y) - ((double)b.X * a.Y);
        }

        return Math.Abs(somme) / 2;
    }

    private static List<List<(double X, double Y)>> Anneaux(JsonElement geometrie)
    {
        var coordonnees = geometrie.GetProperty("coordinates");
        var polygones = geometrie.GetProperty("type").GetString() == "MultiPolygon" ? coordonnees.EnumerateArray().ToList() : [coordonnees];
        return [.. polygones.SelectMany(p => p.EnumerateArray()).Select(a => a.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble())).ToList())];
    }

    private static (int X, int Y) Metropole((double X, double Y) point) =>
        ((int)Math.Round((point.X - Ouest) * Aplatissement * UnitesParDegre), (int)Math.Round((Nord - point.Y) * UnitesParDegre));

    private static Func<(double X, double Y), (int X, int Y)> Encart(int rang, List<List<(double X, double Y)>> anneaux)
    {
        var points = anneaux.SelectMany(a => a).ToList();
        var (ouest, est, sud, nord) = (points.Min(p => p.X), points.Max(p => p.X), points.Min(p => p.Y), points.Max(p => p.Y));
        var aplatissement = Math.Cos((sud + nord) / 2 * Math.PI / 180);
        var echelle = Math.Min(LargeurDEncart / ((est - ouest) * aplatissement), HauteurDEncart / (nord - sud));
        return p => (
            (int)Math.Round(((rang + 0.5) * PasDesEncarts) + ((p.X - ((ouest + est) / 2)) * aplatissement * echelle)),
            (int)Math.Round(HautDesEncarts + (HauteurDEncart / 2) + ((((sud + nord) / 2) - p.Y) * echelle)));
    }
}
