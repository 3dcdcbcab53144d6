using FaireAvec.Ui.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Composants;

/// <summary><c>&lt;fa-icone nom="phone" /&gt;</c>: an icon beside a word. It is silent for screen readers, so the word must say everything.</summary>
[HtmlTargetElement("fa-icone", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconeTagHelper : FaTagHelper
{
    /// <summary>Name of the file in src/Ui/Icones, without ".svg".</summary>
    public string? Nom { get; set; }

    /// <summary>Twice as large.</summary>
    public bool Grande { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Icones.Svg(Exiger(context, Nom, "nom"), Grande ? "fa-icone--grande" : null).Attrs(Attributs(output)));
}
