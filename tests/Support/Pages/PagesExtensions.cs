using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FaireAvec.Tests.Support.Pages;

/// <summary>Reads the site as a browser without script does.</summary>
public static class PagesExtensions
{
    /// <summary>The page of an answer, whatever its status.</summary>
    public static async Task<IHtmlDocument> LirePageAsync(this HttpResponseMessage reponse)
    {
        Assert.Equal("text/html", reponse.Content.Headers.ContentType?.MediaType);
        return new HtmlParser().ParseDocument(await reponse.Content.ReadAsStringAsync());
    }

    /// <summary>Asks for a page that must be there.</summary>
    public static async Task<IHtmlDocument> LirePageAsync(this HttpClient client, string adresse)
    {
        using var reponse = await client.GetAsync(adresse);
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        return await reponse.LirePageAsync();
    }

    /// <summary>Status and body of an address.</summary>
    public static async Task<(HttpStatusCode Statut, string Corps)> GetStatutAsync(this HttpClient client, string adresse)
    {
        using var reponse = await client.GetAsync(adresse);
        return (reponse.StatusCode, await reponse.Content.ReadAsStringAsync());
    }

    /// <summary>
    /// Sends a form as it stands in the page, token included, with some fields filled differently. The form is the one that holds the button, or the
    /// page's only one with method post.
    /// </summary>
    public static async Task<HttpResponseMessage> EnvoyerAsync(this HttpClient client, string adresse, IHtmlDocument page, params (string Nom, string Valeur)[] valeurs)
    {
        // The form that signs out is on every page of somebody who is signed in: it is sent by its address.
        var formulaire = Assert.Single(page.Forms, f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase) && (f.Closest(".fa-barre-compte") is not null) == (adresse == "/deconnexion"));
        var champs = Champs(formulaire).Where(c => !valeurs.Any(v => v.Nom == c.Nom)).Concat(valeurs).Select(c => KeyValuePair.Create(c.Nom, c.Valeur));
        using var contenu = new FormUrlEncodedContent(champs);
        var action = formulaire.GetAttribute("action");
        return await client.PostAsync(string.IsNullOrEmpty(action) ? adresse : action, contenu);
    }

    /// <summary>What a browser would send of a form nobody touched.</summary>
    private static IEnumerable<(string Nom, string Valeur)> Champs(IHtmlFormElement formulaire)
    {
        foreach (var element in formulaire.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } nom } champ when champ.Type is not ("submit" or "button" or "file" or "image") && (champ.Type is not ("checkbox" or "radio") || champ.IsChecked):
                    yield return (nom, champ.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } nom } texte:
                    yield return (nom, texte.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } nom } liste:
                    yield return (nom, liste.Value ?? "");
                    break;
            }
        }
    }
}
