using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Composants;

/// <summary>How a list is sorted, as kept in the address: <c>tri=nom</c> or <c>tri=-nom</c>.</summary>
/// <param name="Colonne">Key of the column.</param>
/// <param name="Decroissant">From the highest.</param>
public sealed record Tri(string Colonne, bool Decroissant = false)
{
    /// <summary>Reads "nom" or "-nom"; anything that isn't an allowed column gives the default.</summary>
    public static Tri Lire(string? texte, string parDefaut, params ReadOnlySpan<string> permises)
    {
        var tri = Decouper(texte ?? "");
        return permises.Contains(tri.Colonne) ? tri : Decouper(parDefaut);
    }

    /// <inheritdoc/>
    public override string ToString() => Decroissant ? $"-{Colonne}" : Colonne;

    private static Tri Decouper(string texte) => texte.StartsWith('-') ? new(texte[1..], true) : new(texte);
}

/// <summary>What a column is sorted by: it is said in words of its own.</summary>
public enum OrdreDeTri
{
    /// <summary>« De A à Z ».</summary>
    Texte,

    /// <summary>« Du plus petit au plus grand ».</summary>
    Nombre,

    /// <summary>« Du plus ancien au plus récent ».</summary>
    Date,
}

internal sealed record LigneRecapitulative(string Cle, IHtmlContent Valeur, string? Href, string Action);

internal static partial class Generateur
{
    public static IHtmlContent Recapitulative(IReadOnlyList<LigneRecapitulative> lignes, IReadOnlyDictionary<string, string?>? attributs) =>
        Element.De("dl", "govuk-summary-list").Attrs(attributs).Avec(lignes.Select(l =>
            Element.De("div", "govuk-summary-list__row").Classe("govuk-summary-list__row--no-actions", l.Href is null && lignes.Any(a => a.Href is not null)).Avec(
                Element.De("dt", "govuk-summary-list__key").Texte(l.Cle),
                Element.De("dd", "govuk-summary-list__value").Avec(l.Valeur),
                l.Href is null
                    ? null
                    : Element.De("dd", "govuk-summary-list__actions").Avec(
                        Element.De("a", "govuk-link").Attr("href", l.Href).Texte(l.Action).Avec(Element.Cache($" {l.Cle}"))))));

    public static IHtmlContent Tableau(string legende, bool legendeCachee, bool dense, bool cartes, string id, IHtmlContent lignes, IReadOnlyDictionary<string, string?>? attributs) =>
        // A region that scrolls must be reachable by keyboard, and named.
        Element.De("div", "fa-tableau__cadre").Attr("role", "region").Attr("aria-labelledby", id).Attr("tabindex", "0").Avec(
            Element.De("table", "fa-tableau").Classe("fa-tableau--dense", dense).Classe("fa-tableau--cartes", cartes).Attr("role", cartes ? "table" : null).Attrs(attributs).Avec(
                Element.De("caption").Classe("govuk-visually-hidden", legendeCachee).Attr("id", id).Texte(legende),
                cartes ? TableauEnCartes.De(lignes) : lignes));

    public static IHtmlContent Colonne(IHtmlContent contenu, bool nombre, string? href, bool? decroissant, OrdreDeTri ordre, IReadOnlyDictionary<string, string?>? attributs)
    {
        var cellule = Element.De("th").Attr("scope", "col").Classe("fa-tableau__nombre", nombre).Attrs(attributs);
        if (href is null)
        {
            return cellule.Avec(contenu);
        }

        var (icone, etat) = decroissant switch
        {
            null => ("arrows-sort", Textes.TriAucun),
            false => ("chevron-up", ordre switch { OrdreDeTri.Nombre => Textes.TriCroissant, OrdreDeTri.Date => Textes.TriAncien, _ => Textes.TriAlphabetique }),
            true => ("chevron-down", ordre switch { OrdreDeTri.Nombre => Textes.TriDecroissant, OrdreDeTri.Date => Textes.TriRecent, _ => Textes.TriAlphabetiqueInverse }),
        };
        return cellule.Attr("aria-sort", decroissant switch { null => null, true => "descending", false => "ascending" })
            .Avec(Element.De("a", "fa-tableau__tri").Attr("href", href).Avec(
                Element.De("span").Avec(contenu, Element.Cache($", {etat}")),
                Icones.Svg(icone)));
    }
}

