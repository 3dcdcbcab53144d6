using System.Globalization;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Composants;

/// <summary>What a notification says.</summary>
public enum TypeNotification
{
    /// <summary>Something to know.</summary>
    Info,

    /// <summary>It is done.</summary>
    Succes,

    /// <summary>Something to be careful about.</summary>
    Attention,

    /// <summary>It didn't work.</summary>
    Erreur,
}

/// <summary>Where one is with a step.</summary>
public enum EtatEtape
{
    /// <summary>To do.</summary>
    AFaire,

    /// <summary>The present one.</summary>
    EnCours,

    /// <summary>Done.</summary>
    Faite,
}

internal sealed record PartieOptions(string Id, string Titre, IHtmlContent Contenu, bool Ouverte, string? Resume);

internal sealed record EtapeOptions(string Titre, EtatEtape Etat, IHtmlContent? Contenu, string? Href);

internal static partial class Generateur
{
    public static IHtmlContent Notification(TypeNotification type, string? titre, int niveau, IHtmlContent contenu, IReadOnlyDictionary<string, string?>? attributs)
    {
        var (icone, mot) = type switch
        {
            TypeNotification.Info => ("info-circle", Textes.NotificationInfo),
            TypeNotification.Succes => ("circle-check", Textes.NotificationSucces),
            TypeNotification.Attention => ("alert-triangle", Textes.NotificationAttention),
            TypeNotification.Erreur => ("alert-circle", Textes.NotificationErreur),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
        return Element.De("div", "fa-notification").Classe($"fa-notification--{type.ToString().ToLowerInvariant()}", type != TypeNotification.Info)
            .Attr("role", type is TypeNotification.Succes or TypeNotification.Erreur ? "alert" : null)
            .Attrs(attributs).Avec(
                Icones.Svg(icone),
                Element.De("div").Avec(Element.De($"h{niveau}").Texte(titre ?? mot), contenu));
    }

    public static IHtmlContent Details(string resume, bool ouvert, IHtmlContent contenu, IReadOnlyDictionary<string, string?>? attributs) =>
        Element.De("details", "govuk-details").Si("open", ouvert).Attrs(attributs).Avec(
            Element.De("summary", "govuk-details__summary").Avec(Element.De("span", "govuk-details__summary-text").Texte(resume)),
            Element.De("div", "govuk-details__text").Avec(contenu));

    public static IHtmlContent Accordeon(int niveau, IReadOnlyList<PartieOptions> parties) =>
        Element.De("div", "fa-accordeon").Attr("data-accordeon", "")
            .Avec(Element.De("button", "fa-bouton fa-bouton--discret fa-accordeon__tout").Attr("type", "button").Attr("data-accordeon-tout", "")
                .Attr("data-ouvrir", Textes.ToutOuvrir).Attr("data-fermer", Textes.ToutFermer).Si("hidden", true))
            .Avec(parties.Select(p => Element.De("details", "fa-accordeon__section").Attr("id", p.Id).Si("open", p.Ouverte).Avec(
                Element.De("summary").Avec(
                    Element.De("span").Avec(
                        Element.De($"h{niveau}").Texte(p.Titre),
                        p.Resume is null ? null : Element.De("span", "fa-accordeon__resume").Texte(p.Resume)),
                    Icones.Svg("chevron-down")),
                Element.De("div").Avec(p.Contenu))));

    public static IHtmlContent Onglets(string titre, int niveau, IReadOnlyList<PartieOptions> parties)
    {
        var choisi = parties.FirstOrDefault(p => p.Ouverte) ?? parties[0];
        return Element.De("div", "govuk-tabs").Attr("data-onglets", "")
            .Avec(
                Element.De($"h{niveau}", "govuk-tabs__title").Texte(titre),
                Element.De("ul", "govuk-tabs__list").Avec(parties.Select(p =>
                    Element.De("li", "govuk-tabs__list-item").Classe("govuk-tabs__list-item--selected", p == choisi).Avec(
                        Element.De("a", "govuk-tabs__tab").Attr("href", $"#{p.Id}").Si("data-choisi", p == choisi).Texte(p.Titre)))))
            .Avec(parties.Select(p => Element.De("div", "govuk-tabs__panel").Attr("id", p.Id).Avec(p.Contenu)));
    }

    public static IHtmlContent Etapes(IReadOnlyList<EtapeOptions> etapes, int niveau) =>
        Element.De("ol", "fa-etapes").Avec(etapes.Select(e =>
        {
            var (classe, mot) = e.Etat switch
            {
                EtatEtape.Faite => ("fa-etapes--faite", Textes.EtapeFaite),
                EtatEtape.EnCours => ("fa-etapes--encours", Textes.EtapeEnCours),
                EtatEtape.AFaire => (null, Textes.EtapeAFaire),
                _ => throw new ArgumentOutOfRangeException(nameof(etapes)),
            };
            var titre = Element.De($"h{niveau}", "fa-titre-3");
            _ = e.Href is null ? titre.Texte(e.Titre) : titre.Avec(Element.De("a").Attr("href", e.Href).Texte(e.Titre));
            return Element.De("li", classe).Attr("aria-current", e.Etat == EtatEtape.EnCours ? "step" : null).Avec(
                titre,
                Element.De("span", "fa-etapes__etat").Texte(mot),
                e.Contenu is null ? null : Element.De("div").Avec(e.Contenu));
        }));

    public static IHtmlContent Progression(string libelle, int valeur, int max, string id) =>
        Element.De("div", "fa-progression").Avec(
            Element.De("div", "fa-progression__tete").Avec(
                Element.De("label").Attr("for", id).Texte(libelle),
                Element.De("span", "fa-nombre").Texte(Textes.Avancement(valeur, max))),
            Element.De("progress").Attr("id", id).Attr("value", valeur.ToString(CultureInfo.InvariantCulture))
                .Attr("max", max.ToString(CultureInfo.InvariantCulture)).Texte(Textes.Avancement(valeur, max)));
}

/// <summary><c>&lt;fa-notification type="Succes" titre="…"&gt;…&lt;/fa-notification&gt;</c>: what the product has to say. Success and error are announced.</summary>
[HtmlTargetElement("fa-notification")]
public sealed class NotificationTagHelper : FaTagHelper
{
    /// <summary>Info (default), Succes, Attention, Erreur.</summary>
    public TypeNotification Type { get; set; }

