using System.Globalization;
using System.Text;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Composants;

/// <summary>Colour of a series. Posture keeps the same three everywhere: abricot = à la place, canard = avec, prune = faire faire.</summary>
public enum Ton
{
    /// <summary>The main colour; « avec ».</summary>
    Canard,

    /// <summary>« À la place ».</summary>
    Abricot,

    /// <summary>« Faire faire »; learning.</summary>
    Prune,

    /// <summary>Open, done.</summary>
    Mousse,

    /// <summary>Closed, problem.</summary>
    Brique,

    /// <summary>Context: an average, a reference.</summary>
    Gris,
}

/// <summary>Figures of one thing, one for each category; null is unknown, and is shown as such.</summary>
/// <param name="Nom">What it is.</param>
/// <param name="Valeurs">One per category.</param>
/// <param name="Ton">Colour.</param>
public sealed record Serie(string Nom, IReadOnlyList<double?> Valeurs, Ton Ton = Ton.Canard)
{
    /// <summary>Confidence intervals, one per category, for lines.</summary>
    public IReadOnlyList<(double Bas, double Haut)?>? Intervalles { get; init; }
}

/// <summary>A territory of a map.</summary>
/// <param name="Nom">Name.</param>
/// <param name="Trace">SVG path data, in the coordinates of the map's cadre.</param>
/// <param name="Valeur">Figure; null is unknown.</param>
/// <param name="Href">Page of the territory.</param>
public sealed record Zone(string Nom, string Trace, double? Valeur, string? Href = null);

internal sealed record GraphiqueOptions
{
    public required string Titre { get; init; }

    public int Niveau { get; init; } = 3;

    public bool TitreCache { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<Serie> Series { get; init; } = [];

    public string Format { get; init; } = "N0";

    public string Unite { get; init; } = "";

    public string? Source { get; init; }

    public required string Id { get; init; }

    public bool SansTableau { get; init; }

    /// <summary>In the place of a figure that isn't given.</summary>
    public string? Absent { get; init; }

    public string Ecrire(double? valeur) =>
        valeur is { } v ? v.ToString(Format, CultureInfo.CurrentCulture) + (Unite.Length == 0 ? "" : $"\u00a0{Unite}") : Absent ?? Textes.SansDonnee;
}

internal sealed record ChoroplethOptions
{
    public required GraphiqueOptions Graphique { get; init; }

    public required IReadOnlyList<Zone> Zones { get; init; }

    /// <summary>viewBox of the map.</summary>
    public required string Cadre { get; init; }
}

internal static partial class Generateur
{
    private const double Largeur = 640, Hauteur = 280, Gauche = 56, Bas = 34, Haut = 12, Droite = 12;

    /// <summary>Horizontal bars: the words and figures are text of the page, so they keep their size on a phone.</summary>
    public static IHtmlContent Barres(GraphiqueOptions o)
    {
        var maximum = o.Series.SelectMany(s => s.Valeurs).Max() is { } m && m > 0 ? m : 1;
        var liste = Element.De("ul", "fa-barres fa-liste-nue").Attr("aria-label", o.Titre);
        foreach (var (i, categorie) in o.Categories.Index())
        {
            var ligne = Element.De("li").Avec(Element.De("span", "fa-barres__nom").Texte(categorie));
            foreach (var serie in o.Series)
            {
                var valeur = serie.Valeurs[i];
                ligne.Avec(Element.De("span", "fa-barres__ligne").Avec(
                    Element.De("svg", "fa-barres__trait").Attr("viewBox", "0 0 100 10").Attr("preserveAspectRatio", "none").Attr("aria-hidden", "true").Avec(
                        Element.De("rect", "fa-barres__fond").Attr("width", "100").Attr("height", "10"),
                        valeur is null ? null : Element.De("rect", $"fa-plein {Classe(serie.Ton)}").Attr("width", N(Math.Max(0, valeur.Value) / maximum * 100)).Attr("height", "10")),
                    Element.De("span", "fa-barres__valeur fa-nombre")
                        .Avec(o.Series.Count > 1 ? Element.Cache($"{serie.Nom} : ") : null)
                        .Texte(o.Ecrire(valeur))));
            }

            liste.Avec(ligne);
        }

        return Figure(o, o.Series.Count > 1 ? Legende(o.Series) : null, liste);
    }

