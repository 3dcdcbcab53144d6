using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FaireAvec.Ui.Html;

/// <summary>Short words to build HTML by <see cref="TagBuilder"/>: text is always encoded, HTML is always a typed content.</summary>
internal static class Element
{
    public static TagBuilder De(string balise, string? classe = null)
    {
        var element = new TagBuilder(balise);
        if (balise is "input" or "br" or "img" or "hr")
        {
            element.TagRenderMode = TagRenderMode.SelfClosing;
        }

        return element.Classe(classe);
    }

    /// <summary>Adds classes, in the order given.</summary>
    public static TagBuilder Classe(this TagBuilder element, string? classe, bool si = true)
    {
        if (si && !string.IsNullOrEmpty(classe))
        {
            element.Attributes["class"] = element.Attributes.TryGetValue("class", out var deja) && deja is { Length: > 0 } ? $"{deja} {classe}" : classe;
        }

        return element;
    }

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder Attr(this TagBuilder element, string nom, string? valeur)
    {
        if (valeur is not null)
        {
            element.Attributes[nom] = valeur;
        }

        return element;
    }

    /// <summary>Sets a boolean attribute such as <c>disabled</c>.</summary>
    public static TagBuilder Si(this TagBuilder element, string nom, bool vrai) => vrai ? element.Attr(nom, "") : element;

    /// <summary>Adds the attributes that the page wrote and the tag helper doesn't know. A class is added to ours.</summary>
    public static TagBuilder Attrs(this TagBuilder element, IReadOnlyDictionary<string, string?>? attributs)
    {
        foreach (var (nom, valeur) in attributs ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            _ = nom == "class" ? element.Classe(valeur) : element.Attr(nom, valeur ?? "");
        }

        return element;
    }

    /// <summary>Appends text, encoded.</summary>
    public static TagBuilder Texte(this TagBuilder element, string? texte)
    {
        element.InnerHtml.Append(texte ?? "");
        return element;
    }

    /// <summary>Appends content; null is nothing.</summary>
    public static TagBuilder Avec(this TagBuilder element, params IHtmlContent?[] contenus)
    {
        foreach (var contenu in contenus)
        {
            if (contenu is not null)
            {
                element.InnerHtml.AppendHtml(contenu);
            }
        }

        return element;
    }

    public static TagBuilder Avec(this TagBuilder element, IEnumerable<IHtmlContent> contenus) => element.Avec(contenus.ToArray<IHtmlContent?>());

    /// <summary>Several contents side by side, without an element around.</summary>
    public static HtmlContentBuilder Suite(params IHtmlContent?[] contenus)
    {
        var suite = new HtmlContentBuilder();
        foreach (var contenu in contenus)
        {
            if (contenu is not null)
            {
                suite.AppendHtml(contenu);
            }
        }

        return suite;
    }

    /// <summary>Text that only a screen reader says.</summary>
    public static TagBuilder Cache(string texte) => De("span", "govuk-visually-hidden").Texte(texte);
}