    /// <summary>Title. Default: « À savoir », « C’est fait », « Attention », « Problème ».</summary>
    public string? Titre { get; set; }

    /// <summary>Level of the title.</summary>
    public int Niveau { get; set; } = 2;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Notification(
            Type,
            Titre,
            Niveau,
            await ContenuOuRien(output) ?? throw Faute(context, "write what happened, and what to do, between the tags."),
            Attributs(output)));
}

/// <summary><c>&lt;fa-bandeau&gt;…&lt;/fa-bandeau&gt;</c>: a line across the page, above the header (section Bandeau).</summary>
[HtmlTargetElement("fa-bandeau")]
public sealed class BandeauTagHelper : FaTagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Element.De("div", "fa-bandeau").Attrs(Attributs(output)).Avec(Element.De("div", "fa-large").Avec(await Contenu(output))));
}

/// <summary><c>&lt;fa-details resume="…"&gt;…&lt;/fa-details&gt;</c>: a part that one may open.</summary>
[HtmlTargetElement("fa-details")]
public sealed class DetailsTagHelper : FaTagHelper
{
    /// <summary>What one reads before opening.</summary>
    public string? Resume { get; set; }

    /// <summary>Open at first.</summary>
    public bool Ouvert { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Details(Exiger(context, Resume, "resume"), Ouvert, await Contenu(output), Attributs(output)));
}

