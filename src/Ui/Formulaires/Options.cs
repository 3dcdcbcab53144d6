using System.ComponentModel.DataAnnotations;
using System.Reflection;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Formulaires;

/// <summary>One answer among several, for fa-radios, fa-cases, fa-choix and fa-liste.</summary>
/// <param name="Valeur">What is sent.</param>
/// <param name="Libelle">What is read.</param>
public sealed record OptionDeChamp(string Valeur, string Libelle)
{
    /// <summary>Help under the label.</summary>
    public string? Indice { get; init; }

    /// <summary>Picture, for fa-choix.</summary>
    public string? Icone { get; init; }

    /// <summary>Heading that groups options of a fa-liste.</summary>
    public string? Groupe { get; init; }

    /// <summary>Can't be chosen.</summary>
    public bool Desactive { get; init; }

    /// <summary>Chosen, whatever the model says.</summary>
    public bool? Choisi { get; init; }

    internal IHtmlContent? Suite { get; init; }

    /// <summary>The values of an enum, named by Display(Name), helped by Display(Description), in the order of the source.</summary>
    public static IReadOnlyList<OptionDeChamp> De<TEnum>() where TEnum : struct, Enum => De(typeof(TEnum));

    internal static IReadOnlyList<OptionDeChamp> De(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(champ =>
        {
            var affichage = champ.GetCustomAttribute<DisplayAttribute>();
            return new OptionDeChamp(champ.Name, affichage?.GetName() ?? champ.Name) { Indice = affichage?.GetDescription() };
        }),
    ];
}

internal sealed record OptionsOptions
{
    public required ChampOptions Champ { get; init; }

    public required IReadOnlyList<OptionDeChamp> Options { get; init; }

    public IReadOnlyCollection<string> Choisies { get; init; } = [];

    public bool EnLigne { get; init; }

    /// <summary>First line of a list, sent as an empty answer; null for none.</summary>
    public string? Invite { get; init; }

    public bool Plusieurs { get; init; }

    public bool EstChoisie(OptionDeChamp option) => option.Choisi ?? Choisies.Contains(option.Valeur, StringComparer.OrdinalIgnoreCase);
}

internal static partial class GenerateurDeChamps
{
    public static IHtmlContent Radios(OptionsOptions o) => Boutons(o, "radios", "radio");

    public static IHtmlContent Cases(OptionsOptions o) => Boutons(o, "checkboxes", "checkbox");

    public static IHtmlContent Choix(OptionsOptions o)
    {
        var serre = o.Options.All(option => option.Icone is null);
        return GroupeDeChamps(
            o.Champ,
            null,
            Element.De("div", "fa-choix").Classe("fa-choix--serre", serre).Attrs(o.Champ.Attributs).Avec(o.Options.Select((option, i) =>
            {
                var id = IdOption(o.Champ.Id, i);
                var mots = Element.De("span").Avec(Element.De("strong").Texte(option.Libelle));
                if (option.Indice is not null)
                {
                    mots.Avec(Element.De("span", "fa-choix__indice").Texte(option.Indice));
                }

                return Element.De("div", "fa-choix__item").Avec(
                    Element.De("input", "fa-choix__entree").Attr("type", o.Plusieurs ? "checkbox" : "radio").Attr("id", id).Attr("name", o.Champ.Nom)
                        .Attr("value", option.Valeur).Si("checked", o.EstChoisie(option)).Si("disabled", option.Desactive),
                    Element.De("label", "fa-choix__corps").Attr("for", id).Avec(Icones.SvgOuRien(option.Icone), mots));
            })));
    }

    public static IHtmlContent Liste(OptionsOptions o)
    {
        var c = o.Champ;
        var liste = Element.De("select", "govuk-select").Classe("govuk-select--error", c.Erreur is not null)
            .Attr("id", c.Id).Attr("name", c.Nom).Attr("aria-describedby", c.DecritPar()).Si("disabled", c.Desactive).Attrs(c.Attributs);
        if (o.Invite is not null)
        {
            liste.Avec(Element.De("option").Attr("value", "").Texte(o.Invite));
        }

        foreach (var groupe in o.Options.GroupBy(option => option.Groupe))
        {
            var lignes = groupe.Select(option =>
                Element.De("option").Attr("value", option.Valeur).Si("selected", o.EstChoisie(option)).Si("disabled", option.Desactive).Texte(option.Libelle));
            _ = groupe.Key is null ? liste.Avec(lignes) : liste.Avec(Element.De("optgroup").Attr("label", groupe.Key).Avec(lignes));
        }

        return Groupe(c, liste);
    }