    /// <summary>Lines with their interval; an unknown figure leaves a hole, and each series has its own mark.</summary>
    public static IHtmlContent Lignes(GraphiqueOptions o)
    {
        var hautes = o.Series.SelectMany(s => s.Valeurs.Concat(s.Intervalles?.Select(i => i?.Haut) ?? [])).Max() ?? 1;
        var echelle = Echelle(hautes);
        var svg = Toile(o, Textes.GraphiqueLignes(o.Titre));
        Grille(svg, o, echelle);
        double X(int i) => Gauche + 16 + (i * (Largeur - Gauche - Droite - 32) / Math.Max(1, o.Categories.Count - 1));
        double Y(double v) => Hauteur - Bas - (v / echelle[^1] * (Hauteur - Bas - Haut));
        Axe(svg, o.Categories, X);
        foreach (var (rang, serie) in o.Series.Index())
        {
            if (serie.Intervalles is { } intervalles)
            {
                foreach (var suite in Suites(intervalles.Count, i => intervalles[i] is not null))
                {
                    var contour = suite.Select(i => (X(i), Y(intervalles[i]!.Value.Haut)))
                        .Concat(suite.Reverse().Select(i => (X(i), Y(intervalles[i]!.Value.Bas))));
                    svg.Avec(Element.De("polygon", $"fa-intervalle {Classe(serie.Ton)}").Attr("points", Points(contour)));
                }
            }

            foreach (var suite in Suites(serie.Valeurs.Count, i => serie.Valeurs[i] is not null))
            {
                svg.Avec(Element.De("polyline", $"fa-filet {Classe(serie.Ton)}").Attr("points", Points(suite.Select(i => (X(i), Y(serie.Valeurs[i]!.Value))))));
            }

            foreach (var (i, valeur) in serie.Valeurs.Index())
            {
                if (valeur is { } v)
                {
                    svg.Avec(Repere(rang, serie.Ton, X(i), Y(v)).Avec(Element.De("title").Texte($"{serie.Nom}, {o.Categories[i]} : {o.Ecrire(v)}")));
                }
            }
        }

        return Figure(o, o.Series.Count > 1 ? Legende(o.Series, marques: true) : null, Cadre(o, svg));
    }

    /// <summary>Stacked bars, one per category, first series at the bottom.</summary>
    public static IHtmlContent BarresEmpilees(GraphiqueOptions o)
    {
        var totaux = o.Categories.Select((_, i) => o.Series.Sum(s => s.Valeurs[i] ?? 0)).ToArray();
        var echelle = Echelle(totaux.DefaultIfEmpty(1).Max());
        var svg = Toile(o, Textes.GraphiqueEmpile(o.Titre));
        Grille(svg, o, echelle);
        var pas = (Largeur - Gauche - Droite) / Math.Max(1, o.Categories.Count);
        var epaisseur = Math.Min(46, pas * 0.66);
        double X(int i) => Gauche + (pas * (i + 0.5));
        Axe(svg, o.Categories, X);
        for (var i = 0; i < o.Categories.Count; i++)
        {
            double y = Hauteur - Bas;
            foreach (var serie in o.Series)
            {
                var valeur = serie.Valeurs[i] ?? 0;
                var hauteur = valeur / echelle[^1] * (Hauteur - Bas - Haut);
                if (hauteur <= 0)
                {
                    continue;
                }

                y -= hauteur;
                svg.Avec(Element.De("rect", $"fa-plein fa-graphique__contour {Classe(serie.Ton)}")
                    .Attr("x", N(X(i) - (epaisseur / 2))).Attr("y", N(y)).Attr("width", N(epaisseur)).Attr("height", N(hauteur))
                    .Avec(Element.De("title").Texte($"{serie.Nom}, {o.Categories[i]} : {o.Ecrire(valeur)}")));
            }
        }

        return Figure(o, Legende(o.Series), Cadre(o, svg));
    }

