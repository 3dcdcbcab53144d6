using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Composants;

/// <summary>How much a button calls for attention. One principal button per screen.</summary>
public enum VarianteBouton
{
    /// <summary>The thing to do on this screen.</summary>
    Principal,

    /// <summary>Another thing that one may do.</summary>
    Second,

    /// <summary>Something that can't be undone.</summary>
    Danger,

    /// <summary>Looks like a link.</summary>
    Discret,
}

internal sealed record BoutonOptions
{
    public required IHtmlContent Contenu { get; init; }

    public VarianteBouton Variante { get; init; }

    public string? Href { get; init; }

    public string Type { get; init; } = "submit";

    public string? Nom { get; init; }

    public string? Valeur { get; init; }

    public string? Icone { get; init; }

    public string? IconeFin { get; init; }

    public bool Grand { get; init; }

    public bool Plein { get; init; }

    public bool Desactive { get; init; }

    public bool NouvelOnglet { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributs { get; init; }
}

internal sealed record LienOptions
{
    public required IHtmlContent Contenu { get; init; }

    public required string Href { get; init; }

    public string? Icone { get; init; }

    public string? IconeFin { get; init; }

    public bool NouvelOnglet { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributs { get; init; }
}

internal static partial class Generateur
{
    public static IHtmlContent Bouton(BoutonOptions o)
    {
        var bouton = Element.De(o.Href is null ? "button" : "a", "fa-bouton")
            .Classe($"fa-bouton--{o.Variante.ToString().ToLowerInvariant()}", o.Variante != VarianteBouton.Principal)
            .Classe("fa-bouton--grand", o.Grand)
            .Classe("fa-bouton--plein", o.Plein);
        if (o.Href is null)
        {
            bouton.Attr("type", o.Type).Attr("name", o.Nom).Attr("value", o.Valeur).Si("disabled", o.Desactive);
        }
        else
        {
            bouton.Attr("href", o.Href);
            OuvrirAilleurs(bouton, o.NouvelOnglet);
        }

        // The text is one flex item, so that a link inside a sentence or a line break doesn't spread it.
        return bouton.Attrs(o.Attributs).Avec(
            Icones.SvgOuRien(o.Icone),
            Element.De("span").Avec(o.Contenu, AvisNouvelOnglet(o.NouvelOnglet)),
            Icones.SvgOuRien(o.IconeFin));
    }

    public static IHtmlContent Lien(LienOptions o)
    {
        var lien = Element.De("a", "fa-lien").Attr("href", o.Href).Attrs(o.Attributs);
        OuvrirAilleurs(lien, o.NouvelOnglet);
        return lien.Avec(
            Icones.SvgOuRien(o.Icone),
            Element.De("span").Avec(o.Contenu, AvisNouvelOnglet(o.NouvelOnglet)),
            Icones.SvgOuRien(o.IconeFin));
    }

    private static void OuvrirAilleurs(TagBuilder lien, bool oui)
    {
        if (oui)
        {
            lien.Attr("target", "_blank").Attr("rel", "noopener noreferrer");
        }
    }

    private static TagBuilder? AvisNouvelOnglet(bool oui) => oui ? Element.Cache($" {Textes.NouvelOnglet}") : null;
}

/// <summary><c>&lt;fa-bouton&gt;Enregistrer&lt;/fa-bouton&gt;</c>: a button, or a link that looks like one when it has <c>href</c>.</summary>
[HtmlTargetElement("fa-bouton")]
public sealed class BoutonTagHelper : FaTagHelper
{
    /// <summary>principal (default), second, danger, discret.</summary>
    public VarianteBouton Variante { get; set; }

    /// <summary>Makes a link.</summary>
    public string? Href { get; set; }

    /// <summary>submit (default), button, reset.</summary>
    public string Type { get; set; } = "submit";

    /// <summary>Name sent with the form.</summary>
    public string? Nom { get; set; }

    /// <summary>Value sent with the form.</summary>
    public string? Valeur { get; set; }