    /// <summary>One box alone, for a yes.</summary>
    public static IHtmlContent Case(ChampOptions c, string valeur, bool cochee) =>
        Element.De("div", "govuk-form-group").Classe("govuk-form-group--error", c.Erreur is not null).Avec(
            MessageErreur(c),
            Element.De("div", "govuk-checkboxes").Avec(
                Element.De("div", "govuk-checkboxes__item").Avec(
                    Element.De("input", "govuk-checkboxes__input").Attr("id", c.Id).Attr("name", c.Nom).Attr("type", "checkbox").Attr("value", valeur)
                        .Si("checked", cochee).Si("disabled", c.Desactive).Attr("aria-describedby", c.DecritPar()).Attrs(c.Attributs),
                    Element.De("label", "govuk-label govuk-checkboxes__label").Attr("for", c.Id).Texte(c.Libelle),
                    c.Indice is null ? null : Element.De("div", "govuk-hint govuk-checkboxes__hint").Attr("id", c.IdIndice).Texte(c.Indice))));

    private static IHtmlContent Boutons(OptionsOptions o, string bloc, string type)
    {
        var liste = Element.De("div", $"govuk-{bloc}").Classe("fa-options--ligne", o.EnLigne).Attrs(o.Champ.Attributs);
        foreach (var (i, option) in o.Options.Index())
        {
            var id = IdOption(o.Champ.Id, i);
            var idIndice = option.Indice is null ? null : $"{id}_aide";
            liste.Avec(
                Element.De("div", $"govuk-{bloc}__item").Avec(
                    Element.De("input", $"govuk-{bloc}__input").Attr("id", id).Attr("name", o.Champ.Nom).Attr("type", type).Attr("value", option.Valeur)
                        .Si("checked", o.EstChoisie(option)).Si("disabled", option.Desactive).Attr("aria-describedby", idIndice),
                    Element.De("label", $"govuk-label govuk-{bloc}__label").Attr("for", id).Texte(option.Libelle),
                    idIndice is null ? null : Element.De("div", $"govuk-hint govuk-{bloc}__hint").Attr("id", idIndice).Texte(option.Indice)),
                option.Suite is null ? null : Element.De("div", $"govuk-{bloc}__conditional").Attr("id", $"{id}_suite").Avec(option.Suite));
        }

        return GroupeDeChamps(o.Champ, null, liste);
    }

    // The first option has the id of the field, so that the error summary leads to it.
    private static string IdOption(string id, int rang) => rang == 0 ? id : $"{id}_{rang + 1}";
}

/// <summary>Base of the fields that offer answers: by <c>options</c>, by <c>&lt;fa-option&gt;</c> between the tags, or from the enum of the model.</summary>
public abstract class ChampAOptionsTagHelper : ChampTagHelper
{
    /// <summary>The answers. Default: those between the tags, else the values of the model's enum.</summary>
    public IEnumerable<OptionDeChamp>? Options { get; set; }

    private protected async Task<OptionsOptions> Lire(TagHelperContext context, TagHelperOutput output, bool plusieurs)
    {
        var enfants = new List<OptionDeChamp>();
        context.Items[typeof(OptionDeChamp)] = enfants;
        await output.GetChildContentAsync();
        var type = Pour is null ? null : Pour.Metadata.ElementMetadata?.UnderlyingOrModelType ?? Pour.Metadata.UnderlyingOrModelType;
        IReadOnlyList<OptionDeChamp> options = Options is not null ? [.. Options, .. enfants]
            : enfants.Count > 0 ? enfants
            : type is { IsEnum: true } ? OptionDeChamp.De(type)
            : throw Faute(context, "write options=\"…\", or <fa-option valeur=\"…\"> between the tags.");
        var champ = Champ(context, output);
        IReadOnlyCollection<string> choisies = Valeur is not null ? [Valeur]
            : ViewContext.ModelState.TryGetValue(champ.Nom, out var entree) && entree.RawValue is not null
                ? entree.RawValue switch
                {
                    string[] textes => textes,
                    string texte => [texte],
                    object[] objets => [.. objets.Select(Texte).OfType<string>()],
                    var objet => Texte(objet) is { } texte ? [texte] : [],
                }
            : Pour?.Model is System.Collections.IEnumerable liste and not string ? [.. liste.Cast<object?>().Select(Texte).OfType<string>()]
            : Texte(Pour?.Model) is { } seul ? [seul]
            : [];
        return new OptionsOptions { Champ = champ, Options = options, Choisies = choisies, Plusieurs = plusieurs };
    }
}