    /// <summary>A map in five classes of equal number of territories; the unknown is hatched, never the palest class.</summary>
    public static IHtmlContent Choroplethe(ChoroplethOptions o)
    {
        var g = o.Graphique;
        var connues = o.Zones.Where(z => z.Valeur is not null).Select(z => z.Valeur!.Value).Order().ToArray();
        var bornes = Classes(connues);
        var hachures = $"{g.Id}_inconnu";
        var svg = Element.De("svg", "fa-choroplethe").Attr("viewBox", o.Cadre).Attr("role", "group").Attr("aria-label", Textes.GraphiqueCarte(g.Titre)).Avec(
            Element.De("defs").Avec(Hachures(hachures)));
        foreach (var zone in o.Zones)
        {
            var classe = zone.Valeur is { } v ? Array.FindIndex(bornes, b => v <= b.Haut) + 1 : 0;
            var trace = Element.De("path", "fa-zone").Attr("d", zone.Trace);
            _ = classe == 0 ? trace.Attr("fill", $"url(#{hachures})") : trace.Classe($"fa-plein fa-ton-classe-{ClasseSur5(classe, bornes.Length)}");
            trace.Avec(Element.De("title").Texte($"{zone.Nom} : {g.Ecrire(zone.Valeur)}"));
            svg.Avec(zone.Href is null
                ? trace
                : Element.De("a").Attr("href", zone.Href).Attr("aria-label", $"{zone.Nom} : {g.Ecrire(zone.Valeur)}").Avec(trace));
        }

        var legende = Element.De("ul", "fa-legende").Avec(bornes.Select((b, i) => Element.De("li").Avec(
            Carre().Avec(Element.De("rect", $"fa-plein fa-zone fa-ton-classe-{ClasseSur5(i + 1, bornes.Length)}").Attr("width", "18").Attr("height", "18").Attr("rx", "3")),
            Element.De("span").Texte(b.Bas.Equals(b.Haut) ? g.Ecrire(b.Bas) : Textes.Entre(g.Ecrire(b.Bas), g.Ecrire(b.Haut))))));
        if (connues.Length < o.Zones.Count)
        {
            legende.Avec(Element.De("li").Avec(
                Carre().Avec(Element.De("rect", "fa-zone").Attr("fill", $"url(#{hachures})").Attr("width", "18").Attr("height", "18").Attr("rx", "3")),
                Element.De("span").Texte(Textes.SansDonnee)));
        }

        var donnees = g with
        {
            Categories = [.. o.Zones.Select(z => z.Nom)],
            Series = [new Serie(Textes.Valeur, [.. o.Zones.Select(z => z.Valeur)])],
        };
        return Figure(donnees, legende, Element.De("div", "fa-choroplethe__cadre").Avec(svg), Textes.Territoire);
    }

    /// <summary>How one helped, in three shares of 100, always with their names.</summary>
    public static IHtmlContent Posture(int aLaPlace, int avec, int faireFaire)
    {
        (string Nom, int Part, Ton Ton)[] parts =
        [
            (Textes.PostureALaPlace, aLaPlace, Ton.Abricot), (Textes.PostureAvec, avec, Ton.Canard), (Textes.PostureFaireFaire, faireFaire, Ton.Prune),
        ];
        var svg = Element.De("svg").Attr("viewBox", "0 0 100 10").Attr("preserveAspectRatio", "none").Attr("aria-hidden", "true");
        var x = 0;
        foreach (var (_, part, ton) in parts)
        {
            svg.Avec(part == 0 ? null : Element.De("rect", $"fa-plein {Classe(ton)}").Attr("x", $"{x}").Attr("width", $"{part}").Attr("height", "10"));
            x += part;
        }

        return Element.De("div", "fa-posture").Avec(
            svg,
            Element.De("ul", "fa-legende").Attr("aria-label", Textes.PostureLibelle).Avec(parts.Select(p => Element.De("li").Avec(
                Pave(p.Ton), Element.De("span").Texte($"{p.Nom} "), Element.De("strong", "fa-nombre").Texte($"{p.Part}\u00a0%")))));
    }

    /// <summary>Round steps from 0 to above the maximum.</summary>
    internal static double[] Echelle(double maximum)
    {
        maximum = maximum > 0 ? maximum : 1;
        var brut = maximum / 4;
        var ordre = Math.Pow(10, Math.Floor(Math.Log10(brut)));
        var pas = new[] { 1, 2, 2.5, 5, 10 }.Select(f => f * ordre).First(p => p >= brut - (ordre * 1e-9));
        var nombre = (int)Math.Ceiling((maximum / pas) - 1e-9);
        return [.. Enumerable.Range(0, nombre + 1).Select(i => i * pas)];
    }

