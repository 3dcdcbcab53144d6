using System.Globalization;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Composants;

internal sealed record PuceOptions
{
    public required IHtmlContent Contenu { get; init; }

    public string? Id { get; init; }

    public string? Nom { get; init; }

    public string Valeur { get; init; } = "true";

    public string? Href { get; init; }

    public bool Active { get; init; }

    public bool Desactive { get; init; }

    public int? Compte { get; init; }

    public string? Icone { get; init; }

    public bool ALaFin { get; init; }

    public bool Unique { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributs { get; init; }
}

internal sealed record FiltresOptions
{
    public required IHtmlContent Contenu { get; init; }

    public required string Libelle { get; init; }

    public required string Action { get; init; }

    public string? Effacer { get; init; }

    public bool LibelleVisible { get; init; }

    public bool Auto { get; init; }

    public IReadOnlyList<KeyValuePair<string, string?>> Gardes { get; init; } = [];
}

internal static partial class Generateur
{
    public static IHtmlContent Puce(PuceOptions o)
    {
        var corps = Element.De(o.Href is null ? "label" : "span", "fa-puce__corps").Avec(
            Icones.Svg("check", "fa-puce__coche"),
            Icones.SvgOuRien(o.Icone, "fa-puce__icone"),
            Element.De("span").Avec(o.Contenu),
            o.Compte is null ? null : Element.De("span", "fa-puce__compte").Texte(o.Compte.Value.ToString("N0", CultureInfo.CurrentCulture)));
        if (o.Href is not null)
        {
            return Element.De("a", "fa-puce").Classe("fa-puce--fin", o.ALaFin).Attr("href", o.Href).Attr("aria-current", o.Active ? "true" : null)
                .Attrs(o.Attributs).Avec(corps);
        }

        return Element.De("span", "fa-puce").Classe("fa-puce--fin", o.ALaFin).Avec(
            Element.De("input", "fa-puce__entree").Attr("type", o.Unique ? "radio" : "checkbox").Attr("id", o.Id).Attr("name", o.Nom).Attr("value", o.Valeur)
                .Si("checked", o.Active).Si("disabled", o.Desactive).Attrs(o.Attributs),
            corps.Attr("for", o.Id));
    }

    public static IHtmlContent Filtres(FiltresOptions o) =>
        Element.De("form", "fa-filtres").Attr("method", "get").Attr("action", o.Action).Attr("data-envoi-auto", o.Auto ? Textes.FiltresAvis : null)
            .Avec(o.Gardes.Select(g => Element.De("input").Attr("type", "hidden").Attr("name", g.Key).Attr("value", g.Value ?? "")))
            .Avec(Element.De("fieldset").Avec(
                Element.De("legend", o.LibelleVisible ? "fa-filtres__legende" : "govuk-visually-hidden").Texte(o.Libelle),
                Element.De("div", "fa-filtres__liste").Avec(
                    o.Contenu,
                    Bouton(new BoutonOptions { Contenu = new HtmlContentBuilder().Append(Textes.FiltresAppliquer), Variante = VarianteBouton.Discret, Icone = "filter", Attributs = new Dictionary<string, string?>(StringComparer.Ordinal) { ["data-appliquer"] = "" } }),
                    o.Effacer is null ? null : Lien(new LienOptions { Contenu = new HtmlContentBuilder().Append(Textes.FiltresEffacer), Href = o.Effacer, Icone = "x" }))));
}

/// <summary>
/// <c>&lt;fa-filtres action="/lieux" garder="ou,besoin"&gt;</c>: chips that refine a list, sent by GET. With a script a tick is enough; without, the button
/// « Appliquer » sends them.
/// </summary>
[HtmlTargetElement("fa-filtres")]
public sealed class FiltresTagHelper : FaTagHelper
{
    /// <summary>What the filters do, for screen readers (or for all with libelle-visible). Default: « Affiner la liste ».</summary>
    public string? Libelle { get; set; }

    /// <summary>Shows the label.</summary>
    public bool LibelleVisible { get; set; }

    /// <summary>Address of the list. Default: this page.</summary>
    public string? Action { get; set; }

    /// <summary>Query parameters to keep, separated by commas: those that aren't filters of this form.</summary>
    public string? Garder { get; set; }

    /// <summary>Address without filters: shows « Tout effacer ».</summary>
    public string? Effacer { get; set; }

