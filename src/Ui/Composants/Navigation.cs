using System.Globalization;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FaireAvec.Ui.Composants;

/// <summary>A link of the service navigation.</summary>
/// <param name="Libelle">What is read.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Section">First segment of the addresses under it ("/s-entrainer"); null when only the address itself counts.</param>
public sealed record LienDeNavigation(string Libelle, string Href, string? Section = null)
{
    /// <summary>Further sections under the same link.</summary>
    public IReadOnlyList<string> AutresSections { get; init; } = [];

    /// <summary>Heading under which the link is found when a long menu is folded; null keeps it on screen.</summary>
    public string? Groupe { get; init; }

    internal string? Courant(PathString chemin) =>
        chemin == new PathString(Href) ? "page"
        : new[] { Section }.Concat(AutresSections).Any(s => s is not null && chemin.StartsWithSegments(s, StringComparison.OrdinalIgnoreCase)) ? "true"
        : null;
}

internal sealed record PaginationOptions
{
    public required int Page { get; init; }

    public required int Pages { get; init; }

    public required Func<int, string> Adresse { get; init; }

    public string? Libelle { get; init; }

    public string? Etat { get; init; }

    public string? Suite { get; init; }
}

internal static partial class Generateur
{
    public static IHtmlContent Fil(IReadOnlyList<(string Libelle, string? Href)> etapes) =>
        Element.De("nav", "fa-fil").Attr("aria-label", Textes.FilLibelle).Avec(
            Element.De("ol").Avec(etapes.Select(e => Element.De("li").Avec(
                e.Href is null
                    ? Element.De("span").Attr("aria-current", "page").Texte(e.Libelle)
                    : Element.De("a").Attr("href", e.Href).Texte(e.Libelle)))));

    // Two lines of a telephone.
    private const int LiensVisibles = 6;

    public static IHtmlContent Navigation(string libelle, IReadOnlyList<LienDeNavigation> liens, PathString chemin)
    {
        // Under « /administration/journal », « /administration » isn't where one is: the closest link alone is marked.
        var courant = liens.Where(l => l.Courant(chemin) is not null).MaxBy(l => (l.Courant(chemin) == "page", (l.Section ?? l.Href).Length));
        // Folding one link alone would save nothing.
        var plies = liens.Count <= LiensVisibles + 1 ? [] : liens.Skip(LiensVisibles).Where(l => l.Groupe is not null).ToList();
        IHtmlContent Lien(LienDeNavigation l) => Element.De("li").Avec(
            Element.De("a").Attr("href", l.Href).Attr("aria-current", l == courant ? l.Courant(chemin) : null).Texte(l.Libelle));
        return Element.De("nav", "fa-navigation").Attr("aria-label", libelle).Avec(
            Element.De("ul").Avec(liens.Except(plies).Select(Lien)).Avec(plies.Count == 0 ? null : Plus(plies, courant, Lien)));
    }

    /// <summary>The folded links, under their headings. Opens without a script.</summary>
    private static TagBuilder Plus(List<LienDeNavigation> liens, LienDeNavigation? courant, Func<LienDeNavigation, IHtmlContent> lien) =>
        Element.De("li").Avec(Element.De("details", "fa-navigation__plus").Attr("data-menu", "").Avec(
            Element.De("summary", courant is not null && liens.Contains(courant) ? "fa-navigation__ici" : null).Texte(Textes.MenuPlus),
            Element.De("div", "fa-navigation__groupes").Avec(liens.GroupBy(l => l.Groupe).Select(g => Element.De("div").Avec(
                Element.De("p").Texte(g.Key!),
                Element.De("ul").Avec(g.Select(lien)))))));

    public static IHtmlContent Pagination(PaginationOptions o)
    {
        var nav = Element.De("nav", "fa-pagination").Attr("aria-label", o.Libelle ?? Textes.Pages);
        if (o.Page > 1)
        {
            nav.Avec(Vers(o, o.Page - 1, "prev", Textes.PagePrecedente, "arrow-left", avant: true));
        }

        nav.Avec(Element.De("ol").Avec(Numeros(o.Page, o.Pages).Select(n => n switch
        {
            null => Element.De("li").Avec(Element.De("span").Attr("aria-hidden", "true").Texte("…")),
            { } page => Element.De("li").Avec(Element.De("a").Attr("href", o.Adresse(page)).Attr("aria-label", Textes.PageNumero(page))
                .Attr("aria-current", page == o.Page ? "page" : null).Texte(page.ToString(CultureInfo.CurrentCulture))),
        })));
        if (o.Page < o.Pages)
        {
            nav.Avec(Vers(o, o.Page + 1, "next", o.Suite ?? Textes.PageSuivante, "arrow-right", avant: false));
        }

        return nav.Avec(o.Etat is null ? null : Element.De("p", "fa-pagination__etat").Texte(o.Etat));
    }

    /// <summary>First, last, the page and its neighbours; null is a gap of more than one page.</summary>
    internal static IEnumerable<int?> Numeros(int page, int pages)
    {
        var precedent = 0;
        for (var n = 1; n <= pages; n++)
        {
            if (n == 1 || n == pages || Math.Abs(n - page) <= 1 || (n == 2 && page == 4) || (n == pages - 1 && page == pages - 3))
            {
                if (n - precedent > 1)
                {
                    yield return null;
                }

                yield return n;
                precedent = n;
            }
        }
    }