    /// <summary>At most five classes of about as many values, without two classes sharing a value.</summary>
    internal static (double Bas, double Haut)[] Classes(double[] triees)
    {
        if (triees.Length == 0)
        {
            return [];
        }

        var hauts = Enumerable.Range(1, 5).Select(i => triees[Math.Max(0, ((triees.Length * i) + 4) / 5 - 1)]).Distinct().ToArray();
        return [.. hauts.Select((haut, i) => (triees.First(v => i == 0 || v > hauts[i - 1]), haut))];
    }

    // With fewer than five classes, the steps are spread so that the last one stays the darkest.
    private static int ClasseSur5(int classe, int nombre) => nombre <= 1 ? 3 : 1 + (int)Math.Round((classe - 1) * 4.0 / (nombre - 1));

    private static TagBuilder Figure(GraphiqueOptions o, IHtmlContent? legende, IHtmlContent dessin, string? premiere = null) =>
        Element.De("figure", "fa-graphique").Attr("aria-labelledby", o.Id).Avec(
            Element.De("figcaption", "fa-graphique__titre").Classe("govuk-visually-hidden", o.TitreCache).Attr("id", o.Id).Texte(o.Titre),
            legende,
            dessin,
            o.SansTableau ? null : Details(Textes.VoirTableau, ouvert: false, TableauDe(o, premiere ?? Textes.Categorie), attributs: null),
            o.Source is null ? null : Element.De("p", "fa-graphique__source").Texte(Textes.Source(o.Source)));

    private static IHtmlContent TableauDe(GraphiqueOptions o, string premiere) =>
        Tableau(o.Titre, legendeCachee: true, dense: true, cartes: false, $"{o.Id}_tableau", Element.Suite(
            Element.De("thead").Avec(Element.De("tr").Avec(
                Element.De("th").Attr("scope", "col").Texte(premiere)).Avec(
                o.Series.Select(s => Element.De("th", "fa-tableau__nombre").Attr("scope", "col").Texte(s.Nom)))),
            Element.De("tbody").Avec(o.Categories.Select((categorie, i) => Element.De("tr").Avec(
                Element.De("th").Attr("scope", "row").Texte(categorie)).Avec(
                o.Series.Select(s => Element.De("td", "fa-tableau__nombre").Texte(
                    s.Intervalles?[i] is { } entre ? $"{o.Ecrire(s.Valeurs[i])} ({Textes.Entre(o.Ecrire(entre.Bas), o.Ecrire(entre.Haut))})" : o.Ecrire(s.Valeurs[i]))))))),
            attributs: null);

    private static TagBuilder Legende(IReadOnlyList<Serie> series, bool marques = false) =>
        Element.De("ul", "fa-legende").Avec(series.Select((s, i) => Element.De("li").Avec(
            marques ? Carre().Avec(Repere(i, s.Ton, 9, 9)) : Pave(s.Ton),
            Element.De("span").Texte(s.Nom))));

    private static TagBuilder Pave(Ton ton) =>
        Carre().Avec(Element.De("rect", $"fa-plein {Classe(ton)}").Attr("width", "18").Attr("height", "18").Attr("rx", "4"));

    private static TagBuilder Carre() => Element.De("svg").Attr("viewBox", "0 0 18 18").Attr("width", "18").Attr("height", "18").Attr("aria-hidden", "true");

    // A round, a square, a diamond, a triangle: series are told apart without colour.
    private static TagBuilder Repere(int rang, Ton ton, double x, double y)
    {
        var marque = (rang % 4) switch
        {
            0 => Element.De("circle").Attr("cx", N(x)).Attr("cy", N(y)).Attr("r", "6"),
            1 => Element.De("rect").Attr("x", N(x - 5.5)).Attr("y", N(y - 5.5)).Attr("width", "11").Attr("height", "11"),
            2 => Element.De("polygon").Attr("points", Points([(x, y - 7.5), (x + 7.5, y), (x, y + 7.5), (x - 7.5, y)])),
            _ => Element.De("polygon").Attr("points", Points([(x, y - 7), (x + 7, y + 6), (x - 7, y + 6)])),
        };
        return marque.Classe($"fa-plein fa-graphique__contour {Classe(ton)}");
    }

