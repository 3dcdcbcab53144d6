using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Composants;

/// <summary>
/// Base of every component. A tag helper only reads attributes and fills an options record; <see cref="Generateur"/> alone writes HTML.
/// Attributes that a component doesn't know (data-…, aria-…, class) go to its main element.
/// </summary>
public abstract class FaTagHelper : TagHelper
{
    /// <summary>Set by Razor.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>What the page wrote between the tags.</summary>
    private protected static async Task<IHtmlContent> Contenu(TagHelperOutput output) => await output.GetChildContentAsync();

    /// <summary>What the page wrote between the tags, or null when there is nothing but blanks.</summary>
    private protected static async Task<IHtmlContent?> ContenuOuRien(TagHelperOutput output)
    {
        var contenu = await output.GetChildContentAsync();
        return contenu.IsEmptyOrWhiteSpace ? null : contenu;
    }

    private protected static IReadOnlyDictionary<string, string?> Attributs(TagHelperOutput output) =>
        output.Attributes.ToDictionary(a => a.Name, a => a.Value is IHtmlContent html ? Lire(html) : a.Value?.ToString(), StringComparer.Ordinal);

    private protected static void Rendre(TagHelperOutput output, IHtmlContent html)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    /// <summary>Bad markup is an error for the developer, with the remedy, never a poor screen for a citizen.</summary>
    private protected static InvalidOperationException Faute(TagHelperContext context, string remede) =>
        new($"<{context.TagName}>: {remede}");

    private protected static string Exiger(TagHelperContext context, string? valeur, string attribut) =>
        string.IsNullOrWhiteSpace(valeur) ? throw Faute(context, $"write {attribut}=\"…\".") : valeur;

    // Razor gives an attribute written in the page as encoded HTML: decode it, TagBuilder encodes it again.
    private static string Lire(IHtmlContent html)
    {
        using var texte = new StringWriter();
        html.WriteTo(texte, NullHtmlEncoder.Default);
        return html is HtmlString ? System.Net.WebUtility.HtmlDecode(texte.ToString()) : texte.ToString();
    }
}
