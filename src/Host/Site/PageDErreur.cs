using System.Globalization;
using System.Net;
using System.Text;
using FaireAvec.Host.Areas.Site;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Localization;

namespace FaireAvec.Host.Site;

/// <summary>
/// The page shown when something goes wrong, with the header, the footer and the classes of the layout. Needs neither Razor nor the database, so that
/// it stands when they don't. In French, or in English for who chose it: the cookie is read here, since the page may be written before languages are.
/// </summary>
internal static class PageDErreur
{
    private const string Assets = "/ui/";

    private const string Marque = """
        <a class="fa-marque" href="/" aria-label="FaireAvec"><svg width="44" height="32" viewBox="0 0 44 32" aria-hidden="true" focusable="false"><path class="fa-marque__commun" d="M22 3.4a14 14 0 0 1 0 25.2a14 14 0 0 1 0-25.2z"></path><circle class="fa-marque__gauche" cx="16" cy="16" r="14" fill="none" stroke-width="3.5"></circle><circle class="fa-marque__droite" cx="28" cy="16" r="14" fill="none" stroke-width="3.5"></circle></svg><span>FaireAvec</span></a>
        """;

    public static Task EcrireAsync(HttpContext contexte, int statut)
    {
        contexte.Response.ContentType = "text/html; charset=utf-8";
        contexte.Response.Headers.CacheControl = "no-store";
        contexte.Response.Headers.ContentLanguage = EnAnglais(contexte.Request) ? "en" : "fr";
        if (statut == StatusCodes.Status503ServiceUnavailable && contexte.Response.Headers.RetryAfter.Count == 0)
        {
            contexte.Response.Headers.RetryAfter = "10";
        }

        return HttpMethods.IsHead(contexte.Request.Method) ? Task.CompletedTask : contexte.Response.WriteAsync(Html(statut, Attente(contexte.Response), contexte.Request));
    }

    internal static string Html(int statut, int? attente, HttpRequest requete)
    {
        var anglais = EnAnglais(requete);
        string L(string francais, string anglaise) => anglais ? anglaise : francais;
        var refuse = FormulaireRefuse.De(requete.HttpContext);
        var (titre, detail) = Phrases(statut, refuse, requete.HttpContext, anglais);
        // At start or without its database, no page of the site answers: only this one, again, is worth a link.
        var enPanne = statut == StatusCodes.Status503ServiceUnavailable;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{L("fr", "en")}\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Encoder(titre)} – FaireAvec</title>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n")
            .Append(CultureInfo.InvariantCulture, $"<script src=\"{Assets}theme-tot.js\"></script>\n<link rel=\"stylesheet\" href=\"{Assets}site.css\">\n")
            .Append(CultureInfo.InvariantCulture, $"<link rel=\"icon\" href=\"{Assets}favicon.svg\" type=\"image/svg+xml\">\n");
        html.Append(CultureInfo.InvariantCulture, $"</head>\n<body>\n<a class=\"fa-evitement\" href=\"#contenu\">{L("Aller au contenu", "Skip to content")}</a>\n<header class=\"fa-entete\"><div class=\"fa-large\">").Append(Marque);
        if (!enPanne)
        {
            html.Append(CultureInfo.InvariantCulture, $"<nav class=\"fa-navigation\" aria-label=\"{L("Menu principal", "Main menu")}\"><ul><li><a href=\"/\">{L("Trouver de l’aide", "Find help")}</a></li>")
                .Append(CultureInfo.InvariantCulture, $"<li><a href=\"{PagesDuSite.SEntrainer.Adresse}\">{L("S’entraîner", "Practise")}</a></li><li><a href=\"{PagesDuSite.Comprendre.Adresse}\">{L("Comprendre", "Understand")}</a></li></ul></nav>");
        }