    private static TagBuilder Hachures(string id) =>
        Element.De("pattern").Attr("id", id).Attr("width", "6").Attr("height", "6").Attr("patternUnits", "userSpaceOnUse").Attr("patternTransform", "rotate(45)").Avec(
            Element.De("rect", "fa-plein fa-ton-inconnu").Attr("width", "6").Attr("height", "6"),
            Element.De("path", "fa-graphique__axe").Attr("d", "M0 0V6").Attr("stroke-width", "2"));

    private static TagBuilder Toile(GraphiqueOptions o, string libelle) =>
        Element.De("svg").Attr("viewBox", $"0 0 {N(Largeur)} {N(Hauteur)}").Attr("role", "img").Attr("aria-label", libelle).Si("data-graphique", o.Series.Count > 0);

    private static TagBuilder Cadre(GraphiqueOptions o, TagBuilder svg) =>
        Element.De("div", "fa-graphique__cadre").Attr("tabindex", "0").Attr("role", "group").Attr("aria-labelledby", o.Id).Avec(svg);

    private static void Grille(TagBuilder svg, GraphiqueOptions o, double[] echelle)
    {
        foreach (var pas in echelle)
        {
            var y = Hauteur - Bas - (pas / echelle[^1] * (Hauteur - Bas - Haut));
            svg.Avec(
                Element.De("path", pas == 0 ? "fa-graphique__axe" : "fa-graphique__grille").Attr("d", $"M{N(Gauche)} {N(y)}H{N(Largeur - Droite)}"),
                Element.De("text").Attr("x", N(Gauche - 8)).Attr("y", N(y + 4.5)).Attr("text-anchor", "end").Texte(Graduation(pas, o, echelle)));
        }
    }

    // A scale of 0, 0.5, 1 with the format N0 would read 0, 0, 1: give it the decimals that its steps need.
    private static string Graduation(double pas, GraphiqueOptions o, double[] echelle) =>
        o.Format.StartsWith('N') && echelle.Length > 1 && echelle[1] % 1 != 0
            ? pas.ToString("0.##", CultureInfo.CurrentCulture)
            : pas.ToString(o.Format.StartsWith('N') ? "N0" : o.Format, CultureInfo.CurrentCulture);

    private static void Axe(TagBuilder svg, IReadOnlyList<string> categories, Func<int, double> x)
    {
        // About 44 units for a word; further words are left to the table.
        var saut = Math.Max(1, (int)Math.Ceiling(categories.Count * 44 / (Largeur - Gauche - Droite)));
        for (var i = 0; i < categories.Count; i += saut)
        {
            svg.Avec(Element.De("text").Attr("x", N(x(i))).Attr("y", N(Hauteur - 12)).Attr("text-anchor", "middle").Texte(categories[i]));
        }
    }

    /// <summary>Runs of consecutive places where the figure is known.</summary>
    private static IEnumerable<int[]> Suites(int nombre, Func<int, bool> connu)
    {
        var suite = new List<int>();
        for (var i = 0; i <= nombre; i++)
        {
            if (i < nombre && connu(i))
            {
                suite.Add(i);
            }
            else if (suite.Count > 0)
            {
                yield return [.. suite];
                suite.Clear();
            }
        }
    }

    private static string Classe(Ton ton) => $"fa-ton-{(ton == Ton.Gris ? "encre-douce" : ton.ToString().ToLowerInvariant())}";

    private static string N(double nombre) => Math.Round(nombre, 2).ToString(CultureInfo.InvariantCulture);

    private static string Points(IEnumerable<(double X, double Y)> points)
    {
        var texte = new StringBuilder();
        foreach (var (x, y) in points)
        {
            texte.Append(texte.Length == 0 ? "" : " ").Append(N(x)).Append(',').Append(N(y));
        }

        return texte.ToString();
    }
}

/// <summary>Base of charts: a title, the figures, and always the same figures in a table.</summary>
public abstract class GraphiqueTagHelper : FaTagHelper
{
    /// <summary>What the chart shows.</summary>
    public string? Titre { get; set; }

    /// <summary>Only said, when a heading just above says the same.</summary>
    public bool TitreCache { get; set; }

    /// <summary>.NET format of the figures: N0 (default), N1, P0…</summary>
    public string Format { get; set; } = "N0";

    /// <summary>Unit after the figures.</summary>
    public string? Unite { get; set; }

    /// <summary>Where the figures come from, and when.</summary>
    public string? Source { get; set; }

    /// <summary>True when the page itself shows a table of the same figures, and of more, beside the chart.</summary>
    public bool SansTableau { get; set; }