/// <summary>One answer inside fa-radios, fa-cases, fa-choix or fa-liste. What is written between the tags after the label shows when it's chosen (radios, cases).</summary>
[HtmlTargetElement("fa-option")]
public sealed class OptionTagHelper : FaTagHelper
{
    /// <summary>What is sent.</summary>
    public string? Valeur { get; set; }

    /// <summary>What is read.</summary>
    public string? Libelle { get; set; }

    /// <summary>Help under the label.</summary>
    public string? Indice { get; set; }

    /// <summary>Picture, for fa-choix.</summary>
    public string? Icone { get; set; }

    /// <summary>Chosen, whatever the model says.</summary>
    public bool? Choisi { get; set; }

    /// <summary>Can't be chosen.</summary>
    public bool Desactive { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(typeof(OptionDeChamp), out var liste) || liste is not List<OptionDeChamp> options)
        {
            throw Faute(context, "put it inside <fa-radios>, <fa-cases>, <fa-choix> or <fa-liste>.");
        }

        // Fields shown with the option are their own world: an option inside them isn't ours.
        context.Items.Remove(typeof(OptionDeChamp));
        var suite = await ContenuOuRien(output);
        context.Items[typeof(OptionDeChamp)] = options;
        options.Add(new OptionDeChamp(
            Valeur ?? throw Faute(context, "write valeur=\"…\"."),
            Exiger(context, Libelle, "libelle"))
        {
            Indice = Indice,
            Icone = Icone,
            Choisi = Choisi,
            Desactive = Desactive,
            Suite = suite,
        });
        output.SuppressOutput();
    }
}

/// <summary><c>&lt;fa-radios pour="Motif" /&gt;</c>: one answer among a few.</summary>
[HtmlTargetElement("fa-radios")]
public sealed class RadiosTagHelper : ChampAOptionsTagHelper
{
    /// <summary>Side by side, for two or three short answers.</summary>
    public bool EnLigne { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, GenerateurDeChamps.Radios(await Lire(context, output, plusieurs: false) with { EnLigne = EnLigne }));
}

/// <summary><c>&lt;fa-cases pour="Services" /&gt;</c>: several answers.</summary>
[HtmlTargetElement("fa-cases")]
public sealed class CasesTagHelper : ChampAOptionsTagHelper
{
    /// <summary>Side by side.</summary>
    public bool EnLigne { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, GenerateurDeChamps.Cases(await Lire(context, output, plusieurs: true) with { EnLigne = EnLigne }));
}

/// <summary><c>&lt;fa-case pour="Accord" /&gt;</c>: one box, for a yes. An unticked box sends nothing: the model's bool is then false.</summary>
[HtmlTargetElement("fa-case", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CaseTagHelper : ChampTagHelper
{
    /// <summary>Ticked. Default: the model's bool.</summary>
    public bool? Cochee { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var champ = Champ(context, output);
        var cochee = Cochee ?? (ViewContext.ModelState.ContainsKey(champ.Nom)
            ? Saisi(champ.Nom)?.Contains("true", StringComparison.OrdinalIgnoreCase) == true
            : Pour?.Model is true);
        Rendre(output, GenerateurDeChamps.Case(champ, Valeur ?? "true", cochee));
    }
}

/// <summary><c>&lt;fa-choix pour="Besoin"&gt;</c>: big answers with a picture (or compact ones when no option has an icon).</summary>
[HtmlTargetElement("fa-choix")]
public sealed class ChoixTagHelper : ChampAOptionsTagHelper
{
    /// <summary>Several answers may be chosen.</summary>
    public bool Plusieurs { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, GenerateurDeChamps.Choix(await Lire(context, output, Plusieurs)));
}

/// <summary><c>&lt;fa-liste pour="Departement" options="…" /&gt;</c>: a drop-down list, for more than eight answers.</summary>
[HtmlTargetElement("fa-liste")]
public sealed class ListeTagHelper : ChampAOptionsTagHelper
{
    /// <summary>First, empty line. Default: « Choisissez », or none when an option is itself empty (« Tous »). Write an empty text to have none.</summary>
    public string? Invite { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var champ = await Lire(context, output, plusieurs: false);
        var parDefaut = champ.Options.Any(o => o.Valeur.Length == 0) ? null : Textes.Choisir;
        Rendre(output, GenerateurDeChamps.Liste(champ with { Invite = Invite is null ? parDefaut : Invite.Length == 0 ? null : Invite }));
    }
}