/// <summary>Base of what is made of parts.</summary>
public abstract class EnPartiesTagHelper : FaTagHelper
{
    private protected static async Task<IReadOnlyList<PartieOptions>> Parties(TagHelperContext context, TagHelperOutput output)
    {
        var parties = new List<PartieOptions>();
        context.Items[typeof(PartieOptions)] = parties;
        await output.GetChildContentAsync();
        if (parties.Count == 0)
        {
            throw Faute(context, "write <fa-partie titre=\"…\"> elements between the tags.");
        }

        var enDouble = parties.GroupBy(p => p.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return enDouble is null ? parties : throw Faute(context, $"two parts have the id \"{enDouble.Key}\". Write id=\"…\" on one of them.");
    }
}

/// <summary><c>&lt;fa-accordeon&gt;&lt;fa-partie titre="…"&gt;…</c>: parts that fold. Works without script.</summary>
[HtmlTargetElement("fa-accordeon")]
public sealed class AccordeonTagHelper : EnPartiesTagHelper
{
    /// <summary>Level of the titles.</summary>
    public int Niveau { get; set; } = 3;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Accordeon(Niveau, await Parties(context, output)));
}

/// <summary><c>&lt;fa-onglets titre="…"&gt;&lt;fa-partie titre="…"&gt;…</c>: tabs; without script, a list of links and the parts one after the other.</summary>
[HtmlTargetElement("fa-onglets")]
public sealed class OngletsTagHelper : EnPartiesTagHelper
{
    /// <summary>Name of the list of tabs. Default: « Sommaire ».</summary>
    public string? Titre { get; set; }

    /// <summary>Level of the title.</summary>
    public int Niveau { get; set; } = 2;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, Generateur.Onglets(Titre ?? Textes.Sommaire, Niveau, await Parties(context, output)));
}

/// <summary>A part of fa-accordeon or fa-onglets.</summary>
[HtmlTargetElement("fa-partie")]
public sealed class PartieTagHelper : FaTagHelper
{
    /// <summary>Title.</summary>
    public string? Titre { get; set; }

    /// <summary>Id, so that a link may lead to it. Default: from the title.</summary>
    public string? Id { get; set; }

    /// <summary>Open at first; or the tab chosen at first.</summary>
    public bool Ouverte { get; set; }

    /// <summary>A line under the title (accordion).</summary>
    public string? Resume { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(PartieOptions), out var liste) || liste is not List<PartieOptions> parties)
        {
            throw Faute(context, "put it inside <fa-accordeon> or <fa-onglets>.");
        }

        var titre = Exiger(context, Titre, "titre");
        context.Items.Remove(typeof(PartieOptions));
        var contenu = await Contenu(output);
        context.Items[typeof(PartieOptions)] = parties;
        var id = Id ?? Kernel.Texte.TexteRecherche.Normaliser(titre).Replace(' ', '-');
        parties.Add(new PartieOptions(id.Length == 0 ? $"partie-{context.UniqueId}" : id, titre, contenu, Ouverte, Resume));
        output.SuppressOutput();
    }
}

/// <summary><c>&lt;fa-etapes&gt;&lt;fa-etape titre="…" etat="Faite" /&gt;…</c>: where one is in a path.</summary>
[HtmlTargetElement("fa-etapes")]
public sealed class EtapesTagHelper : FaTagHelper
{
    /// <summary>Level of the titles.</summary>
    public int Niveau { get; set; } = 3;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var etapes = new List<EtapeOptions>();
        context.Items[typeof(EtapeOptions)] = etapes;
        await output.GetChildContentAsync();
        Rendre(output, etapes.Count == 0
            ? throw Faute(context, "write <fa-etape titre=\"…\"> elements between the tags.")
            : Generateur.Etapes(etapes, Niveau));
    }
}

/// <summary>A step of fa-etapes.</summary>
[HtmlTargetElement("fa-etape")]
public sealed class EtapeTagHelper : FaTagHelper
{
    /// <summary>What is to be done.</summary>
    public string? Titre { get; set; }

    /// <summary>AFaire (default), EnCours, Faite.</summary>
    public EtatEtape Etat { get; set; }

    /// <summary>Where it is done.</summary>
    public string? Href { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(EtapeOptions), out var liste) || liste is not List<EtapeOptions> etapes)
        {
            throw Faute(context, "put it inside <fa-etapes>.");
        }

        etapes.Add(new EtapeOptions(Exiger(context, Titre, "titre"), Etat, await ContenuOuRien(output), Href));
        output.SuppressOutput();
    }
}

