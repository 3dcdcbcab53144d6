using System.Globalization;
using FaireAvec.Ui.Composants;

namespace FaireAvec.Tests.Unit.Ui;

public sealed class GraphiquesTests
{
    private readonly Rendu rendu = new();

    [Theory]
    [InlineData(0, "0 0.25 0.5 0.75 1")]
    [InlineData(1, "0 0.25 0.5 0.75 1")]
    [InlineData(7, "0 2 4 6 8")]
    [InlineData(170, "0 50 100 150 200")]
    [InlineData(1000, "0 250 500 750 1000")]
    public void Echelle_IsRoundAndAboveTheMaximum(double maximum, string attendue) =>
        Assert.Equal(attendue, string.Join(' ', Generateur.Echelle(maximum).Select(v => v.ToString(CultureInfo.InvariantCulture))));

    [Fact]
    public void Classes_ShareNoValueAndCoverAll()
    {
        var valeurs = new double[] { 1, 1, 1, 1, 2, 3, 4, 5, 6, 7 };

        var classes = Generateur.Classes(valeurs);

        Assert.InRange(classes.Length, 1, 5);
        Assert.Equal(1, classes[0].Bas);
        Assert.Equal(7, classes[^1].Haut);
        Assert.All(classes.Zip(classes.Skip(1)), paire => Assert.True(paire.First.Haut < paire.Second.Bas));
        Assert.Empty(Generateur.Classes([]));
    }

    [Fact]
    public async Task EveryChart_ShowsTheSameFiguresInATable()
    {
        string[] categories = ["janv.", "févr."];
        Serie[] series = [new("Avec", [1204, null]), new("Faire faire", [3, 4], Ton.Prune)];
        GraphiqueASeriesTagHelper[] graphiques = [new BarresTagHelper(), new LignesTagHelper(), new BarresEmpileesTagHelper()];
        foreach (var graphique in graphiques)
        {
            (graphique.Titre, graphique.Categories, graphique.Series) = ("Essai", categories, series);

            var figure = await rendu.ElementAsync(graphique);

            Assert.Equal(["1\u202f204", "3", "Non renseigné", "4"], figure.QuerySelectorAll("details td").Select(c => c.TextContent));
            Assert.Equal(["Avec", "Faire faire"], figure.QuerySelectorAll(".fa-legende li").Select(l => l.TextContent));
            Assert.Empty(figure.QuerySelectorAll("[style]"));

            // Beside a fuller table of the page, its own would only be read twice.
            graphique.SansTableau = true;
            Assert.Empty((await rendu.ElementAsync(graphique)).QuerySelectorAll("table"));
        }
    }

    [Fact]
    public async Task Lignes_LeaveAHoleWhereNothingIsKnown()
    {
        var figure = await rendu.ElementAsync(new LignesTagHelper { Titre = "t", Categories = ["a", "b", "c", "d", "e"], Series = [new Serie("s", [1, 2, null, 3, 4])] });

        Assert.Equal(2, figure.QuerySelectorAll("polyline").Length);
        Assert.Equal(4, figure.QuerySelectorAll("circle").Length);
    }

    [Fact]
    public async Task Choroplethe_NeverPaintsTheUnknownAsTheLowest()
    {
        var figure = await rendu.ElementAsync(new ChoroplethTagHelper { Titre = "t", Cadre = "0 0 10 10", Zones = [new("A", "M0 0h1v1z", 1), new("B", "M1 1h1v1z", null), new("C", "M2 2h1v1z", 9, "/c")] });

        var zones = figure.QuerySelectorAll(".fa-choroplethe .fa-zone");
        Assert.Contains("fa-ton-classe-1", zones[0].ClassList);
        Assert.StartsWith("url(#", zones[1].GetAttribute("fill"), StringComparison.Ordinal);
        Assert.Contains("fa-ton-classe-5", zones[2].ClassList);
        Assert.Equal("C : 9", figure.QuerySelector(".fa-choroplethe a")!.GetAttribute("aria-label"));
        Assert.Contains("Non renseigné", figure.QuerySelector(".fa-legende")!.TextContent, StringComparison.Ordinal);
    }
}
