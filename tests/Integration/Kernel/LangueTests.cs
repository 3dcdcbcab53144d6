using System.Net;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>« /langue »: the choice is kept, and never leads out of the site.</summary>
public sealed class LangueTests(SiteDEssai site) : IClassFixture<SiteDEssai>
{
    [Fact]
    public async Task Le_choix_est_garde_puis_change()
    {
        using var client = site.NouveauClient();
        Assert.Equal("fr", (await client.LirePageAsync("/ui")).DocumentElement.GetAttribute("lang"));

        using var reponse = await client.GetAsync("/langue?vers=en&retour=/ui");
        Assert.Equal((HttpStatusCode.Found, "/ui"), (reponse.StatusCode, reponse.Headers.Location?.OriginalString));
        var temoin = Assert.Single(reponse.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("fa-langue=", temoin, StringComparison.Ordinal);
        Assert.Contains("max-age=31536000", temoin, StringComparison.Ordinal);
        Assert.Contains("httponly", temoin, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", temoin, StringComparison.Ordinal);
        Assert.Equal("en", (await client.LirePageAsync("/ui")).DocumentElement.GetAttribute("lang"));

        using var retour = await client.GetAsync("/langue?vers=fr&retour=/ui");
        Assert.Equal("fr", (await client.LirePageAsync("/ui")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Les_phrases_faciles_sont_gardees_et_la_page_reste_en_francais()
    {
        using var client = site.NouveauClient();
        var courante = await client.LirePageAsync("/vie-privee");
        using var reponse = await client.GetAsync("/langue?vers=fr-simple&retour=/vie-privee");
        var facile = await client.LirePageAsync("/vie-privee");

        Assert.Equal("fr", facile.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual(courante.QuerySelector(".fa-chapo")!.TextContent, facile.QuerySelector(".fa-chapo")!.TextContent);
        Assert.Equal("/langue?vers=fr&retour=%2Fvie-privee", facile.QuerySelector("main a[rel=nofollow]")!.GetAttribute("href"));
        Assert.Equal("Faciles à lire", facile.QuerySelector(".fa-theme__choix [aria-current=true]")!.TextContent.Trim());
        // A page without easy contents, and its words without easy writing, stay in usual French.
        Assert.NotEmpty((await client.LirePageAsync("/contact")).QuerySelectorAll("main h1"));
    }

    [Fact]
    public async Task Une_langue_inconnue_ne_change_rien()
    {
        using var client = site.NouveauClient();
        using var reponse = await client.GetAsync("/langue?vers=xx&retour=/ui");
        Assert.Equal(HttpStatusCode.Found, reponse.StatusCode);
        Assert.False(reponse.Headers.Contains("Set-Cookie"));
        Assert.Equal("fr", (await client.LirePageAsync("/ui")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Sans_choix_le_site_est_en_francais_quel_que_soit_le_navigateur()
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, "/ui");
        requete.Headers.Add("Accept-Language", "en");
        using var reponse = await site.NouveauClient().SendAsync(requete);
        Assert.Equal(["fr"], reponse.Content.Headers.ContentLanguage);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    [InlineData("\\\\ailleurs.example")]
    [InlineData("/\t/ailleurs.example")]
    [InlineData("/\n/ailleurs.example")]
    [InlineData("\t//ailleurs.example")]
    [InlineData(" //ailleurs.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ailleurs.example")]
    [InlineData("~/ui")]
    [InlineData("/ui\r\nSet-Cookie: a=b")]
    [InlineData("")]
    public async Task Une_sortie_du_site_mene_a_l_accueil(string retour)
    {
        using var reponse = await site.NouveauClient().GetAsync($"/langue?vers=en&retour={Uri.EscapeDataString(retour)}");
        Assert.Equal((HttpStatusCode.Found, "/"), (reponse.StatusCode, reponse.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/ui?q=a&b=c", "/ui?q=a&b=c")]
    [InlineData("/ui?q=L'Ha%C3%BF", "/ui?q=L'Ha%C3%BF")]
    [InlineData("/ui?q=L'Haÿ", "/ui?q=L'Ha%C3%BF")]
    [InlineData("/ui?q=日本&e=😀", "/ui?q=%E6%97%A5%E6%9C%AC&e=%F0%9F%98%80")]
    public async Task Une_adresse_du_site_est_rendue_telle_quelle(string retour, string attendu)
    {
        using var reponse = await site.NouveauClient().GetAsync($"/langue?vers=en&retour={Uri.EscapeDataString(retour)}");
        Assert.Equal((HttpStatusCode.Found, attendu), (reponse.StatusCode, reponse.Headers.Location?.OriginalString));
    }
}
