using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Composants;

/// <summary>What the colour of a tag means. The word says it too.</summary>
public enum VariantePastille
{
    /// <summary>A plain fact.</summary>
    Calme,

    /// <summary>Open, done.</summary>
    Ouvert,

    /// <summary>Closed, refused, urgent.</summary>
    Ferme,

    /// <summary>Learning, faire faire.</summary>
    Prune,

    /// <summary>To look at soon.</summary>
    Miel,

    /// <summary>Not known.</summary>
    Neutre,
}

/// <summary>Which way a change goes for people, whatever its sign.</summary>
public enum SensTendance
{
    /// <summary>Neither good nor bad.</summary>
    Neutre,

    /// <summary>Good news.</summary>
    Favorable,

    /// <summary>Bad news.</summary>
    Defavorable,
}

internal sealed record CarteOptions
{
    public required IHtmlContent Contenu { get; init; }

    public string? Titre { get; init; }

    public string? Href { get; init; }

    public int Niveau { get; init; } = 2;

    public string? Apart { get; init; }

    public bool Dense { get; init; }

    public bool Large { get; init; }

    public string Balise { get; init; } = "section";

    public IReadOnlyDictionary<string, string?>? Attributs { get; init; }
}

internal sealed record TuileOptions
{
    public required string Libelle { get; init; }

    public required string Valeur { get; init; }

    public string? Intervalle { get; init; }

    public string? Effectif { get; init; }

    public string? Date { get; init; }

    public string? Detail { get; init; }

    public string? Tendance { get; init; }

    public SensTendance Sens { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributs { get; init; }
}

internal static partial class Generateur
{
    public static IHtmlContent Carte(CarteOptions o)
    {
        var carte = Element.De(o.Balise, "fa-carte").Classe("fa-carte--dense", o.Dense).Classe("fa-carte--large", o.Large).Attrs(o.Attributs);
        if (o.Titre is not null)
        {
            // In a dense list the title is the link to the thing; elsewhere it heads a part of the page.
            var titre = Element.De($"h{o.Niveau}").Classe("fa-carte__titre", o.Dense || o.Niveau > 2);
            _ = o.Href is null ? titre.Texte(o.Titre) : titre.Avec(Element.De("a").Attr("href", o.Href).Texte(o.Titre));
            carte.Avec(string.IsNullOrEmpty(o.Apart) ? titre : Element.De("div", "fa-carte__tete").Avec(titre, Element.De("span", "fa-carte__apart").Texte(o.Apart)));
        }

        return carte.Avec(o.Contenu);
    }

    public static IHtmlContent Tuile(TuileOptions o)
    {
        var details = string.Join(" · ", new[]
        {
            o.Intervalle,
            o.Effectif is null ? null : Textes.Effectif(o.Effectif),
            o.Detail,
            o.Date is null ? null : Textes.AuDate(o.Date),
        }.Where(d => d is not null));
        return Element.De("section", "fa-carte fa-tuile").Attrs(o.Attributs).Avec(
            Element.De("p", "fa-tuile__libelle").Texte(o.Libelle),
            Element.De("p", "fa-tuile__valeur").Texte(o.Valeur),
            o.Tendance is null
                ? null
                : Element.De("p", "fa-tuile__tendance").Classe($"fa-tuile__tendance--{o.Sens.ToString().ToLowerInvariant()}").Texte(o.Tendance),
            details.Length == 0 ? null : Element.De("p", "fa-tuile__detail").Texte(details));
    }

    public static IHtmlContent Pastille(IHtmlContent contenu, VariantePastille variante, string? icone, IReadOnlyDictionary<string, string?>? attributs) =>
        Element.De("span", "fa-pastille").Classe($"fa-pastille--{variante.ToString().ToLowerInvariant()}", variante != VariantePastille.Calme)
            .Attrs(attributs).Avec(Icones.SvgOuRien(icone), contenu);

    public static IHtmlContent Vide(string titre, int niveau, string icone, IHtmlContent? contenu) =>
        Element.De("div", "fa-vide").Avec(
            Icones.Svg(icone),
            Element.De($"h{niveau}", "fa-titre-2").Texte(titre),
            contenu);
}

/// <summary><c>&lt;fa-carte titre="…" href="…" apart="450 m"&gt;…&lt;/fa-carte&gt;</c>: a white card.</summary>
[HtmlTargetElement("fa-carte")]
public sealed class CarteTagHelper : FaTagHelper
{
    /// <summary>Title.</summary>
    public string? Titre { get; set; }

