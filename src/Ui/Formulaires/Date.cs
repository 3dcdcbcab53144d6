using System.Globalization;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Ui.Formulaires;

/// <summary>Parts of a date that are wrong.</summary>
[Flags]
internal enum PartiesDeDate
{
    Aucune = 0,
    Jour = 1,
    Mois = 2,
    Annee = 4,
    Toutes = Jour | Mois | Annee,
}

/// <summary>A date typed in three fields, as a person types it: "1", "01", "mars", "80" (refused with a sentence).</summary>
/// <param name="Date">The date, or null.</param>
/// <param name="Erreur">What to say, or null when the date is good or nothing was typed.</param>
/// <param name="Fausses">Which fields to mark.</param>
internal sealed record DateSaisie(DateOnly? Date, string? Erreur, PartiesDeDate Fausses)
{
    private static readonly string[][] NomsDesMois =
    [
        ["janvier", "janv", "jan", "january"], ["fevrier", "fevr", "fev", "february", "feb"], ["mars", "mar", "march"], ["avril", "avr", "april", "apr"],
        ["mai", "may"], ["juin", "june", "jun"], ["juillet", "juil", "july", "jul"], ["aout", "august", "aug"],
        ["septembre", "sept", "sep", "september"], ["octobre", "oct", "october"], ["novembre", "nov", "november"], ["decembre", "dec", "december"],
    ];

    public bool Vide => Date is null && Erreur is null;

    /// <summary>Of the date that a refusal gives as an example: most dates are dates of birth.</summary>
    public const int AnneeDExemple = 1980;

    public static DateSaisie Lire(string? jour, string? mois, string? annee, int exemple = AnneeDExemple)
    {
        jour = jour?.Trim() ?? "";
        mois = mois?.Trim() ?? "";
        annee = annee?.Trim() ?? "";
        var manquent = (jour.Length == 0 ? PartiesDeDate.Jour : PartiesDeDate.Aucune) | (mois.Length == 0 ? PartiesDeDate.Mois : PartiesDeDate.Aucune) | (annee.Length == 0 ? PartiesDeDate.Annee : PartiesDeDate.Aucune);
        switch (manquent)
        {
            case PartiesDeDate.Toutes: return new(null, null, PartiesDeDate.Aucune);
            case PartiesDeDate.Jour: return new(null, Textes.DateManqueJour, manquent);
            case PartiesDeDate.Mois: return new(null, Textes.DateManqueMois, manquent);
            case PartiesDeDate.Annee: return new(null, Textes.DateManqueAnnee, manquent);
            case PartiesDeDate.Jour | PartiesDeDate.Mois: return new(null, Textes.DateManqueJourMois, manquent);
            case PartiesDeDate.Jour | PartiesDeDate.Annee: return new(null, Textes.DateManqueJourAnnee, manquent);
            case PartiesDeDate.Mois | PartiesDeDate.Annee: return new(null, Textes.DateManqueMoisAnnee, manquent);
        }

        // "1er" is how the first day is written.
        var j = Nombre(jour.EndsWith("er", StringComparison.OrdinalIgnoreCase) ? jour[..^2] : jour);
        var m = Nombre(mois) ?? Mois(mois);
        var a = Nombre(annee);
        var fausses = (j is >= 1 and <= 31 ? PartiesDeDate.Aucune : PartiesDeDate.Jour) | (m is >= 1 and <= 12 ? PartiesDeDate.Aucune : PartiesDeDate.Mois) | (a is >= 1 and <= 9999 ? PartiesDeDate.Aucune : PartiesDeDate.Annee);
        if (fausses == PartiesDeDate.Aucune && annee.Length != 4)
        {
            return new(null, Textes.DateAnneeQuatreChiffres(exemple), PartiesDeDate.Annee);
        }

        if (fausses == PartiesDeDate.Aucune && j > DateTime.DaysInMonth(a!.Value, m!.Value))
        {
            fausses = PartiesDeDate.Toutes;
        }

        return fausses == PartiesDeDate.Aucune ? new(new DateOnly(a!.Value, m!.Value, j!.Value), null, fausses) : new(null, Textes.DateInexistante(exemple), fausses);
    }

    private static int? Nombre(string texte) =>
        int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) ? nombre : null;

    private static int? Mois(string texte)
    {
        var nom = TexteRecherche.Normaliser(texte).TrimEnd('.');
        var rang = Array.FindIndex(NomsDesMois, noms => noms.Contains(nom));
        return rang < 0 ? null : rang + 1;
    }
}

