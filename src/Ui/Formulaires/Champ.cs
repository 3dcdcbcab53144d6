using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Formulaires;

/// <summary>What every form field has.</summary>
internal sealed record ChampOptions
{
    public required string Id { get; init; }

    public required string Nom { get; init; }

    public required string Libelle { get; init; }

    public string? Indice { get; init; }

    public string? Erreur { get; init; }

    public string? Valeur { get; init; }

    /// <summary>The label is the h1 of the page.</summary>
    public bool EnTitre { get; init; }

    /// <summary>The label is only said, not shown.</summary>
    public bool LibelleCache { get; init; }

    public bool Desactive { get; init; }

    public IReadOnlyDictionary<string, string?>? Attributs { get; init; }

    /// <summary>The text was warned of: a box to save it all the same.</summary>
    public ConfirmationDeTexte? Confirmation { get; init; }

    public string IdIndice => $"{Id}_indice";

    public string IdErreur => $"{Id}_erreur";

    /// <summary>Ids for aria-describedby, or null.</summary>
    public string? DecritPar(string? autre = null)
    {
        var ids = string.Join(' ', new[] { Indice is null ? null : IdIndice, Erreur is null ? null : IdErreur, autre }.Where(i => i is not null));
        return ids.Length == 0 ? null : ids;
    }
}

/// <summary>
/// Base of form fields. <c>pour="Model.X"</c> takes name, id, label (Display Name), hint (Display Description), error and typed value from the model;
/// an attribute written in the page wins.
/// </summary>
public abstract class ChampTagHelper : FaTagHelper
{
    /// <summary>Property of the model.</summary>
    public ModelExpression? Pour { get; set; }

    /// <summary>Label. Default: Display(Name).</summary>
    public string? Libelle { get; set; }

    /// <summary>Help under the label. Default: Display(Description).</summary>
    public string? Indice { get; set; }

    /// <summary>Error sentence. Default: the first error of the model state.</summary>
    public string? Erreur { get; set; }

    /// <summary>Id of the field. Default: from the name.</summary>
    public string? Id { get; set; }

    /// <summary>Name of the field. Default: from <see cref="Pour"/>.</summary>
    public string? Nom { get; set; }

    /// <summary>Value. Default: what the person typed, else the model's value.</summary>
    public string? Valeur { get; set; }

    /// <summary>The label is the h1 of the page (one question per page).</summary>
    public bool EnTitre { get; set; }

    /// <summary>The label is said by screen readers and not shown: only when the context shows it otherwise.</summary>
    public bool LibelleCache { get; set; }

    /// <summary>Disabled.</summary>
    public bool Desactive { get; set; }

    private protected string NomComplet(TagHelperContext context) =>
        Nom ?? (Pour is null
            ? throw Faute(context, "write pour=\"…\" (a property of the model) or nom=\"…\".")
            : ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(Pour.Name));

    private protected ChampOptions Champ(TagHelperContext context, TagHelperOutput output)
    {
        var nom = NomComplet(context);
        var id = Id ?? TagBuilder.CreateSanitizedId(nom, "_");
        if (string.IsNullOrEmpty(id))
        {
            throw Faute(context, $"\"{nom}\" gives no id. Write id=\"…\".");
        }

        var libelle = Libelle ?? Pour?.Metadata.DisplayName
            ?? throw Faute(context, Pour is null ? "write libelle=\"…\"." : $"write libelle=\"…\", or [Display(Name = \"…\")] on {Pour.Name}.");
        ErreursDeLaPage.Enregistrer(ViewContext.HttpContext, nom, id, libelle);
        return new ChampOptions
        {
            Id = id,
            Nom = nom,
            Libelle = libelle,
            Indice = Vide(Indice ?? Pour?.Metadata.Description),
            Erreur = Vide(Erreur ?? ErreursDeLaPage.Message(ViewContext.ModelState, nom)),
            Valeur = Valeur ?? Saisi(nom) ?? Texte(Pour?.Model),
            EnTitre = EnTitre,
            LibelleCache = LibelleCache,
            Desactive = Desactive,
            Attributs = Attributs(output),
            Confirmation = TextesLibres.Confirmation(ViewContext.HttpContext, nom),
        };
    }