    /// <summary>The title is a link.</summary>
    public string? Href { get; set; }

    /// <summary>Level of the title, 2 to 4.</summary>
    public int Niveau { get; set; } = 2;

    /// <summary>Short text facing the title: a distance, a date.</summary>
    public string? Apart { get; set; }

    /// <summary>Close lines, for a card of a list.</summary>
    public bool Dense { get; set; }

    /// <summary>More room inside, for the form of a page.</summary>
    public bool Large { get; set; }

    /// <summary>section (default), li, article, div, aside.</summary>
    public string Balise { get; set; } = "section";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Niveau is < 2 or > 4)
        {
            throw Faute(context, "write niveau=\"2\", \"3\" or \"4\".");
        }

        if (Titre is null && (Href is not null || Apart is not null))
        {
            throw Faute(context, "href and apart go with a title: write titre=\"…\".");
        }

        Rendre(output, Generateur.Carte(new CarteOptions
        {
            Contenu = await Contenu(output),
            Titre = Titre,
            Href = Href,
            Niveau = Niveau,
            Apart = Apart,
            Dense = Dense,
            Large = Large,
            Balise = Balise,
            Attributs = Attributs(output),
        }));
    }
}

/// <summary><c>&lt;fa-tuile libelle="…" valeur="71 %" effectif="612" date="1er novembre" /&gt;</c>: a figure with what makes it honest.</summary>
[HtmlTargetElement("fa-tuile", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TuileTagHelper : FaTagHelper
{
    /// <summary>What is counted.</summary>
    public string? Libelle { get; set; }

    /// <summary>The figure, formatted.</summary>
    public string? Valeur { get; set; }

    /// <summary>Interval: « entre 0,34 et 0,42 ».</summary>
    public string? Intervalle { get; set; }

    /// <summary>On how many: shown as n = ….</summary>
    public string? Effectif { get; set; }

    /// <summary>Date of the figure.</summary>
    public string? Date { get; set; }

    /// <summary>Anything that helps to read it.</summary>
    public string? Detail { get; set; }

    /// <summary>Change: « + 6 % sur un an ».</summary>
    public string? Tendance { get; set; }

    /// <summary>neutre (default), favorable, defavorable.</summary>
    public SensTendance Sens { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Effectif is null && Date is null && Detail is null && Intervalle is null)
        {
            throw Faute(context, "a figure carries its n, its interval or its date: write effectif, intervalle, date or detail.");
        }

        Rendre(output, Generateur.Tuile(new TuileOptions
        {
            Libelle = Exiger(context, Libelle, "libelle"),
            Valeur = Exiger(context, Valeur, "valeur"),
            Intervalle = Intervalle,
            Effectif = Effectif,
            Date = Date,
            Detail = Detail,
            Tendance = Tendance,
            Sens = Sens,
            Attributs = Attributs(output),
        }));
    }
}

/// <summary><c>&lt;fa-pastille variante="ouvert"&gt;Ouvert jusqu’à 18 h 30&lt;/fa-pastille&gt;</c>: a short state.</summary>
[HtmlTargetElement("fa-pastille")]
public sealed class PastilleTagHelper : FaTagHelper
{
    /// <summary>calme (default), ouvert, ferme, prune, miel, neutre.</summary>
    public VariantePastille Variante { get; set; }

    /// <summary>Icon before the words.</summary>
    public string? Icone { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Pastille(
            await ContenuOuRien(output) ?? throw Faute(context, "write the words of the tag between the tags: colour alone says nothing."),
            Variante,
            Icone,
            Attributs(output)));
}

/// <summary><c>&lt;fa-vide titre="Aucun lieu trouvé"&gt;what to do now&lt;/fa-vide&gt;</c>: nothing found, nothing yet.</summary>
[HtmlTargetElement("fa-vide")]
public sealed class VideTagHelper : FaTagHelper
{
    /// <summary>What there isn't.</summary>
    public string? Titre { get; set; }

    /// <summary>Icon. Default: search.</summary>
    public string Icone { get; set; } = "search";

    /// <summary>Level of the title.</summary>
    public int Niveau { get; set; } = 2;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Vide(Exiger(context, Titre, "titre"), Niveau, Icone, await ContenuOuRien(output)));
}