/// <summary>Reads a <see cref="DateOnly"/> from <c>X.jour</c>, <c>X.mois</c>, <c>X.annee</c>; when none is there, from <c>X</c> as usual (2026-11-21).</summary>
internal sealed class DateEnTroisChampsBinder(IModelBinder simple, bool recente = false) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext contexte)
    {
        var nom = contexte.ModelName;
        var parties = new[] { "jour", "mois", "annee" }.Select(partie =>
        {
            var cle = $"{nom}.{partie}";
            var valeur = contexte.ValueProvider.GetValue(cle);
            if (valeur != ValueProviderResult.None)
            {
                contexte.ModelState.SetModelValue(cle, valeur);

                // Nothing validates the parts by themselves; left "unvalidated", they would make the whole model state invalid.
                contexte.ModelState.MarkFieldValid(cle);
            }

            return valeur;
        }).ToArray();
        if (parties.All(p => p == ValueProviderResult.None))
        {
            return simple.BindModelAsync(contexte);
        }

        var saisie = DateSaisie.Lire(parties[0].FirstValue, parties[1].FirstValue, parties[2].FirstValue, recente ? contexte.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().Year : DateSaisie.AnneeDExemple);
        if (saisie.Date is { } date)
        {
            contexte.Result = ModelBindingResult.Success(date);
        }
        else if (saisie.Erreur is { } erreur)
        {
            contexte.ModelState.TryAddModelError(nom, erreur);
            contexte.Result = ModelBindingResult.Failed();
        }
        else if (contexte.ModelMetadata.IsReferenceOrNullableType)
        {
            contexte.Result = ModelBindingResult.Success(null);
        }
        else
        {
            contexte.ModelState.TryAddModelError(nom, Textes.DateManque);
            contexte.Result = ModelBindingResult.Failed();
        }

        return Task.CompletedTask;
    }
}

internal sealed class DateEnTroisChampsBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly)
            ? new DateEnTroisChampsBinder(new SimpleTypeModelBinder(context.Metadata.ModelType, context.Services.GetRequiredService<ILoggerFactory>()), (context.Metadata as DefaultModelMetadata)?.Attributes.PropertyAttributes?.OfType<DateRecenteAttribute>().Any() == true)
            : null;
}

internal sealed record DateOptions
{
    public required ChampOptions Champ { get; init; }

    public string? Jour { get; init; }

    public string? Mois { get; init; }

    public string? Annee { get; init; }

    public PartiesDeDate Fausses { get; init; }

    /// <summary>bday, for the person's own date of birth.</summary>
    public string? Autocomplete { get; init; }
}

internal static partial class GenerateurDeChamps
{
    public static IHtmlContent Date(DateOptions o) =>
        GroupeDeChamps(
            o.Champ,
            "group",
            Element.De("div", "govuk-date-input").Attr("id", o.Champ.Id).Attrs(o.Champ.Attributs).Avec(
                Partie(o, "jour", Textes.Jour, o.Jour, PartiesDeDate.Jour, 2, "bday-day"),
                Partie(o, "mois", Textes.Mois, o.Mois, PartiesDeDate.Mois, 3, "bday-month"),
                Partie(o, "annee", Textes.Annee, o.Annee, PartiesDeDate.Annee, 4, "bday-year")));

    private static TagBuilder Partie(DateOptions o, string nom, string libelle, string? valeur, PartiesDeDate partie, int largeur, string autocomplete)
    {
        var id = $"{o.Champ.Id}_{nom}";
        return Element.De("div", "govuk-date-input__item").Avec(
            Element.De("div", "govuk-form-group").Avec(
                Element.De("label", "govuk-label govuk-date-input__label").Attr("for", id).Texte(libelle),
                Element.De("input", "govuk-input govuk-date-input__input").Classe("govuk-input--error", o.Fausses.HasFlag(partie))
                    .Classe($"govuk-input--width-{largeur}")
                    .Attr("id", id).Attr("name", $"{o.Champ.Nom}.{nom}").Attr("type", "text")
                    .Attr("inputmode", partie == PartiesDeDate.Mois ? null : "numeric").Attr("value", valeur)
                    .Attr("autocomplete", o.Autocomplete == "bday" ? autocomplete : null).Si("disabled", o.Champ.Desactive)));
    }
}

/// <summary><c>&lt;fa-date pour="Naissance" /&gt;</c>: a known date in three fields, for a DateOnly of the model. The month may be typed as a word.</summary>
[HtmlTargetElement("fa-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper : ChampTagHelper
{
    /// <summary>"bday" for the person's own date of birth.</summary>
    public string? Autocomplete { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var champ = Champ(context, output);
        var modele = Pour?.Model as DateOnly?;
        if (modele is null && Valeur is not null)
        {
            modele = DateOnly.ParseExact(Valeur, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var tape = ViewContext.ModelState.ContainsKey($"{champ.Nom}.jour") || ViewContext.ModelState.ContainsKey($"{champ.Nom}.annee");
        var jour = tape ? Saisi($"{champ.Nom}.jour") : modele?.Day.ToString(CultureInfo.InvariantCulture);
        var mois = tape ? Saisi($"{champ.Nom}.mois") : modele?.Month.ToString(CultureInfo.InvariantCulture);
        var annee = tape ? Saisi($"{champ.Nom}.annee") : modele?.Year.ToString("0000", CultureInfo.InvariantCulture);
        var fausses = DateSaisie.Lire(jour, mois, annee).Fausses;
        Rendre(output, GenerateurDeChamps.Date(new DateOptions
        {
            Champ = champ with { Indice = champ.Indice ?? Textes.DateIndice },
            Jour = jour,
            Mois = mois,
            Annee = annee,
            // An error that isn't in one field ("must be in the past") is in all three.
            Fausses = champ.Erreur is null ? PartiesDeDate.Aucune : fausses == PartiesDeDate.Aucune ? PartiesDeDate.Toutes : fausses,
            Autocomplete = Autocomplete,
        }));
    }
}