    /// <summary>What the person typed, even when it isn't valid: nothing typed is lost.</summary>
    private protected string? Saisi(string nom) => ViewContext.ModelState.TryGetValue(nom, out var entree) ? entree.AttemptedValue : null;

    private protected static string? Texte(object? valeur) => valeur switch
    {
        null => null,
        string texte => texte,
        Enum nomme => nomme.ToString(),
        bool vrai => vrai ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formatable => formatable.ToString(null, CultureInfo.CurrentCulture),
        _ => valeur.ToString(),
    };

    /// <summary>Longest text that the model accepts, by [MaxLength], [StringLength] or [Length].</summary>
    private protected int? Maximum()
    {
        foreach (var regle in Pour?.Metadata.ValidatorMetadata ?? [])
        {
            switch (regle)
            {
                case MaxLengthAttribute { Length: > 0 } m: return m.Length;
                case StringLengthAttribute s: return s.MaximumLength;
                case LengthAttribute l: return l.MaximumLength;
            }
        }

        return null;
    }

    private static string? Vide(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte;
}

internal static partial class GenerateurDeChamps
{
    /// <summary>Label, hint, error and control, in that order.</summary>
    public static IHtmlContent Groupe(ChampOptions o, params IHtmlContent?[] controle) =>
        Element.De("div", "govuk-form-group").Classe("govuk-form-group--error", o.Erreur is not null)
            .Avec(Etiquette(o), Indication(o), MessageErreur(o))
            .Avec(controle)
            .Avec(Confirmation(o));

    /// <summary>The same for a group of fields: the label is the legend.</summary>
    public static IHtmlContent GroupeDeChamps(ChampOptions o, string? role, params IHtmlContent?[] controles)
    {
        var legende = Element.De("legend", "govuk-fieldset__legend")
            .Classe("govuk-fieldset__legend--l", o.EnTitre)
            .Classe("govuk-visually-hidden", o.LibelleCache);
        _ = o.EnTitre ? legende.Avec(Element.De("h1", "govuk-fieldset__heading").Texte(o.Libelle)) : legende.Texte(o.Libelle);
        return Element.De("div", "govuk-form-group").Classe("govuk-form-group--error", o.Erreur is not null).Avec(
            Element.De("fieldset", "govuk-fieldset").Attr("role", role).Attr("aria-describedby", o.DecritPar()).Si("disabled", o.Desactive)
                .Avec(legende, Indication(o), MessageErreur(o))
                .Avec(controles));
    }

    private static TagBuilder? Confirmation(ChampOptions o) =>
        o.Confirmation is null
            ? null
            : Element.De("div", "govuk-checkboxes govuk-checkboxes--small fa-confirmation").Avec(
                Element.De("div", "govuk-checkboxes__item").Avec(
                    Element.De("input", "govuk-checkboxes__input").Attr("type", "checkbox").Attr("id", $"{o.Id}_compris").Attr("name", TextesLibres.Compris)
                        .Attr("value", o.Confirmation.Valeur).Si("checked", o.Confirmation.Cochee),
                    Element.De("label", "govuk-label govuk-checkboxes__label").Attr("for", $"{o.Id}_compris").Texte(o.Confirmation.Libelle)));

    private static TagBuilder Etiquette(ChampOptions o)
    {
        var label = Element.De("label", "govuk-label").Classe("govuk-label--l", o.EnTitre).Classe("govuk-visually-hidden", o.LibelleCache)
            .Attr("for", o.Id).Texte(o.Libelle);
        return o.EnTitre ? Element.De("h1", "govuk-label-wrapper").Avec(label) : label;
    }

    private static TagBuilder? Indication(ChampOptions o) =>
        o.Indice is null ? null : Element.De("div", "govuk-hint").Attr("id", o.IdIndice).Texte(o.Indice);

    private static TagBuilder? MessageErreur(ChampOptions o) =>
        o.Erreur is null
            ? null
            : Element.De("p", "govuk-error-message").Attr("id", o.IdErreur)
                .Avec(Element.De("span", "govuk-visually-hidden").Texte(Textes.ErreurPrefixe)).Texte(o.Erreur);
}