    /// <summary>Icon before the text.</summary>
    public string? Icone { get; set; }

    /// <summary>Icon after the text.</summary>
    public string? IconeFin { get; set; }

    /// <summary>For the one button of a public screen.</summary>
    public bool Grand { get; set; }

    /// <summary>As wide as its container.</summary>
    public bool Plein { get; set; }

    /// <summary>Disabled. Prefer a button that works and a sentence that explains.</summary>
    public bool Desactive { get; set; }

    /// <summary>Link opened in a new tab, and said so.</summary>
    public bool NouvelOnglet { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Href is not null && (Nom is not null || Valeur is not null || Desactive))
        {
            throw Faute(context, "a link has no nom, valeur or desactive. Remove href to make a button, or remove them.");
        }

        Rendre(output, Generateur.Bouton(new BoutonOptions
        {
            Contenu = await ContenuOuRien(output) ?? throw Faute(context, "write the text of the button between the tags."),
            Variante = Variante,
            Href = Href,
            Type = Type,
            Nom = Nom,
            Valeur = Valeur,
            Icone = Icone,
            IconeFin = IconeFin,
            Grand = Grand,
            Plein = Plein,
            Desactive = Desactive,
            NouvelOnglet = NouvelOnglet,
            Attributs = Attributs(output),
        }));
    }
}

/// <summary><c>&lt;fa-lien href="…" icone="printer"&gt;…&lt;/fa-lien&gt;</c>: a link on its own line, with an icon and a large target. In a sentence, write a plain link.</summary>
[HtmlTargetElement("fa-lien")]
public sealed class LienTagHelper : FaTagHelper
{
    /// <summary>Where it leads.</summary>
    public string? Href { get; set; }

    /// <summary>Icon before the text.</summary>
    public string? Icone { get; set; }

    /// <summary>Icon after the text.</summary>
    public string? IconeFin { get; set; }

    /// <summary>Opened in a new tab, and said so.</summary>
    public bool NouvelOnglet { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Lien(new LienOptions
        {
            Contenu = await ContenuOuRien(output) ?? throw Faute(context, "write the text of the link between the tags."),
            Href = Exiger(context, Href, "href"),
            Icone = Icone,
            IconeFin = IconeFin,
            NouvelOnglet = NouvelOnglet,
            Attributs = Attributs(output),
        }));
}

/// <summary><c>&lt;fa-imprimer /&gt;</c>: prints the page. Hidden without script, since every browser has its own menu for that.</summary>
[HtmlTargetElement("fa-imprimer")]
public sealed class ImprimerTagHelper : FaTagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Bouton(new BoutonOptions
        {
            Contenu = await ContenuOuRien(output) ?? new HtmlContentBuilder().Append(Textes.Imprimer),
            Variante = VarianteBouton.Second,
            Type = "button",
            Icone = "printer",
            Attributs = new Dictionary<string, string?>(Attributs(output), StringComparer.Ordinal) { ["data-imprimer"] = "", ["hidden"] = "" },
        }));
}

/// <summary><c>&lt;fa-copier texte="…" /&gt;</c>: copies a text, or the page's address. Hidden without script.</summary>
[HtmlTargetElement("fa-copier")]
public sealed class CopierTagHelper : FaTagHelper
{
    /// <summary>What to copy; empty is the page's address.</summary>
    public string? Texte { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Bouton(new BoutonOptions
        {
            Contenu = await ContenuOuRien(output) ?? new HtmlContentBuilder().Append(Textes.CopierLien),
            Variante = VarianteBouton.Second,
            Type = "button",
            Icone = "copy",
            Attributs = new Dictionary<string, string?>(Attributs(output), StringComparer.Ordinal)
            {
                ["data-copier"] = Texte ?? "",
                ["data-fait"] = Textes.CopieFaite,
                ["data-rate"] = Textes.CopieRatee,
                ["hidden"] = "",
            },
        }));
}