    private static IHtmlContent Vers(PaginationOptions o, int page, string rel, string texte, string icone, bool avant) =>
        Bouton(new BoutonOptions
        {
            Contenu = new HtmlContentBuilder().Append(texte),
            Variante = VarianteBouton.Second,
            Href = o.Adresse(page),
            Icone = avant ? icone : null,
            IconeFin = avant ? null : icone,
            Attributs = new Dictionary<string, string?>(StringComparer.Ordinal) { ["rel"] = rel },
        });
}

/// <summary><c>&lt;fa-fil&gt;&lt;fa-etape-fil href="/"&gt;Accueil&lt;/fa-etape-fil&gt;…&lt;/fa-fil&gt;</c>: the path to this page. The last step has no href.</summary>
[HtmlTargetElement("fa-fil")]
public sealed class FilTagHelper : FaTagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var etapes = new List<(string Libelle, string? Href)>();
        context.Items[typeof(FilTagHelper)] = etapes;
        await output.GetChildContentAsync();
        if (etapes.Count == 0)
        {
            throw Faute(context, "write <fa-etape-fil libelle=\"…\" href=\"…\" /> for each step.");
        }

        if (etapes.Take(etapes.Count - 1).Any(e => e.Href is null))
        {
            throw Faute(context, "only the last step, the page itself, has no href.");
        }

        Rendre(output, Generateur.Fil(etapes));
    }
}

/// <summary>A step of fa-fil.</summary>
[HtmlTargetElement("fa-etape-fil", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EtapeDeFilTagHelper : FaTagHelper
{
    /// <summary>What is read.</summary>
    public string? Libelle { get; set; }

    /// <summary>Where it leads; none for the page itself.</summary>
    public string? Href { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(FilTagHelper), out var liste) || liste is not List<(string Libelle, string? Href)> etapes)
        {
            throw Faute(context, "put it inside <fa-fil>.");
        }

        etapes.Add((Exiger(context, Libelle, "libelle"), Href));
        output.SuppressOutput();
    }
}

/// <summary><c>&lt;fa-navigation libelle="…" liens="…" /&gt;</c>: the links of a service, with the current one marked from the address.</summary>
[HtmlTargetElement("fa-navigation", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class NavigationTagHelper : FaTagHelper
{
    /// <summary>Name of the landmark.</summary>
    public string? Libelle { get; set; }

    /// <summary>The links.</summary>
    public IReadOnlyList<LienDeNavigation>? Liens { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Navigation(
            Exiger(context, Libelle, "libelle"),
            Liens ?? throw Faute(context, "write liens=\"…\", a list of LienDeNavigation."),
            ViewContext.HttpContext.Request.Path));
}

/// <summary><c>&lt;fa-evitement /&gt;</c>: the first link of the page.</summary>
[HtmlTargetElement("fa-evitement", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EvitementTagHelper : FaTagHelper
{
    /// <summary>Where to go. Default: #contenu.</summary>
    public string Vers { get; set; } = "#contenu";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Element.De("a", "fa-evitement").Attr("href", Vers).Texte(Textes.AllerAuContenu));
}

/// <summary><c>&lt;fa-pagination page="2" total="312" par-page="20" /&gt;</c>: keeps the rest of the query. Nothing when there is one page.</summary>
[HtmlTargetElement("fa-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : FaTagHelper
{
    /// <summary>Page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Number of pages; or give total and par-page.</summary>
    public int? Pages { get; set; }

    /// <summary>Number of lines in all.</summary>
    public int? Total { get; set; }

    /// <summary>Lines per page.</summary>
    public int ParPage { get; set; } = 20;

    /// <summary>Query parameter. Default: page.</summary>
    public string Parametre { get; set; } = "page";

    /// <summary>Name of the landmark, when a page has two. Default: « Pages ».</summary>
    public string? Libelle { get; set; }

    /// <summary>Text of the next link: « Lieux suivants ».</summary>
    public string? Suite { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var pages = Pages ?? (Total is { } lignes ? (lignes + ParPage - 1) / ParPage : throw Faute(context, "write pages=\"…\", or total=\"…\" and par-page=\"…\"."));
        if (pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        var page = Math.Clamp(Page, 1, pages);
        static string N(int nombre) => nombre.ToString("N0", CultureInfo.CurrentCulture);
        Rendre(output, Generateur.Pagination(new PaginationOptions
        {
            Page = page,
            Pages = pages,
            Adresse = n => Requete.Avec(ViewContext.HttpContext.Request, (Parametre, n == 1 ? null : n.ToString(CultureInfo.InvariantCulture))),
            Etat = Total is { } total
                ? Textes.PageResultats(N(((page - 1) * ParPage) + 1), N(Math.Min(page * ParPage, total)), N(total))
                : Textes.PageEtat(page, pages),
            Suite = Suite,
            Libelle = Libelle,
        }));
    }
}

/// <summary>Addresses of the same page with another query.</summary>
internal static class Requete
{
    /// <summary>The current address with the given parameters set, or removed when null.</summary>
    public static string Avec(HttpRequest requete, params (string Nom, string? Valeur)[] changements)
    {
        var parametres = new Dictionary<string, StringValues>(requete.Query, StringComparer.Ordinal);
        foreach (var (nom, valeur) in changements)
        {
            parametres.Remove(nom);
            if (valeur is not null)
            {
                parametres[nom] = valeur;
            }
        }

        var chemin = requete.PathBase.Add(requete.Path).ToUriComponent();
        return QueryHelpers.AddQueryString(chemin.Length == 0 ? "/" : chemin, parametres);
    }
}
