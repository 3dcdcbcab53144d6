using System.Globalization;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Formulaires;

internal sealed record SaisieOptions
{
    public required ChampOptions Champ { get; init; }

    public string Type { get; init; } = "text";

    public string? Inputmode { get; init; }

    public string? Autocomplete { get; init; }

    public bool? Spellcheck { get; init; }

    public int? Largeur { get; init; }

    public int? Maximum { get; init; }

    public string? Prefixe { get; init; }

    public string? Suffixe { get; init; }

    /// <summary>What stands on the same line as the field: a button.</summary>
    public IHtmlContent? Cote { get; init; }
}

internal sealed record ZoneTexteOptions
{
    public required ChampOptions Champ { get; init; }

    public int Lignes { get; init; } = 5;

    public int? Maximum { get; init; }

    public string? Autocomplete { get; init; }

    public bool? Spellcheck { get; init; }
}

internal sealed record AutocompletionOptions
{
    public required SaisieOptions Saisie { get; init; }

    public required string Url { get; init; }

    public int Minimum { get; init; } = 2;

    public string Parametre { get; init; } = "q";

    /// <summary>Name of the hidden field that takes the chosen value; null to send only the text.</summary>
    public string? NomValeur { get; init; }

    public string? ValeurChoisie { get; init; }
}

internal sealed record FichierOptions
{
    public required ChampOptions Champ { get; init; }

    public string? Accepte { get; init; }

    public bool Plusieurs { get; init; }
}

internal static partial class GenerateurDeChamps
{
    public static IHtmlContent Saisie(SaisieOptions o)
    {
        IHtmlContent controle = Entree(o);
        if (o.Prefixe is not null || o.Suffixe is not null)
        {
            controle = Element.De("div", "govuk-input__wrapper").Avec(
                Affixe("prefix", o.Prefixe),
                controle,
                Affixe("suffix", o.Suffixe));
        }

        return Groupe(o.Champ, o.Cote is null ? controle : Element.De("div", "fa-champ-ligne").Avec(controle, o.Cote));
    }

    public static IHtmlContent ZoneTexte(ZoneTexteOptions o)
    {
        var c = o.Champ;
        var idCompte = o.Maximum is null ? null : $"{c.Id}_compte";
        var zone = Element.De("textarea", "govuk-textarea").Classe("govuk-textarea--error", c.Erreur is not null)
            .Attr("id", c.Id).Attr("name", c.Nom).Attr("rows", $"{o.Lignes}")
            .Attr("aria-describedby", c.DecritPar(idCompte)).Attr("autocomplete", o.Autocomplete).Attr("spellcheck", Mot(o.Spellcheck))
            .Attr("data-maximum", o.Maximum is null ? null : $"{o.Maximum}")
            .Si("disabled", c.Desactive).Attrs(c.Attributs);

        // A first line break right after <textarea> is dropped by browsers: write one, so that the person's own isn't lost.
        _ = c.Valeur is { Length: > 0 } ? zone.Texte($"\n{c.Valeur}") : zone;
        return Groupe(
            c,
            zone,
            o.Maximum is null
                ? null
                : Element.De("p", "fa-compte").Attr("id", idCompte).Attr("data-reste", Textes.CompteReste).Attr("data-trop", Textes.CompteTrop)
                    .Texte(Textes.CompteMaximum(string.Create(CultureInfo.CurrentCulture, $"{o.Maximum:N0}"))));
    }

