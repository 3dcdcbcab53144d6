using System.Net;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>Strict headers everywhere, limits, language.</summary>
public sealed class EnTetesTests(SiteDEssai site) : IClassFixture<SiteDEssai>
{
    /// <summary>The addresses of the rights matrix, and those that go wrong.</summary>
    public static TheoryData<string> Adresses() =>
    [
        .. File.ReadLines(Depot.Chemin("tests", "Architecture", "droits.csv")).Skip(1).Select(l => l.Split(';')).Where(c => c[1] == "GET").Select(c => c[3]).Distinct(StringComparer.Ordinal),
        "/essai/panne", "/essai/mauvais", "/essai/sans-droit", "/api/v1/essai/panne", "/nulle-part",
    ];

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task Chaque_reponse_porte_les_en_tetes_de_securite(string adresse)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        string Un(string nom) => Assert.Single(reponse.Headers.TryGetValues(nom, out var v) || reponse.Content.Headers.TryGetValues(nom, out v) ? v : []);

        var csp = Un("Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'", csp, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", csp, StringComparison.Ordinal);
        Assert.DoesNotContain("*", csp, StringComparison.Ordinal);
        Assert.EndsWith("form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri /rapports/csp; report-to csp", csp, StringComparison.Ordinal);
        Assert.Equal("csp=\"/rapports/csp\"", Un("Reporting-Endpoints"));
        Assert.Equal("nosniff", Un("X-Content-Type-Options"));
        Assert.Equal("DENY", Un("X-Frame-Options"));
        Assert.Equal("same-origin", Un("Cross-Origin-Opener-Policy"));
        Assert.Equal("strict-origin-when-cross-origin", Un("Referrer-Policy"));
        Assert.Contains("camera=()", Un("Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(reponse.Headers.Contains("Server"));
        Assert.False(reponse.Headers.Contains("X-Powered-By"));
    }

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task Aucune_page_n_a_de_script_ni_de_style_dans_son_texte(string adresse)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        if (reponse.Content.Headers.ContentType?.MediaType != "text/html")
        {
            Assert.NotEqual("text/html", reponse.Content.Headers.ContentType?.MediaType);
            return;
        }

        var page = await reponse.LirePageAsync();
        Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), style, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task En_https_le_navigateur_est_prie_d_y_rester()
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, "/sante");
        requete.Headers.Add("X-Forwarded-Proto", "https");
        using var reponse = await site.Client.SendAsync(requete);
        Assert.StartsWith("max-age=31536000", Assert.Single(reponse.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        using var clair = await site.Client.GetAsync("/sante");
        Assert.False(clair.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task L_api_se_lit_de_partout_sans_compte()
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, "/api/v1/lieux");
        requete.Headers.Add("Origin", "https://ailleurs.example");
        using var reponse = await site.Client.SendAsync(requete);
        Assert.Equal("*", Assert.Single(reponse.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(reponse.Headers.Contains("Access-Control-Allow-Credentials"));
        using var page = new HttpRequestMessage(HttpMethod.Get, "/ui");
        page.Headers.Add("Origin", "https://ailleurs.example");
        using var autre = await site.Client.SendAsync(page);
        Assert.False(autre.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Trop_de_lectures_a_la_fois_sont_priees_d_attendre()
    {
        await using var limite = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Modules = [new ModuleDEssai()], Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["FAIREAVEC_LIMITES"] = null, ["Galerie"] = "true" } });
        var statuts = new List<HttpStatusCode>();
        HttpResponseMessage? refus = null;
        for (var i = 0; i < 3000 && refus is null; i++)
        {
            var reponse = await limite.Client.GetAsync("/api/v1/essai/demonstration");
            statuts.Add(reponse.StatusCode);
            if (reponse.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refus = reponse;
            }
            else
            {
                reponse.Dispose();
            }
        }

        Assert.NotNull(refus);
        Assert.True(statuts.Count > 400, $"{statuts.Count} requests only");
        Assert.True(refus.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("Trop de demandes à la fois", (await AssertPage.ProblemeAsync(HttpStatusCode.TooManyRequests, refus)).GetProperty("title").GetString());
        refus.Dispose();

        // Health and pages aren't counted with the API; other people's addresses neither.
        Assert.Equal(HttpStatusCode.OK, (await limite.Client.GetStatutAsync("/sante")).Statut);
        using var autre = new HttpRequestMessage(HttpMethod.Get, "/api/v1/lieux");
        autre.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var autreReponse = await limite.Client.SendAsync(autre);
        await AssertPage.StatutAsync(HttpStatusCode.OK, autreReponse);
    }

    [Fact]
    public async Task Trop_de_pages_a_la_fois_sont_priees_d_attendre_par_une_page()
    {
        await using var limite = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["FAIREAVEC_LIMITES"] = null } });
        HttpResponseMessage? refus = null;
        var servies = 0;
        for (; servies < 3000 && refus is null; servies++)
        {
            var reponse = await limite.Client.GetAsync("/contact");
            if (reponse.StatusCode == HttpStatusCode.TooManyRequests)
            {
                refus = reponse;
                break;
            }

            await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
            reponse.Dispose();
        }

        Assert.NotNull(refus);
        Assert.True(servies >= 300, $"{servies} pages only");
        await AssertPage.ErreurAsync(HttpStatusCode.TooManyRequests, "Trop de demandes à la fois", refus);
        Assert.True(refus.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        refus.Dispose();

        // The style of the page of refusal, health, the API and other people are counted apart.
        foreach (var adresse in (string[])["/ui/site.css", "/sante", "/api/v1/territoires/regions"])
        {
            Assert.Equal(HttpStatusCode.OK, (await limite.Client.GetStatutAsync(adresse)).Statut);
        }

        using var autre = new HttpRequestMessage(HttpMethod.Get, "/contact");
        autre.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var autreReponse = await limite.Client.SendAsync(autre);
        await AssertPage.StatutAsync(HttpStatusCode.OK, autreReponse);
    }

    [Fact]
    public async Task Trop_d_envois_de_formulaires_sont_pries_d_attendre_par_une_page()
    {
        await using var limite = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Modules = [new ModuleDEssai()], Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["FAIREAVEC_LIMITES"] = null } });
        for (var i = 0; i < 20; i++)
        {
            using var accepte = await limite.Client.PostAsync("/essai/envoi", null);
            await AssertPage.StatutAsync(HttpStatusCode.OK, accepte);
        }

        using var refus = await limite.Client.PostAsync("/essai/envoi", null);
        await AssertPage.ErreurAsync(HttpStatusCode.TooManyRequests, "Trop de demandes à la fois", refus);
        Assert.True(refus.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }
}