/// <summary><c>&lt;fa-progression libelle="Question" valeur="3" max="12" /&gt;</c>: how far one is.</summary>
[HtmlTargetElement("fa-progression", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressionTagHelper : FaTagHelper
{
    /// <summary>What advances.</summary>
    public string? Libelle { get; set; }

    /// <summary>Done.</summary>
    public int Valeur { get; set; }

    /// <summary>To do in all.</summary>
    public int Max { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Max < 1 || Valeur < 0 || Valeur > Max)
        {
            throw Faute(context, "write max=\"…\" (at least 1) and valeur=\"…\" between 0 and max.");
        }

        Rendre(output, Generateur.Progression(Exiger(context, Libelle, "libelle"), Valeur, Max, $"progression_{context.UniqueId}"));
    }
}

/// <summary>
/// <c>&lt;fa-plan geojson="/api/v1/lieux.geojson?…" fond="/api/v1/territoires/departements.geojson" libelle="…" /&gt;</c>: a map that loads when the person asks.
/// Without script nothing shows: the list beside it says everything. Features have properties nom, url, adresse, ouverture, detail, etat ("ouvert", "ferme" or "inconnu").
/// </summary>
[HtmlTargetElement("fa-plan", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PlanTagHelper(Microsoft.AspNetCore.Mvc.ViewFeatures.IFileVersionProvider versions) : FaTagHelper
{
    /// <summary>Address of the places.</summary>
    public string? Geojson { get; set; }

    /// <summary>Address of the outlines drawn under them.</summary>
    public string? Fond { get; set; }

    /// <summary>Address of the names of towns, asked with "bbox=ouest,sud,est,nord" as the map moves. Not used with tiles, which have their own.</summary>
    public string? Noms { get; set; }

    /// <summary>Tiles, "https://…/{z}/{x}/{y}.png": only when the operator has chosen a server and opened the content policy to it.</summary>
    public string? Tuiles { get; set; }

    /// <summary>Source of the background, shown on the map.</summary>
    public string? Attribution { get; set; }

    /// <summary>What the map shows.</summary>
    public string? Libelle { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var racine = ViewContext.HttpContext.Request.PathBase;
        string Version(string chemin) => versions.AddFileVersionToPath(racine, $"{racine}{chemin}");
        Rendre(output, Element.De("div", "fa-plan").Attr("data-carte", "")
            .Attr("data-geojson", Exiger(context, Geojson, "geojson")).Attr("data-fond", Fond).Attr("data-noms", Noms).Attr("data-tuiles", Tuiles).Attr("data-attribution", Attribution)
            .Attr("data-libelle", Exiger(context, Libelle, "libelle")).Attr("data-module", Version("/ui/carte.js")).Attr("data-feuille", Version("/ui/leaflet/leaflet.css"))
            .Attr("data-legende-ouvert", Textes.CarteOuvert).Attr("data-legende-ferme", Textes.CarteFerme).Attr("data-legende-inconnu", Textes.CarteInconnu)
            .Attr("data-fermer", Textes.CarteFermer).Attr("data-zoom-plus", Textes.CarteZoomPlus).Attr("data-zoom-moins", Textes.CarteZoomMoins)
            .Attrs(Attributs(output)).Avec(
                Element.De("div", "fa-plan__attente").Attr("data-carte-attente", "").Si("hidden", true).Avec(
                    Element.De("p").Texte(Textes.CarteAttente),
                    Generateur.Bouton(new BoutonOptions
                    {
                        Contenu = new HtmlContentBuilder().Append(Textes.CarteVoir),
                        Variante = VarianteBouton.Second,
                        Type = "button",
                        Icone = "map",
                        Attributs = new Dictionary<string, string?>(StringComparer.Ordinal) { ["data-carte-ouvrir"] = "" },
                    }),
                    Element.De("p").Attr("role", "status").Attr("data-carte-etat", "")
                        .Attr("data-chargement", Textes.CarteChargement).Attr("data-rate", Textes.CarteRate))));
    }
}
