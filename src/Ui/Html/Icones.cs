using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FaireAvec.Ui.Html;

/// <summary>The outline icons of Tabler (MIT) that the product uses, embedded from the folder Icones.</summary>
internal static class Icones
{
    private static readonly ConcurrentDictionary<string, TagBuilder[]> Traits = new(StringComparer.Ordinal);

    private static readonly string[] Orientees = ["arrow-left", "arrow-right", "chevron-left", "chevron-right", "logout", "login", "external-link"];

    public static IReadOnlyList<string> Noms { get; } =
    [
        .. typeof(Icones).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("icone.", StringComparison.Ordinal))
            .Select(n => n["icone.".Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The icon as inline SVG, silent for screen readers: it always stands beside a word.</summary>
    public static TagBuilder Svg(string nom, string? classe = null) =>
        Element.De("svg", "fa-icone")
            .Classe("fa-icone--sens", Orientees.Contains(nom))
            .Classe(classe)
            .Attr("aria-hidden", "true")
            .Attr("focusable", "false")
            .Attr("viewBox", "0 0 24 24")
            .Attr("width", "24")
            .Attr("height", "24")
            .Attr("fill", "none")
            .Attr("stroke", "currentColor")
            .Attr("stroke-width", "2")
            .Attr("stroke-linecap", "round")
            .Attr("stroke-linejoin", "round")
            .Avec(Traits.GetOrAdd(nom, Lire));

    /// <summary>The icon, or nothing when no name is given.</summary>
    public static IHtmlContent? SvgOuRien(string? nom, string? classe = null) => string.IsNullOrEmpty(nom) ? null : Svg(nom, classe);

    private static TagBuilder[] Lire(string nom)
    {
        using var flux = typeof(Icones).Assembly.GetManifestResourceStream($"icone.{nom}")
            ?? throw new InvalidOperationException(
                $"There is no icon \"{nom}\". Write one of: {string.Join(", ", Noms)}; or copy the outline SVG from @tabler/icons into src/Ui/Icones.");
        return
        [
            .. XDocument.Load(flux).Root!.Elements().Select(e =>
            {
                var trait = Element.De(e.Name.LocalName);
                foreach (var attribut in e.Attributes())
                {
                    trait.Attr(attribut.Name.LocalName, attribut.Value);
                }

                return trait;
            }),
        ];
    }
}
