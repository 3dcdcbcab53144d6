using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>What the tests of the API do over and over.</summary>
internal static class ApiDesActivites
{
    public static async Task<string> JetonAsync(this SiteDesActivites site, params string[] etendues) =>
        await site.Site.JetonAsync(await site.Site.CreerAsync(Portee.Organisation, limite: 10_000, etendues: etendues));

    public static async Task<HttpResponseMessage> DemanderAsync(this SiteDesActivites site, HttpMethod verbe, string adresse, string? jeton, object? corps = null, string? siVersion = null, string? siChange = null)
    {
        using var requete = new HttpRequestMessage(verbe, adresse) { Content = corps is null ? null : JsonContent.Create(corps) };
        requete.Headers.Authorization = jeton is null ? null : new AuthenticationHeaderValue("Bearer", jeton);
        if (siVersion is not null)
        {
            requete.Headers.TryAddWithoutValidation("If-Match", siVersion);
        }

        if (siChange is not null)
        {
            requete.Headers.TryAddWithoutValidation("If-None-Match", siChange);
        }

        return await site.Site.Client.SendAsync(requete);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage reponse)
    {
        var texte = await reponse.Content.ReadAsStringAsync();
        Assert.True(reponse.IsSuccessStatusCode, texte);
        return JsonDocument.Parse(texte).RootElement;
    }

    public static async Task<string> CodeAsync(this HttpResponseMessage reponse) =>
        JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement.GetProperty("erreurs")[0].GetProperty("code").GetString()!;
}