    /// <summary>Said in the place of a figure that is null. Default: « Non renseigné ».</summary>
    public string? Absent { get; set; }

    private protected GraphiqueOptions Options(TagHelperContext context, IReadOnlyList<string>? categories, IReadOnlyList<Serie>? series)
    {
        foreach (var serie in series ?? [])
        {
            if (serie.Valeurs.Count != categories?.Count || (serie.Intervalles is { } i && i.Count != categories.Count))
            {
                throw Faute(context, $"the series \"{serie.Nom}\" has {serie.Valeurs.Count} figures for {categories?.Count ?? 0} categories. Give one per category, null when unknown.");
            }
        }

        return new GraphiqueOptions
        {
            Titre = Exiger(context, Titre, "titre"),
            TitreCache = TitreCache,
            Categories = categories ?? [],
            Series = series ?? [],
            Format = Format,
            Unite = Unite ?? "",
            Source = Source,
            SansTableau = SansTableau,
            Absent = Absent,
            Id = $"graphique_{context.UniqueId}",
        };
    }
}

/// <summary>Base of charts made of categories and series.</summary>
public abstract class GraphiqueASeriesTagHelper : GraphiqueTagHelper
{
    /// <summary>Names of the categories: months, services, places.</summary>
    public IReadOnlyList<string>? Categories { get; set; }

    /// <summary>The figures.</summary>
    public IReadOnlyList<Serie>? Series { get; set; }

    private protected GraphiqueOptions Lire(TagHelperContext context) =>
        Series is { Count: > 0 } && Categories is { Count: > 0 }
            ? Options(context, Categories, Series)
            : throw Faute(context, "write categories=\"…\" and series=\"…\" with at least one of each; with nothing to show, write <fa-vide>.");
}

/// <summary><c>&lt;fa-barres titre="…" categories="…" series="…" /&gt;</c>: horizontal bars.</summary>
[HtmlTargetElement("fa-barres", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarresTagHelper : GraphiqueASeriesTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => Rendre(output, Generateur.Barres(Lire(context)));
}

/// <summary><c>&lt;fa-lignes titre="…" categories="…" series="…" /&gt;</c>: lines, with intervals.</summary>
[HtmlTargetElement("fa-lignes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LignesTagHelper : GraphiqueASeriesTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => Rendre(output, Generateur.Lignes(Lire(context)));
}

/// <summary><c>&lt;fa-barres-empilees titre="…" categories="…" series="…" /&gt;</c>: stacked bars.</summary>
[HtmlTargetElement("fa-barres-empilees", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarresEmpileesTagHelper : GraphiqueASeriesTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => Rendre(output, Generateur.BarresEmpilees(Lire(context)));
}

/// <summary><c>&lt;fa-choroplethe titre="…" zones="…" cadre="0 0 600 600" /&gt;</c>: a map in classes, from path data.</summary>
[HtmlTargetElement("fa-choroplethe", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoroplethTagHelper : GraphiqueTagHelper
{
    /// <summary>The territories.</summary>
    public IReadOnlyList<Zone>? Zones { get; set; }

    /// <summary>viewBox of the paths.</summary>
    public string? Cadre { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Choroplethe(new ChoroplethOptions
        {
            Graphique = Options(context, null, null),
            Zones = Zones is { Count: > 0 } ? Zones : throw Faute(context, "write zones=\"…\" with at least one territory."),
            Cadre = Exiger(context, Cadre, "cadre"),
        }));
}

/// <summary><c>&lt;fa-posture a-la-place="10" avec="60" faire-faire="30" /&gt;</c>: the three shares of a posture. Never a mark, never a ranking.</summary>
[HtmlTargetElement("fa-posture", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PostureTagHelper : FaTagHelper
{
    /// <summary>Share done instead of the person.</summary>
    public int ALaPlace { get; set; }

    /// <summary>Share done with the person.</summary>
    public int Avec { get; set; }

    /// <summary>Share done by the person, guided.</summary>
    public int FaireFaire { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ALaPlace < 0 || Avec < 0 || FaireFaire < 0 || ALaPlace + Avec + FaireFaire != 100)
        {
            throw Faute(context, "the three shares are between 0 and 100 and make 100 together.");
        }

        Rendre(output, Generateur.Posture(ALaPlace, Avec, FaireFaire));
    }
}
