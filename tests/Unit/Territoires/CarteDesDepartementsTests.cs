using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Territoires.Api;
using FaireAvec.Territoires.Fiches;
using FaireAvec.Territoires.Import;

namespace FaireAvec.Tests.Unit.Territoires;

public class CarteDesDepartementsTests
{
    private static readonly CarteDesDepartements Carte = new(new ContoursDesDepartements(new FichiersTerritoires(Donnees.Dossier)));

    [Fact]
    public void Tous_les_departements_ont_un_contour_dans_le_cadre()
    {
        var (largeur, hauteur) = (1000, 1130);
        Assert.Equal(CarteDesDepartements.Cadre, $"0 0 {largeur} {hauteur}");
        Assert.Equal(Donnees.Territoires.Departements.Where(d => d.Code.Length == 2 || string.CompareOrdinal(d.Code, "975") < 0 || d.Code == "976").Select(d => d.Code), Carte.Traces.Keys.Order(StringComparer.Ordinal));
        Assert.All(Carte.Traces.Values, trace => Assert.All(Points(trace), p =>
        {
            Assert.InRange(p.X, 0, largeur);
            Assert.InRange(p.Y, 0, hauteur);
        }));
    }

    [Fact]
    public void La_carte_reste_legere() => Assert.InRange(Carte.Traces.Values.Sum(t => t.Length), 10_000, 65_000);

    [Fact]
    public void Les_points_alignes_et_les_ilots_disparaissent_pas_le_territoire()
    {
        (double, double)[] carre = [(0, 0), (5, 0), (10, 0), (10, 10), (0, 10), (0, 0)];
        (double, double)[] ilot = [(20, 20), (21, 20), (21, 21), (20, 20)];

        Assert.Equal("M0 0l10 0 0 10-10 0z", CarteDesDepartements.Chemin([ilot, carre], p => ((int)p.X, (int)p.Y)));
        Assert.Equal("M20 20l1 0 0 1z", CarteDesDepartements.Chemin([ilot], p => ((int)p.X, (int)p.Y)));
    }

    private static IEnumerable<(int X, int Y)> Points(string trace)
    {
        foreach (var anneau in trace.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var nombres = Regex.Matches(anneau, "-?[0-9]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToArray();
            var (x, y) = (nombres[0], nombres[1]);
            yield return (x, y);
            for (var i = 2; i < nombres.Length; i += 2)
            {
                (x, y) = (x + nombres[i], y + nombres[i + 1]);
                yield return (x, y);
            }
        }
    }
}
