using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Html;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FaireAvec.Ui.Formulaires;

/// <summary>One line of the error summary. Without <see cref="Id"/> it is a sentence, not a link.</summary>
internal sealed record LigneErreur(string Message, string? Id);

/// <summary>
/// What fields leave for the summary while the page is rendered: their order and their ids. The layout renders after the page, so the summary it puts
/// at the top knows them all; <c>&lt;fa-erreurs&gt;</c> put before the fields falls back on the usual ids.
/// </summary>
internal static class ErreursDeLaPage
{
    private static readonly object Cle = new();

    public static void Enregistrer(HttpContext http, string nom, string id, string? libelle = null)
    {
        var champs = Champs(http);
        if (!champs.Any(c => c.Nom == nom))
        {
            champs.Add((nom, id, libelle));
        }
    }

    /// <summary>First error of a field, in words for the person.</summary>
    public static string? Message(ModelStateDictionary etat, string nom) =>
        etat.TryGetValue(nom, out var entree) && entree.Errors.Count > 0 ? Message(entree.Errors[0]) : null;

    /// <summary>One line per sentence, in the order of the page.</summary>
    public static IReadOnlyList<LigneErreur> Lignes(ViewContext vue)
    {
        var champs = Champs(vue.HttpContext);
        int Rang(string nom)
        {
            var rang = champs.FindIndex(c => c.Nom == nom);
            return rang < 0 ? int.MaxValue : rang;
        }

        var lignes = vue.ModelState
            .Where(e => e.Value is { Errors.Count: > 0 })
            .OrderBy(e => Rang(e.Key))
            // One error by field; all those of the page as a whole.
            .SelectMany(e => e.Value!.Errors.Take(e.Key.Length == 0 ? int.MaxValue : 1).Select(erreur => (e.Key, Ligne: new LigneErreur(
                Message(erreur),
                e.Key.Length == 0 ? null : champs.Find(c => c.Nom == e.Key).Id ?? TagBuilder.CreateSanitizedId(e.Key, "_")))))
            .DistinctBy(l => l.Ligne)
            .ToList();
        // The same sentence of several fields says of which: read again and again, it would say nothing more. What the page says as a whole isn't said again.
        var repetees = lignes.GroupBy(l => l.Ligne.Message, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).ToDictionary(g => g.Key, g => g.Count(l => l.Ligne.Id is not null), StringComparer.Ordinal);
        return
        [
            .. lignes.Where(l => l.Ligne.Id is not null || repetees.GetValueOrDefault(l.Ligne.Message) == 0)
                .Select(l => repetees.GetValueOrDefault(l.Ligne.Message) > 1 && champs.Find(c => c.Nom == l.Key).Libelle?.TrimEnd('?', ':', ' ', '\u00a0', '\u202f') is { Length: > 0 } libelle
                    ? l.Ligne with { Message = Textes.ErreurDuChamp(libelle, l.Ligne.Message) }
                    : l.Ligne)
                .DistinctBy(l => l.Message),
        ];
    }

    public static bool DejaMontrees(HttpContext http) => http.Items.ContainsKey(typeof(ErreursTagHelper));

    public static void Montrees(HttpContext http) => http.Items[typeof(ErreursTagHelper)] = true;

    private static string Message(ModelError erreur) => string.IsNullOrEmpty(erreur.ErrorMessage) ? Textes.ErreurGenerique : erreur.ErrorMessage;

    private static List<(string Nom, string Id, string? Libelle)> Champs(HttpContext http)
    {
        if (http.Items[Cle] is not List<(string Nom, string Id, string? Libelle)> champs)
        {
            http.Items[Cle] = champs = [];
        }

        return champs;
    }
}

internal static partial class GenerateurDeChamps
{
    public static IHtmlContent Erreurs(string titre, IReadOnlyList<LigneErreur> lignes) =>
        Element.De("div", "govuk-error-summary").Attr("data-erreurs", "").Avec(
            Element.De("div").Attr("role", "alert").Avec(
                Element.De("h2", "govuk-error-summary__title").Texte(titre),
                Element.De("div", "govuk-error-summary__body").Avec(
                    Element.De("ul", "govuk-list govuk-error-summary__list").Avec(lignes.Select(l =>
                        l.Id is null
                            ? Element.De("li").Texte(l.Message)
                            : Element.De("li").Avec(Element.De("a").Attr("href", $"#{l.Id}").Texte(l.Message)))))));
}

/// <summary>
/// <c>&lt;fa-erreurs /&gt;</c>: the error summary, where the page wants it. A page that writes none gets it at the top of its content from the layout,
/// and « Erreur : » before its title in both cases.
/// </summary>
[HtmlTargetElement("fa-erreurs", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErreursTagHelper : FaTagHelper
{
    /// <summary>Title. Default: « Il y a un problème ».</summary>
    public string? Titre { get; set; }

    /// <summary>Used by the layout: nothing when the page has already shown the summary.</summary>
    public bool SiAbsentes { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        var lignes = SiAbsentes && ErreursDeLaPage.DejaMontrees(http) ? [] : ErreursDeLaPage.Lignes(ViewContext);
        if (lignes.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        ErreursDeLaPage.Montrees(http);
        Rendre(output, GenerateurDeChamps.Erreurs(Titre ?? Textes.ErreursTitre, lignes));
    }
}
