using System.Net;
using System.Text;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>What browsers say that they refused, counted without anything about anybody. And what a browser keeps of us.</summary>
public sealed class RapportsCspTests(ApplicationDeTest site) : IClassFixture<ApplicationDeTest>
{
    [Theory]
    [InlineData("application/csp-report", """{"csp-report":{"document-uri":"https://faireavec.example/lieux?lat=45.4","effective-directive":"script-src-elem","blocked-uri":"inline"}}""", "script-src-elem inline")]
    [InlineData("application/reports+json", """[{"type":"csp-violation","url":"https://faireavec.example/","body":{"effectiveDirective":"img-src","blockedURL":"https://mouchard.example/p.gif?nom=martin"}}]""", "img-src adresse")]
    [InlineData("application/csp-report", """{"csp-report":{"violated-directive":"nimporte-quoi 'self'","blocked-uri":"chrome-extension://abc"}}""", "autre extension")]
    public async Task Un_rapport_est_compte_sans_rien_de_personne(string type, string corps, string attendu)
    {
        for (var i = 0; i < 2; i++)
        {
            using var reponse = await EnvoyerAsync(type, corps);
            await AssertPage.StatutAsync(HttpStatusCode.NoContent, reponse);
        }

        Assert.Equal(2L, await site.Base.LireAsync<long>("SELECT nombre FROM noyau.rapports_csp WHERE directive || ' ' || origine = $1", attendu));
        Assert.Equal(0L, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.rapports_csp r WHERE r::text ~ 'martin|mouchard|45'"));
    }

    [Theory]
    [InlineData("pas du json", HttpStatusCode.BadRequest)]
    [InlineData("""{"csp-report":{"effective-directive":"\ud800"}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"\udc00":1,"csp-report":{"blocked-uri":"\ud800"}}""", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.NoContent)]
    [InlineData("""{"csp-report":[1,2]}""", HttpStatusCode.NoContent)]
    [InlineData("""[{"type":"csp-violation","body":null},3,{"type":4}]""", HttpStatusCode.NoContent)]
    public async Task Un_rapport_faux_ne_fait_rien(string corps, HttpStatusCode statut)
    {
        using var reponse = await EnvoyerAsync("application/reports+json", corps);
        await AssertPage.StatutAsync(statut, reponse);
    }

    [Fact]
    public async Task Un_rapport_enorme_est_refuse_et_un_flot_aussi()
    {
        using var enorme = await EnvoyerAsync("application/csp-report", "{\"csp-report\":{\"blocked-uri\":\"" + new string('x', 20_000) + "\"}}");
        await AssertPage.StatutAsync(HttpStatusCode.RequestEntityTooLarge, enorme);
        await using var limite = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["FAIREAVEC_LIMITES"] = null } });
        var statuts = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            using var contenu = new StringContent("[]", Encoding.UTF8, "application/reports+json");
            using var reponse = await limite.Client.PostAsync("/rapports/csp", contenu);
            statuts.Add(reponse.StatusCode);
        }

        Assert.Equal((60, 1), (statuts.Count(s => s == HttpStatusCode.NoContent), statuts.Count(s => s == HttpStatusCode.TooManyRequests)));
        // What the browser reported by itself took nothing from what the person may send.
        using var formulaire = await limite.Client.PostAsync("/verifier-un-fichier", null);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, formulaire.StatusCode);
    }

    [Fact]
    public async Task Chaque_cookie_est_ferme_aux_scripts_et_aux_autres_sites()
    {
        await using var demo = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Embarquee = true });
        await demo.AvecBaseAsync(async db =>
        {
            await FaireAvec.Comptes.Demonstration.Personas.AjouterAsync(db, demo.Horloge, CancellationToken.None);
            return 0;
        }, "systeme:demarrage");
        var vus = new HashSet<string>(StringComparer.Ordinal);
        foreach (var adresse in (string[])["/demo/connexion/mediateur", "/verifier-un-fichier", "/langue?vers=en&retour=/"])
        {
            using var requete = new HttpRequestMessage(HttpMethod.Get, adresse);
            requete.Headers.Add("X-Forwarded-Proto", "https");
            using var reponse = await demo.Client.SendAsync(requete);
            foreach (var cookie in reponse.Headers.TryGetValues("Set-Cookie", out var poses) ? poses : [])
            {
                vus.Add(cookie.Split('=')[0]);
                Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Matches("(?i)samesite=(lax|strict)", cookie);
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Equal(["fa-jeton", "fa-langue", "fa-session"], vus.Order(StringComparer.Ordinal));
    }

    private async Task<HttpResponseMessage> EnvoyerAsync(string type, string corps)
    {
        using var contenu = new StringContent(corps, Encoding.UTF8);
        contenu.Headers.ContentType = new(type);
        return await site.Client.PostAsync("/rapports/csp", contenu);
    }
}
