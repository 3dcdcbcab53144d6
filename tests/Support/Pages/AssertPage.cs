using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FaireAvec.Tests.Support.Pages;

/// <summary>House assertions: what a page is, in the words of a person who looks at it.</summary>
public static class AssertPage
{
    /// <summary>The status, with the body in the message when it is another one.</summary>
    public static async Task StatutAsync(HttpStatusCode attendu, HttpResponseMessage reponse)
    {
        if (reponse.StatusCode != attendu)
        {
            var corps = await reponse.Content.ReadAsStringAsync();
            Assert.Fail($"{reponse.RequestMessage?.Method} {reponse.RequestMessage?.RequestUri?.PathAndQuery}: expected {(int)attendu}, was {(int)reponse.StatusCode}.\n{corps[..Math.Min(corps.Length, 2000)]}");
        }
    }

    /// <summary>The title, without the name of the site.</summary>
    public static void Titre(IHtmlDocument page, string attendu) => Assert.Equal($"{attendu} – FaireAvec", page.Title);

    /// <summary>The only h1.</summary>
    public static void H1(IHtmlDocument page, string attendu) => Assert.Equal(attendu, Texte(Assert.Single(page.QuerySelectorAll("h1"))));

    /// <summary>The error summary says these sentences, in this order; each leads to a field of the page, and the title is warned.</summary>
    public static void Erreurs(IHtmlDocument page, params string[] phrases)
    {
        Assert.Equal(phrases, page.QuerySelectorAll(".govuk-error-summary__list li").Select(Texte));
        Assert.StartsWith("Erreur : ", page.Title?.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".govuk-error-summary__list a"), a =>
            Assert.True(page.GetElementById(a.GetAttribute("href")!.TrimStart('#')) is not null, $"{a.GetAttribute("href")} leads to nothing."));
    }

    /// <summary>No error summary, no field in error, no warning in the title.</summary>
    public static void SansErreur(IHtmlDocument page)
    {
        Assert.Empty(page.QuerySelectorAll(".govuk-error-summary, .govuk-form-group--error"));
        Assert.False(page.Title?.StartsWith("Erreur", StringComparison.Ordinal), page.Title);
    }

    /// <summary>The breadcrumb, from the home page to this one.</summary>
    public static void Fil(IHtmlDocument page, params string[] etapes) => Assert.Equal(etapes, page.QuerySelectorAll(".fa-fil li").Select(Texte));

    /// <summary>The page says this sentence somewhere.</summary>
    public static void Dit(IHtmlDocument page, string phrase) => Assert.Contains(phrase, Texte(page.QuerySelector("main") ?? page.Body!), StringComparison.Ordinal);

    /// <summary>A friendly error page, with a way back.</summary>
    public static async Task ErreurAsync(HttpStatusCode statut, string titre, HttpResponseMessage reponse)
    {
        await StatutAsync(statut, reponse);
        var page = await reponse.LirePageAsync();
        Titre(page, titre);
        H1(page, titre);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector("a[href='/']"));
    }

    /// <summary>Problem details (RFC 9457) in French.</summary>
    public static async Task<JsonElement> ProblemeAsync(HttpStatusCode statut, HttpResponseMessage reponse)
    {
        await StatutAsync(statut, reponse);
        Assert.Equal("application/problem+json", reponse.Content.Headers.ContentType?.MediaType);
        var probleme = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((int)statut, probleme.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(probleme.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(probleme.GetProperty("detail").GetString()));
        Assert.Equal(["fr"], reponse.Content.Headers.ContentLanguage);
        Assert.NotEmpty(probleme.GetProperty("erreurs").EnumerateArray());
        Assert.All(probleme.GetProperty("erreurs").EnumerateArray(), e => Assert.Equal(["code", "champ", "message", "valeurs_acceptees"], e.EnumerateObject().Select(p => p.Name)));
        return probleme;
    }

    /// <summary>The words of an element, spaces brought to one.</summary>
    public static string Texte(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