/// <summary><c>&lt;fa-recapitulatif&gt;&lt;fa-ligne cle="Motif" modifier="…"&gt;Perte&lt;/fa-ligne&gt;…</c>: check your answers.</summary>
[HtmlTargetElement("fa-recapitulatif")]
public sealed class RecapitulatifTagHelper : FaTagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var lignes = new List<LigneRecapitulative>();
        context.Items[typeof(LigneRecapitulative)] = lignes;
        await output.GetChildContentAsync();
        if (lignes.Count == 0)
        {
            throw Faute(context, "write <fa-ligne cle=\"…\">value</fa-ligne> between the tags.");
        }

        Rendre(output, Generateur.Recapitulative(lignes, Attributs(output)));
    }
}

/// <summary>A line of fa-recapitulatif.</summary>
[HtmlTargetElement("fa-ligne")]
public sealed class LigneTagHelper : FaTagHelper
{
    /// <summary>What it is.</summary>
    public string? Cle { get; set; }

    /// <summary>Address where it is changed.</summary>
    public string? Modifier { get; set; }

    /// <summary>Word of the link. Default: « Modifier ».</summary>
    public string? Action { get; set; }

    /// <summary>Said when the value is empty. Default: « Non renseigné ».</summary>
    public string? SiVide { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(LigneRecapitulative), out var liste) || liste is not List<LigneRecapitulative> lignes)
        {
            throw Faute(context, "put it inside <fa-recapitulatif>.");
        }

        var valeur = await ContenuOuRien(output) ?? Element.De("span", "fa-doux").Texte(SiVide ?? Textes.SansDonnee);
        lignes.Add(new LigneRecapitulative(Exiger(context, Cle, "cle"), valeur, Modifier, Action ?? Textes.Modifier));
        output.SuppressOutput();
    }
}

/// <summary><c>&lt;fa-tableau legende="…"&gt;&lt;thead&gt;…&lt;tbody&gt;…&lt;/fa-tableau&gt;</c>: a table with a caption, in a region that scrolls. Columns are <c>&lt;fa-colonne&gt;</c>, row headers <c>&lt;th scope="row"&gt;</c>, figures <c>class="fa-tableau__nombre"</c>.</summary>
[HtmlTargetElement("fa-tableau")]
public sealed class TableauTagHelper : FaTagHelper
{
    /// <summary>What the table says.</summary>
    public string? Legende { get; set; }

    /// <summary>Only said, when a heading just above says the same.</summary>
    public bool LegendeCachee { get; set; }

    /// <summary>Close lines.</summary>
    public bool Dense { get; set; }

    /// <summary>Each line becomes a card on a telephone, instead of scrolling: for the lists that people read there.</summary>
    public bool Cartes { get; set; }

    /// <summary>Sort of the list, for the columns that have a key.</summary>
    public Tri? Tri { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Tri is not null)
        {
            context.Items[typeof(Tri)] = Tri;
        }

        Rendre(output, Generateur.Tableau(
            Exiger(context, Legende, "legende"),
            LegendeCachee,
            Dense,
            Cartes,
            $"tableau_{context.UniqueId}",
            await ContenuOuRien(output) ?? throw Faute(context, "write <thead> and <tbody> between the tags."),
            Attributs(output)));
    }
}

/// <summary><c>&lt;fa-colonne tri="nom"&gt;Nom&lt;/fa-colonne&gt;</c>: the header of a column; with <c>tri</c>, a link that sorts by it.</summary>
[HtmlTargetElement("fa-colonne")]
public sealed class ColonneTagHelper : FaTagHelper
{
    /// <summary>Key of the column in the address.</summary>
    public string? Tri { get; set; }

    /// <summary>Figures: aligned at the end.</summary>
    public bool Nombre { get; set; }

    /// <summary>What the sort is said to go through: letters, figures, days. Default: figures with <c>nombre</c>, else letters.</summary>
    public OrdreDeTri? Ordre { get; set; }

    /// <summary>Query parameter. Default: tri.</summary>
    public string Parametre { get; set; } = "tri";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        string? href = null;
        bool? decroissant = null;
        if (Tri is not null)
        {
            if (!context.Items.TryGetValue(typeof(Tri), out var objet) || objet is not Composants.Tri tri)
            {
                throw Faute(context, "the table doesn't know its sort: write tri=\"Model.Tri\" on <fa-tableau>.");
            }

            decroissant = tri.Colonne == Tri ? tri.Decroissant : null;
            href = Requete.Avec(
                ViewContext.HttpContext.Request,
                (Parametre, new Tri(Tri, decroissant == false).ToString()),
                ("page", null));
        }

        Rendre(output, Generateur.Colonne(
            await ContenuOuRien(output) ?? throw Faute(context, "write the title of the column between the tags."),
            Nombre,
            href,
            decroissant,
            Ordre ?? (Nombre ? OrdreDeTri.Nombre : OrdreDeTri.Texte),
            Attributs(output)));
    }
}
