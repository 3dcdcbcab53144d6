using AngleSharp.Dom;
using FaireAvec.Ui.Composants;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Ui;

/// <summary>A table whose lines are cards on a telephone is still a table, that says the name of each cell.</summary>
public class TableauEnCartesTests
{
    private const string Lignes = """
        <thead><tr><th scope="col" aria-sort="ascending"><a class="fa-tableau__tri" href="?tri=-nom"><span>Nom &amp; &quot;ville&quot;<span class="govuk-visually-hidden">, trié de A à Z</span></span><svg><path d="M0"></path></svg></a></th><th scope="col">Deux</th><th scope="col" class="fa-tableau__nombre">Trois</th></tr></thead>
        <tbody><tr class="x"><th scope="row">A</th><td colspan="2">
            </td></tr><tr><td class="fa-tableau__nombre">1</td><td>  2 </td><td></td></tr></tbody>
        """;

    [Fact]
    public void Chaque_cellule_porte_le_nom_de_sa_colonne_et_chaque_partie_son_role()
    {
        var table = Rendu.Lire($"<table>{TableauEnCartes.De(Lignes)}</table>");
        Assert.Equal("Nom & \"ville\"", table.QuerySelector("tbody th")!.GetAttribute("data-libelle"));
        Assert.Equal(["Deux", "Nom & \"ville\"", "Deux", "Trois"], table.QuerySelectorAll("td").Select(c => c.GetAttribute("data-libelle")));
        Assert.Equal(["columnheader", "columnheader", "columnheader", "rowheader"], table.QuerySelectorAll("th").Select(c => c.GetAttribute("role")));
        Assert.All(table.QuerySelectorAll("td"), c => Assert.Equal("cell", c.GetAttribute("role")));
        Assert.All(table.QuerySelectorAll("tr"), c => Assert.Equal("row", c.GetAttribute("role")));
        Assert.All(table.QuerySelectorAll("thead, tbody"), c => Assert.Equal("rowgroup", c.GetAttribute("role")));
    }

    [Fact]
    public void Une_cellule_qui_ne_dit_rien_est_vide_les_autres_sont_intactes()
    {
        var table = Rendu.Lire($"<table>{TableauEnCartes.De(Lignes)}</table>");
        Assert.Equal(2, table.QuerySelectorAll("td:empty").Length);
        Assert.Equal("  2 ", table.QuerySelectorAll("td")[2].TextContent);
        Assert.Equal("x", table.QuerySelector("tbody tr")!.ClassName);
        Assert.NotNull(table.QuerySelector("thead .fa-tableau__tri svg path"));
    }

    [Fact]
    public void Le_texte_d_une_table_ne_change_jamais() => Prop.ForAll(
        (from titres in Gen.Elements(Rendu.Alphabet).ListOf(3)
         from valeurs in Gen.Elements([.. Rendu.Alphabet, " "]).ListOf(9)
         select (titres, valeurs)).ToArbitrary(),
        x =>
        {
            static string E(string t) => System.Net.WebUtility.HtmlEncode(t);
            var html = $"<thead><tr>{string.Concat(x.titres.Select(t => $"<th scope=\"col\">{E(t)}</th>"))}</tr></thead><tbody>{string.Concat(x.valeurs.Chunk(3).Select(l => $"<tr>{string.Concat(l.Select(v => $"<td>{E(v)}</td>"))}</tr>"))}</tbody>";
            var (avant, apres) = (Rendu.Lire($"<table>{html}</table>"), Rendu.Lire($"<table>{TableauEnCartes.De(html)}</table>"));
            return avant.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()).SequenceEqual(apres.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()))
                && apres.QuerySelectorAll("td").Select((c, i) => c.GetAttribute("data-libelle") == x.titres[i % 3]).All(juste => juste);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Une_table_ordinaire_reste_telle_quelle()
    {
        var rendu = new Rendu();
        Assert.Null((await rendu.ElementAsync(new TableauTagHelper { Legende = "x" }, contenu: "x")).QuerySelector("table")!.GetAttribute("role"));
        var cartes = await rendu.ElementAsync(new TableauTagHelper { Legende = "x", Cartes = true }, contenu: "x");
        Assert.Equal("table", cartes.QuerySelector("table.fa-tableau--cartes")!.GetAttribute("role"));
    }
}
