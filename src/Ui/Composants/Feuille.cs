using System.Globalization;
using System.Text;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace FaireAvec.Ui.Composants;

internal static partial class Generateur
{
    /// <summary>The code as one SVG path: dark squares on white, with the quiet zone of four modules that readers need.</summary>
    public static IHtmlContent Qr(string contenu, string libelle)
    {
        using var donnees = QRCodeGenerator.GenerateQrCode(contenu, QRCodeGenerator.ECCLevel.M);
        var matrice = donnees.ModuleMatrix;
        var trace = new StringBuilder();
        for (var y = 0; y < matrice.Count; y++)
        {
            for (var x = 0; x < matrice.Count; x++)
            {
                if (!matrice[y][x])
                {
                    continue;
                }

                var debut = x;
                while (x < matrice.Count && matrice[y][x])
                {
                    x++;
                }

                trace.Append(CultureInfo.InvariantCulture, $"M{debut} {y}h{x - debut}v1h-{x - debut}z");
            }
        }

        return Element.De("div", "fa-qr").Avec(
            Element.De("svg").Attr("viewBox", $"0 0 {matrice.Count} {matrice.Count}").Attr("role", "img").Attr("aria-label", libelle)
                .Attr("shape-rendering", "crispEdges").Avec(
                    Element.De("path").Attr("fill", "#000").Attr("d", trace.ToString())));
    }

    public static IHtmlContent Feuille(string titre, string? edition, string? verification, IHtmlContent contenu, IReadOnlyDictionary<string, string?>? attributs) =>
        Element.De("article", "fa-feuille").Attrs(attributs).Avec(
            Element.De("header", "fa-feuille__tete").Avec(
                Marque("div"),
                edition is null ? null : Element.De("p").Texte(Textes.FeuilleEditee(edition))),
            Element.De("h1").Texte(titre),
            contenu,
            verification is null
                ? null
                : Element.De("footer", "fa-feuille__pied").Avec(
                    Qr(verification, Textes.QrLibelle(verification)),
                    Element.De("div").Avec(
                        Element.De("p").Texte(Textes.FeuilleVerifier),
                        Element.De("p", "fa-fort").Texte(verification))));

    /// <summary>Two circles that overlap; what they share is the apricot.</summary>
    public static TagBuilder Marque(string balise) =>
        Element.De(balise, "fa-marque").Avec(
            Element.De("svg").Attr("width", "44").Attr("height", "32").Attr("viewBox", "0 0 44 32").Attr("aria-hidden", "true").Attr("focusable", "false").Avec(
                Element.De("path", "fa-marque__commun").Attr("d", "M22 3.4a14 14 0 0 1 0 25.2a14 14 0 0 1 0-25.2z"),
                Cercle("gauche", "16"),
                Cercle("droite", "28")),
            Element.De("span").Texte("FaireAvec"));

    private static TagBuilder Cercle(string cote, string x) =>
        Element.De("circle", $"fa-marque__{cote}").Attr("cx", x).Attr("cy", "16").Attr("r", "14").Attr("fill", "none").Attr("stroke-width", "3.5");
}

/// <summary><c>&lt;fa-qr contenu="https://…" libelle="…" /&gt;</c>: a QR code as SVG. The address must also be written beside it.</summary>
[HtmlTargetElement("fa-qr", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrTagHelper : FaTagHelper
{
    /// <summary>What the code holds.</summary>
    [HtmlAttributeName("contenu")]
    public string? Texte { get; set; }

    /// <summary>What a screen reader says. Default: « Code à lire avec un téléphone : … ».</summary>
    public string? Libelle { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var contenu = Exiger(context, Texte, "contenu");
        if (contenu.Length > 600)
        {
            throw Faute(context, "more than 600 characters make a code that phones don't read. Put an address that leads to the content.");
        }

        Rendre(output, Generateur.Qr(contenu, Libelle ?? Textes.QrLibelle(contenu)));
    }
}

/// <summary><c>&lt;fa-feuille titre="…" edition="21 novembre 2026" verification="https://…"&gt;…</c>: a sheet for paper, with its check code.</summary>
[HtmlTargetElement("fa-feuille")]
public sealed class FeuilleTagHelper : FaTagHelper
{
    /// <summary>Title, the h1 of the page.</summary>
    public string? Titre { get; set; }

    /// <summary>Date of issue, as people say it.</summary>
    public string? Edition { get; set; }

    /// <summary>Public address where the sheet is checked.</summary>
    public string? Verification { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Feuille(Exiger(context, Titre, "titre"), Edition, Verification, await Contenu(output), Attributs(output)));
}

/// <summary><c>&lt;fa-marque href="/" /&gt;</c>: logo and name.</summary>
[HtmlTargetElement("fa-marque", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarqueTagHelper : FaTagHelper
{
    /// <summary>Where it leads. Default: /.</summary>
    public string Href { get; set; } = "/";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Marque("a").Attr("href", Href).Attr("aria-label", Textes.AccueilLibelle));
}