        html.Append("</div></header>\n<main id=\"contenu\" tabindex=\"-1\"><div class=\"fa-large fa-contenu\">\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"fa-doux\">{L("Erreur", "Error")} {statut}</p>\n<h1>{Encoder(titre)}</h1>\n<p class=\"fa-chapo\">{Encoder(detail)}</p>\n")
            .Append(enPanne ? Reessayer(attente, requete, L) : refuse is not null ? Reprendre(refuse, requete, L) : Sorties(statut, attente, requete, L))
            .Append("</div></main>\n<footer class=\"fa-pied\"><div class=\"fa-large\">");
        if (!enPanne)
        {
            html.Append(CultureInfo.InvariantCulture, $"<nav aria-label=\"{L("Pied de page", "Footer")}\"><ul>")
                .Append(CultureInfo.InvariantCulture, $"<li><a href=\"{PagesDuSite.Contact.Adresse}\">Contact</a></li><li><a href=\"{PagesDuSite.FacileALire.Adresse}\">{L("Facile à lire", "Easy to read")}</a></li>")
                .Append(CultureInfo.InvariantCulture, $"<li><a href=\"{PagesDuSite.PlanDuSite.Adresse}\">{L("Plan du site", "Site map")}</a></li></ul></nav>");
        }

        return html.Append(CultureInfo.InvariantCulture, $"<p>{L("Service libre et ouvert de l’inclusion numérique", "A free and open service for digital inclusion")}</p></div></footer>\n</body>\n</html>\n").ToString();
    }

    private static string Sorties(int statut, int? attente, HttpRequest requete, Func<string, string, string> l)
    {
        var html = new StringBuilder();
        if (attente is { } secondes)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{l("Attendez", "Wait")} {Duree(secondes, l)}.</p>\n");
        }

        // The same page again only where trying again may help, and changes nothing.
        if (statut is StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError && HttpMethods.IsGet(requete.Method))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Ici(requete)}\">{l("Réessayer cette page", "Try this page again")}</a></p>\n");
        }

        return html.Append(CultureInfo.InvariantCulture, $"<div class=\"fa-actions\"><a class=\"fa-bouton\" href=\"/\">{l("Chercher un lieu", "Look for a place")}</a>")
            .Append(CultureInfo.InvariantCulture, $"<a class=\"fa-bouton fa-bouton--second\" href=\"{PagesDuSite.Contact.Adresse}\">{l("Nous contacter", "Contact us")}</a></div>\n").ToString();
    }

    private static (string Titre, string Detail) Phrases(int statut, FormulaireRefuse? refuse, HttpContext contexte, bool anglais)
    {
        string L(string francais, string anglaise) => anglais ? anglaise : francais;
        if (refuse is not null)
        {
            return Erreurs.Phrases(refuse.Raison, anglais);
        }

        if (contexte.Items[FiletDesTextes.Phrase] is string refus)
        {
            return (L("Un secret ne se garde pas ici", "A secret is not kept here"),
                $"{refus} {L("Rien n’est enregistré. Revenez en arrière\u00a0: votre saisie y est encore.", "Nothing is saved. Go back: what you typed is still there.")}");
        }

        var (titre, detail) = anglais ? Erreurs.PhrasesEnAnglais(statut) : Erreurs.Phrases(statut);
        if (statut == StatusCodes.Status413PayloadTooLarge)
        {
            var limite = contexte.Items[TailleDesEnvois.Limite] is long octets
                ? string.Create(CultureInfo.InvariantCulture, $" {L("Le plus, ici\u00a0:", "The most, here:")} {Math.Max(1, octets / (1024 * 1024))}\u00a0{L("Mo", "MB")}.")
                : "";
            detail = $"{detail}{limite} {L("Revenez en arrière\u00a0: le reste de votre saisie y est encore. Choisissez un fichier plus petit.", "Go back: the rest of what you typed is still there. Choose a smaller file.")}";
        }

        return (titre, detail);
    }

    // The words come back in fields that can be copied from, never sent: what is sent again is looked at again first.
    private static string Reprendre(FormulaireRefuse refuse, HttpRequest requete, Func<string, string, string> l)
    {
        var html = new StringBuilder();
        if (refuse.Ecrits.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{l("Ce que vous avez écrit", "What you wrote")}</h2>\n<p>{l("Copiez votre texte pour ne pas le perdre. Vous le collerez dans le formulaire.", "Copy your text so as not to lose it. Then paste it in the form.")}</p>\n");
            foreach (var (ecrit, rang) in refuse.Ecrits.Select((e, i) => (e, i + 1)))
            {
                // A line feed right after the tag is left out by browsers: one of our own keeps the one of the text.
                html.Append(CultureInfo.InvariantCulture, $"<p><textarea class=\"govuk-textarea\" rows=\"6\" readonly aria-label=\"{l("Texte", "Text")} {rang}\">\n{Encoder(ecrit)}</textarea></p>\n");
            }
        }

        // Without what names the act of a button: the page is looked at again. Beside this one when it holds words that aren't copied yet.
        var page = requete.PathBase + requete.Path;
        var (adresse, geste) = refuse.Raison == RefusDeFormulaire.SessionFinie
            ? ($"/connexion?retour={Uri.EscapeDataString(page)}", l("Me connecter", "Sign in"))
            : (page.ToUriComponent(), l("Ouvrir de nouveau la page", "Open the page again"));
        var (cote, dit) = refuse.Ecrits.Count > 0 ? (" target=\"_blank\" rel=\"noopener\"", l(" (nouvel onglet)", " (new tab)")) : ("", "");
        return html.Append(CultureInfo.InvariantCulture, $"<div class=\"fa-actions\"><a class=\"fa-bouton\" href=\"{Encoder(adresse)}\"{cote}>{geste}{dit}</a>")
            .Append(CultureInfo.InvariantCulture, $"<a class=\"fa-bouton fa-bouton--second\" href=\"{PagesDuSite.Contact.Adresse}\">{l("Nous contacter", "Contact us")}</a></div>\n").ToString();
    }

    private static string Reessayer(int? attente, HttpRequest requete, Func<string, string, string> l)
    {
        // Never by itself: a page that reloads alone loses the place of somebody who reads slowly or listens to it (WCAG 2.2.1).
        var suite = attente is { } secondes ? $"<p>{l("Réessayez dans", "Try again in")} {Duree(secondes, l)}.</p>\n" : "";
        var adresse = HttpMethods.IsGet(requete.Method) ? Ici(requete) : "/";
        return $"{suite}<p>{l("Vous êtes pressé\u202f? La mairie ou la bibliothèque de votre commune peut vous dire où trouver de l’aide.", "In a hurry? Your town hall or library can tell you where to find help.")}</p>\n<div class=\"fa-actions\"><a class=\"fa-bouton\" href=\"{adresse}\">{l("Réessayer", "Try again")}</a></div>\n";
    }

    private static string Duree(int secondes, Func<string, string, string> l) => secondes switch
    {
        <= 1 => l("1\u00a0seconde", "1\u00a0second"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{secondes}\u00a0{l("secondes", "seconds")}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(secondes + 59) / 60}\u00a0minutes"),
    };

    private static bool EnAnglais(HttpRequest requete) =>
        CookieRequestCultureProvider.ParseCookieValue(requete.Cookies[Langue.Cookie] ?? "")?.UICultures is [{ Value: "en" }, ..];

    private static int? Attente(HttpResponse reponse) =>
        int.TryParse(reponse.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var secondes) ? secondes : null;

    // Only the path and the query, as the address bar shows them: never another site.
    private static string Ici(HttpRequest requete) =>
        Encoder($"/{(requete.PathBase.ToUriComponent() + requete.Path.ToUriComponent()).TrimStart('/')}{requete.QueryString.ToUriComponent()}");

    private static string Encoder(string texte) => WebUtility.HtmlEncode(texte);
}