    public static IHtmlContent Autocompletion(AutocompletionOptions o)
    {
        var champ = o.Saisie.Champ;
        var idValeur = o.NomValeur is null ? null : $"{champ.Id}_valeur";
        var attributs = new Dictionary<string, string?>(champ.Attributs ?? new Dictionary<string, string?>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            ["data-autocompletion"] = o.Url,
            ["data-minimum"] = $"{o.Minimum}",
            ["data-parametre"] = o.Parametre,
            ["data-aucun"] = Textes.AutoAucun,
            ["data-un"] = Textes.AutoUn,
            ["data-plusieurs"] = Textes.AutoPlusieurs,
            ["data-pris"] = Textes.AutoPris,
        };
        IHtmlContent? valeur = null;
        if (idValeur is not null)
        {
            attributs["data-valeur-dans"] = idValeur;
            valeur = Element.De("input").Attr("type", "hidden").Attr("id", idValeur).Attr("name", o.NomValeur).Attr("value", o.ValeurChoisie ?? "");
        }

        return Element.Suite(Saisie(o.Saisie with { Champ = champ with { Attributs = attributs }, Spellcheck = false }), valeur);
    }

    public static IHtmlContent Fichier(FichierOptions o)
    {
        var c = o.Champ;
        return Groupe(c, Element.De("input", "fa-fichier").Classe("fa-fichier--erreur", c.Erreur is not null)
            .Attr("type", "file").Attr("id", c.Id).Attr("name", c.Nom).Attr("accept", o.Accepte).Attr("aria-describedby", c.DecritPar())
            .Si("multiple", o.Plusieurs).Si("disabled", c.Desactive).Attrs(c.Attributs));
    }

    private static TagBuilder Entree(SaisieOptions o)
    {
        var c = o.Champ;
        return Element.De("input", "govuk-input").Classe($"govuk-input--width-{o.Largeur}", o.Largeur is not null)
            .Classe("govuk-input--error", c.Erreur is not null)
            .Attr("id", c.Id).Attr("name", c.Nom).Attr("type", o.Type)
            .Attr("value", o.Type == "password" ? null : c.Valeur)
            .Attr("aria-describedby", c.DecritPar())
            .Attr("inputmode", o.Inputmode).Attr("autocomplete", o.Autocomplete).Attr("spellcheck", Mot(o.Spellcheck))
            .Attr("maxlength", o.Maximum is null ? null : $"{o.Maximum}")
            .Si("disabled", c.Desactive).Attrs(c.Attributs);
    }

    private static TagBuilder? Affixe(string cote, string? texte) =>
        texte is null ? null : Element.De("div", $"govuk-input__{cote}").Attr("aria-hidden", "true").Texte(texte);

    private static string? Mot(bool? oui) => oui switch { null => null, true => "true", false => "false" };
}

/// <summary>What the text fields share.</summary>
public abstract class ChampTexteTagHelper : ChampTagHelper
{
    private static readonly int[] Largeurs = [2, 3, 4, 5, 10, 20, 30];

    /// <summary>text (default), email, tel, search, url, password. Numbers are text with <c>inputmode="numeric"</c>.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Keyboard of the phone: numeric, decimal, tel, email…</summary>
    public string? Inputmode { get; set; }

    /// <summary>What the browser may fill: given-name, email, postal-code…</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Spelling help, off for names and codes.</summary>
    public bool? Spellcheck { get; set; }

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20 or 30. Default: the whole width.</summary>
    public int? Largeur { get; set; }

    /// <summary>Text before the field (€, n°).</summary>
    public string? Prefixe { get; set; }

    /// <summary>Text after the field (km, minutes).</summary>
    public string? Suffixe { get; set; }

    private protected SaisieOptions Saisie(TagHelperContext context, TagHelperOutput output, IHtmlContent? cote)
    {
        if (Largeur is { } largeur && !Largeurs.Contains(largeur))
        {
            throw Faute(context, $"largeur=\"{largeur}\" doesn't exist. Write one of {string.Join(", ", Largeurs)}.");
        }

        if (Type is "number" or "date")
        {
            throw Faute(context, Type == "number" ? "write inputmode=\"numeric\" instead of type=\"number\", which loses what isn't a number." : "write <fa-date> instead of type=\"date\".");
        }

        return new SaisieOptions
        {
            Champ = Champ(context, output),
            Type = Type,
            Inputmode = Inputmode,
            Autocomplete = Autocomplete,
            Spellcheck = Spellcheck,
            Largeur = Largeur,
            Maximum = Maximum(),
            Prefixe = Prefixe,
            Suffixe = Suffixe,
            Cote = cote,
        };
    }
}

