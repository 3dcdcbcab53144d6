using System.Globalization;
using System.Net;
using System.Text;
using FaireAvec.Host.Areas.Site;

namespace FaireAvec.Host.Site;

/// <summary>
/// The page shown when something goes wrong, with the header, the footer and the classes of the layout. Needs neither Razor nor the database, so that
/// it stands when they don't. French only: the language of the person may not be known yet.
/// </summary>
internal static class PageDErreur
{
    private const string Assets = "/ui/";

    private const string Marque = """
        <a class="fa-marque" href="/" aria-label="FaireAvec, accueil"><svg width="44" height="32" viewBox="0 0 44 32" aria-hidden="true" focusable="false"><path class="fa-marque__commun" d="M22 3.4a14 14 0 0 1 0 25.2a14 14 0 0 1 0-25.2z"></path><circle class="fa-marque__gauche" cx="16" cy="16" r="14" fill="none" stroke-width="3.5"></circle><circle class="fa-marque__droite" cx="28" cy="16" r="14" fill="none" stroke-width="3.5"></circle></svg><span>FaireAvec</span></a>
        """;

    public static Task EcrireAsync(HttpContext contexte, int statut)
    {
        contexte.Response.ContentType = "text/html; charset=utf-8";
        contexte.Response.Headers.CacheControl = "no-store";
        contexte.Response.Headers.ContentLanguage = "fr";
        if (statut == StatusCodes.Status503ServiceUnavailable && contexte.Response.Headers.RetryAfter.Count == 0)
        {
            contexte.Response.Headers.RetryAfter = "10";
        }

        return HttpMethods.IsHead(contexte.Request.Method) ? Task.CompletedTask : contexte.Response.WriteAsync(Html(statut, Attente(contexte.Response), contexte.Request));
    }

    internal static string Html(int statut, int? attente, HttpRequest requete)
    {
        var (titre, detail) = Erreurs.Phrases(statut);
        // At start or without its database, no page of the site answers: only this one, again, is worth a link.
        var enPanne = statut == StatusCodes.Status503ServiceUnavailable;
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Encoder(titre)} – FaireAvec</title>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n")
            .Append(CultureInfo.InvariantCulture, $"<script src=\"{Assets}theme-tot.js\"></script>\n<link rel=\"stylesheet\" href=\"{Assets}site.css\">\n")
            .Append(CultureInfo.InvariantCulture, $"<link rel=\"icon\" href=\"{Assets}favicon.svg\" type=\"image/svg+xml\">\n");
        html.Append("</head>\n<body>\n<a class=\"fa-evitement\" href=\"#contenu\">Aller au contenu</a>\n<header class=\"fa-entete\"><div class=\"fa-large\">").Append(Marque);
        if (!enPanne)
        {
            html.Append("<nav class=\"fa-navigation\" aria-label=\"Menu principal\"><ul><li><a href=\"/\">Trouver de l’aide</a></li>")
                .Append(CultureInfo.InvariantCulture, $"<li><a href=\"{PagesDuSite.SEntrainer.Adresse}\">S’entraîner</a></li><li><a href=\"{PagesDuSite.Comprendre.Adresse}\">Comprendre</a></li></ul></nav>");
        }

        html.Append("</div></header>\n<main id=\"contenu\" tabindex=\"-1\"><div class=\"fa-large fa-contenu\">\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"fa-doux\">Erreur {statut}</p>\n<h1>{Encoder(titre)}</h1>\n<p class=\"fa-chapo\">{Encoder(detail)}</p>\n")
            .Append(enPanne ? Reessayer(attente, requete) : Sorties(statut, attente, requete))
            .Append("</div></main>\n<footer class=\"fa-pied\"><div class=\"fa-large\">");
        if (!enPanne)
        {
            html.Append("<nav aria-label=\"Pied de page\"><ul>")
                .Append(CultureInfo.InvariantCulture, $"<li><a href=\"{PagesDuSite.Contact.Adresse}\">Contact</a></li><li><a href=\"{PagesDuSite.FacileALire.Adresse}\">Facile à lire</a></li>")
                .Append(CultureInfo.InvariantCulture, $"<li><a href=\"{PagesDuSite.PlanDuSite.Adresse}\">Plan du site</a></li></ul></nav>");
        }

        return html.Append("<p>Service libre et ouvert de l’inclusion numérique</p></div></footer>\n</body>\n</html>\n").ToString();
    }

    private static string Sorties(int statut, int? attente, HttpRequest requete)
    {
        var html = new StringBuilder();
        if (attente is { } secondes)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>Attendez {Duree(secondes)}.</p>\n");
        }

        // The same page again only where trying again may help, and changes nothing.
        if (statut is StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError && HttpMethods.IsGet(requete.Method))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Ici(requete)}\">Réessayer cette page</a></p>\n");
        }

        return html.Append("<div class=\"fa-actions\"><a class=\"fa-bouton\" href=\"/\">Chercher un lieu</a>")
            .Append(CultureInfo.InvariantCulture, $"<a class=\"fa-bouton fa-bouton--second\" href=\"{PagesDuSite.Contact.Adresse}\">Nous contacter</a></div>\n").ToString();
    }

    private static string Reessayer(int? attente, HttpRequest requete)
    {
        // Never by itself: a page that reloads alone loses the place of somebody who reads slowly or listens to it (WCAG 2.2.1).
        var suite = attente is { } secondes ? $"<p>Réessayez dans {Duree(secondes)}.</p>\n" : "";
        var adresse = HttpMethods.IsGet(requete.Method) ? Ici(requete) : "/";
        return $"{suite}<p>Vous êtes pressé\u202f? La mairie ou la bibliothèque de votre commune peut vous dire où trouver de l’aide.</p>\n<div class=\"fa-actions\"><a class=\"fa-bouton\" href=\"{adresse}\">Réessayer</a></div>\n";
    }

    private static string Duree(int secondes) => secondes switch
    {
        <= 1 => "1\u00a0seconde",
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{secondes}\u00a0secondes"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(secondes + 59) / 60}\u00a0minutes"),
    };

    private static int? Attente(HttpResponse reponse) =>
        int.TryParse(reponse.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var secondes) ? secondes : null;

    // Only the path and the query, as the address bar shows them: never another site.
    private static string Ici(HttpRequest requete) =>
        Encoder($"/{(requete.PathBase.ToUriComponent() + requete.Path.ToUriComponent()).TrimStart('/')}{requete.QueryString.ToUriComponent()}");

    private static string Encoder(string texte) => WebUtility.HtmlEncode(texte);
}