    /// <summary>Sent at each tick when there is a script. Default: yes.</summary>
    public bool Auto { get; set; } = true;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var requete = ViewContext.HttpContext.Request;
        var gardes = (Garder ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Rendre(output, Generateur.Filtres(new FiltresOptions
        {
            Contenu = await ContenuOuRien(output) ?? throw Faute(context, "write <fa-puce> elements between the tags."),
            Libelle = Libelle ?? Textes.FiltresLegende,
            LibelleVisible = LibelleVisible,
            Action = Action ?? requete.PathBase.Add(requete.Path).ToUriComponent(),
            // Razor gives an empty text for a null expression.
            Effacer = string.IsNullOrEmpty(Effacer) ? null : Effacer,
            Auto = Auto,
            Gardes = [.. gardes.SelectMany(nom => requete.Query[nom].Select(valeur => KeyValuePair.Create(nom, valeur)))],
        }));
    }
}

/// <summary>
/// <c>&lt;fa-puce nom="ouvert" active="@…" compte="14"&gt;Ouvert maintenant&lt;/fa-puce&gt;</c>: a box to tick in a form; with <c>href</c>, a link.
/// </summary>
[HtmlTargetElement("fa-puce")]
public sealed class PuceTagHelper : FaTagHelper
{
    /// <summary>Name of the field.</summary>
    public string? Nom { get; set; }

    /// <summary>Value sent. Default: true.</summary>
    public string Valeur { get; set; } = "true";

    /// <summary>Makes a link instead of a box.</summary>
    public string? Href { get; set; }

    /// <summary>Ticked, or the current link. Default: read from the query.</summary>
    public bool? Active { get; set; }

    /// <summary>How many lines there would be.</summary>
    public int? Compte { get; set; }

    /// <summary>Icon before the words.</summary>
    public string? Icone { get; set; }

    /// <summary>Pushed to the end of the line.</summary>
    public bool ALaFin { get; set; }

    /// <summary>One of several with the same name (radio).</summary>
    public bool Unique { get; set; }

    /// <summary>Can't be chosen.</summary>
    public bool Desactive { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if ((Nom is null) == (Href is null))
        {
            throw Faute(context, "write nom=\"…\" for a box to tick, or href=\"…\" for a link, and not both.");
        }

        Rendre(output, Generateur.Puce(new PuceOptions
        {
            Contenu = await ContenuOuRien(output) ?? throw Faute(context, "write the words of the chip between the tags."),
            Id = Nom is null ? null : TagBuilder.CreateSanitizedId($"puce_{Nom}_{Valeur}", "_"),
            Nom = Nom,
            Valeur = Valeur,
            Href = Href,
            Active = Active ?? (Nom is not null && ViewContext.HttpContext.Request.Query[Nom].Contains(Valeur)),
            Desactive = Desactive,
            Compte = Compte,
            Icone = Icone,
            ALaFin = ALaFin,
            Unique = Unique,
            Attributs = Attributs(output),
        }));
    }
}

/// <summary>
/// <c>&lt;fa-autour-de-moi champ="Ou" /&gt;</c>: inside a form, a button that puts the position in two hidden fields and sends the form. On refusal it says
/// what to do and goes back to the field. Hidden without script.
/// </summary>
[HtmlTargetElement("fa-autour-de-moi", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AutourDeMoiTagHelper : FaTagHelper
{
    /// <summary>Id of the text field that gets the focus on refusal.</summary>
    public string? Champ { get; set; }

    /// <summary>Name of the hidden latitude. Default: lat.</summary>
    public string Latitude { get; set; } = "lat";

    /// <summary>Name of the hidden longitude. Default: lon.</summary>
    public string Longitude { get; set; } = "lon";

    /// <summary>True when the form asks something else after the place: the position is kept and said, and the form's own button sends.</summary>
    public bool SansEnvoi { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var champ = Exiger(context, Champ, "champ");
        var idMessage = $"{champ}_position";
        var cache = (string nom) => Element.De("input").Attr("type", "hidden").Attr("name", nom).Attr("value", ViewContext.HttpContext.Request.Query[nom].ToString());
        var attributs = new Dictionary<string, string?>(Attributs(output), StringComparer.Ordinal)
        {
            ["data-geolocalisation"] = "",
            ["data-champ"] = champ,
            ["data-latitude"] = Latitude,
            ["data-longitude"] = Longitude,
            ["data-message"] = idMessage,
            ["hidden"] = "",
        };
        if (SansEnvoi)
        {
            attributs["data-sans-envoi"] = "";
        }

        Rendre(output, Element.Suite(
            Generateur.Bouton(new BoutonOptions
            {
                Contenu = await ContenuOuRien(output) ?? new HtmlContentBuilder().Append(Textes.AutourDeMoi),
                Variante = VarianteBouton.Second,
                Type = "button",
                Icone = "current-location",
                Attributs = attributs,
            }),
            cache(Latitude),
            cache(Longitude),
            Element.De("p", "fa-message-position").Attr("id", idMessage).Attr("role", "status")
                .Attr("data-attente", Textes.PositionAttente).Attr("data-refus", Textes.PositionRefus)
                .Attr("data-indisponible", Textes.PositionIndisponible).Attr("data-delai", Textes.PositionDelai).Attr("data-trouvee", SansEnvoi ? Textes.PositionTrouvee : null)));
    }
}