/// <summary><c>&lt;fa-saisie pour="Nom" /&gt;</c>: one line of text. What is written between the tags stands beside the field.</summary>
[HtmlTargetElement("fa-saisie")]
public sealed class SaisieTagHelper : ChampTexteTagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, GenerateurDeChamps.Saisie(Saisie(context, output, await ContenuOuRien(output))));
}

/// <summary>
/// <c>&lt;fa-autocompletion pour="Commune" url="/api/v1/communes" /&gt;</c>: a text field that proposes. The address gets <c>?q=text</c> and answers
/// <c>[{ "valeur": "42218", "libelle": "Saint-Étienne", "detail": "42000" }]</c>. Without script it is a text field: the page must read the text.
/// </summary>
[HtmlTargetElement("fa-autocompletion")]
public sealed class AutocompletionTagHelper : ChampTexteTagHelper
{
    /// <summary>Address that answers JSON.</summary>
    public string? Url { get; set; }

    /// <summary>Characters typed before asking. Default: 2.</summary>
    public int Minimum { get; set; } = 2;

    /// <summary>Name of the query parameter. Default: q.</summary>
    public string Parametre { get; set; } = "q";

    /// <summary>Name of a hidden field that takes the chosen value; emptied when the text changes.</summary>
    public string? NomValeur { get; set; }

    /// <summary>Value already chosen.</summary>
    public string? ValeurChoisie { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, GenerateurDeChamps.Autocompletion(new AutocompletionOptions
        {
            Saisie = Saisie(context, output, await ContenuOuRien(output)),
            Url = Exiger(context, Url, "url"),
            Minimum = Minimum,
            Parametre = Parametre,
            NomValeur = NomValeur,
            ValeurChoisie = ValeurChoisie,
        }));
}

/// <summary><c>&lt;fa-zone-texte pour="Motif" /&gt;</c>: several lines of text, with the count of what is left when the model has a maximum.</summary>
[HtmlTargetElement("fa-zone-texte", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ZoneTexteTagHelper : ChampTagHelper
{
    /// <summary>Height in lines. Default: 5.</summary>
    public int Lignes { get; set; } = 5;

    /// <summary>Longest text. Default: the model's [MaxLength].</summary>
    public int? Max { get; set; }

    /// <summary>What the browser may fill.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Spelling help.</summary>
    public bool? Spellcheck { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Rendre(output, GenerateurDeChamps.ZoneTexte(new ZoneTexteOptions
        {
            Champ = Champ(context, output),
            Lignes = Lignes,
            Maximum = Max ?? Maximum(),
            Autocomplete = Autocomplete,
            Spellcheck = Spellcheck,
        }));
}

/// <summary><c>&lt;fa-fichier pour="Fichier" accepte=".csv,.xlsx" max-mo="10" /&gt;</c>: a file. Formats and size are said in the hint.</summary>
[HtmlTargetElement("fa-fichier", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FichierTagHelper : ChampTagHelper
{
    /// <summary>Extensions or media types, as in <c>accept</c>.</summary>
    public string? Accepte { get; set; }

    /// <summary>Largest size in megabytes, said to the person; the page checks it.</summary>
    public int? MaxMo { get; set; }

    /// <summary>Several files.</summary>
    public bool Plusieurs { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var champ = Champ(context, output);
        var indice = string.Join(' ', new[]
        {
            champ.Indice,
            Accepte is null ? null : Textes.FichierTypes(Accepte.Replace(",", ", ", StringComparison.Ordinal)),
            MaxMo is null ? null : Textes.FichierTaille(MaxMo),
        }.Where(t => t is not null));
        Rendre(output, GenerateurDeChamps.Fichier(new FichierOptions
        {
            Champ = champ with { Indice = indice.Length == 0 ? null : indice },
            Accepte = Accepte,
            Plusieurs = Plusieurs,
        }));
    }
}
