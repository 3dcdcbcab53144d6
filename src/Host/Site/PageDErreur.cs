using System.Globalization;
using System.Net;
using System.Text;

namespace FaireAvec.Host.Site;

/// <summary>The page shown when something goes wrong. Needs neither Razor nor the database, so that it stands when they don't.</summary>
internal static class PageDErreur
{
    public static Task EcrireAsync(HttpContext contexte, int statut)
    {
        var (titre, detail) = Erreurs.Phrases(statut);
        var html = new StringBuilder();
        html.Append("<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{WebUtility.HtmlEncode(titre)} – FaireAvec</title>")
            .Append("<link rel=\"stylesheet\" href=\"/ui/site.css\"><link rel=\"icon\" href=\"/ui/favicon.svg\" type=\"image/svg+xml\"></head>")
            .Append("<body class=\"fa-page\"><header class=\"fa-entete\"><div class=\"fa-entete__dedans fa-large\"><a class=\"fa-marque\" href=\"/\">FaireAvec</a></div></header>")
            .Append(CultureInfo.InvariantCulture, $"<main class=\"fa-large fa-principal\" id=\"contenu\"><h1>{WebUtility.HtmlEncode(titre)}</h1><p class=\"fa-chapo\">{WebUtility.HtmlEncode(detail)}</p>")
            .Append("<p><a class=\"fa-bouton\" href=\"/\">Chercher un lieu</a></p><p><a href=\"/contact\">Nous écrire</a></p></main></body></html>");
        contexte.Response.ContentType = "text/html; charset=utf-8";
        contexte.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(contexte.Request.Method) ? Task.CompletedTask : contexte.Response.WriteAsync(html.ToString());
    }
}
