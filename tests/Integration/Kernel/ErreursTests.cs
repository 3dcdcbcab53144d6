using System.Net;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using FaireAvec.Tests.Support.Postgres;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>What people and systems see when something goes wrong.</summary>
public sealed class ErreursTests(SiteDEssai site) : IClassFixture<SiteDEssai>
{
    [Theory]
    [InlineData("/essai/mauvais", HttpStatusCode.BadRequest, "Demande incomprise")]
    [InlineData("/essai/nombre?n=abc", HttpStatusCode.BadRequest, "Demande incomprise")]
    [InlineData("/essai/demonstration", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/essai/droit-inconnu", HttpStatusCode.Forbidden, "Page réservée")]
    [InlineData("/essai/sans-droit", HttpStatusCode.Forbidden, "Page réservée")]
    [InlineData("/nulle-part", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/nulle-part.html", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/ui/absente.css", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/a/../../etc/passwd", HttpStatusCode.NotFound, "Page introuvable")]
    [InlineData("/essai/envoi", HttpStatusCode.MethodNotAllowed, "Action impossible ici")]
    [InlineData("/essai/panne", HttpStatusCode.InternalServerError, "Une erreur est survenue")]
    [InlineData("/essai/requete-fausse", HttpStatusCode.InternalServerError, "Une erreur est survenue")]
    [InlineData("/essai/lent", HttpStatusCode.ServiceUnavailable, "Service momentanément indisponible")]
    public async Task Une_page_dit_ce_qui_ne_va_pas(string adresse, HttpStatusCode statut, string titre)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        await AssertPage.ErreurAsync(statut, titre, reponse);
        Assert.DoesNotContain("secret", await reponse.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.True(reponse.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Un_envoi_trop_gros_est_dit_avec_sa_limite()
    {
        using var requete = new HttpRequestMessage(HttpMethod.Post, "/essai/envoi") { Content = new ByteArrayContent(new byte[11 * 1024 * 1024]) };
        // So that the answer is read before the file leaves.
        requete.Headers.ExpectContinue = true;
        using var reponse = await site.Client.SendAsync(requete);
        await AssertPage.ErreurAsync(HttpStatusCode.RequestEntityTooLarge, "Envoi trop volumineux", reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "10 Mo");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("text/csv")]
    [InlineData("image/png")]
    public async Task Un_probleme_est_ecrit_quoi_que_l_appelant_dise_accepter(string accepte)
    {
        using var demande = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/nulle-part", UriKind.Relative));
        demande.Headers.Add("Accept", accepte);
        using var reponse = await site.Client.SendAsync(demande);
        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
        Assert.Equal("application/problem+json", reponse.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["fr"], reponse.Content.Headers.ContentLanguage);
        Assert.Contains("\"urn:faireavec:erreur:404\"", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=%ff")]
    [InlineData("?q=%c3%28")]
    [InlineData("?q=%ED%A0%80")]
    public async Task Un_signe_mal_ecrit_dans_l_adresse_est_dit(string recherche)
    {
        using var reponse = await site.Client.GetAsync("/api/v1/territoires/communes" + recherche);
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Contains("n’est pas de l’UTF-8", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var juste = await site.Client.GetAsync("/api/v1/territoires/communes?q=Saint-%C3%89tienne%25");
        Assert.NotEqual(HttpStatusCode.BadRequest, juste.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/essai/mauvais", HttpStatusCode.BadRequest, "Demande incomprise")]
    [InlineData("/api/v1/essai/nombre", HttpStatusCode.BadRequest, "Demande incomprise")]
    [InlineData("/api/v1/essai/demonstration", HttpStatusCode.NotFound, "Introuvable")]
    [InlineData("/api/v1/essai/droit-inconnu", HttpStatusCode.Forbidden, "Accès réservé")]
    [InlineData("/api/v1/essai/sans-droit", HttpStatusCode.Forbidden, "Accès réservé")]
    [InlineData("/api/v1/nulle-part", HttpStatusCode.NotFound, "Introuvable")]
    [InlineData("/api/v2/lieux", HttpStatusCode.NotFound, "Introuvable")]
    [InlineData("/openapi/v9.json", HttpStatusCode.NotFound, "Introuvable")]
    [InlineData("/api/v1/essai/envoi", HttpStatusCode.MethodNotAllowed, "Action impossible ici")]
    [InlineData("/api/v1/essai/panne", HttpStatusCode.InternalServerError, "Une erreur est survenue")]
    [InlineData("/api/v1/essai/lent", HttpStatusCode.ServiceUnavailable, "Service momentanément indisponible")]
    public async Task L_api_repond_un_probleme(string adresse, HttpStatusCode statut, string titre)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        var probleme = await AssertPage.ProblemeAsync(statut, reponse);
        Assert.Equal(titre, probleme.GetProperty("title").GetString());
        Assert.Equal($"urn:faireavec:erreur:{(int)statut}", probleme.GetProperty("type").GetString());
        Assert.Equal($"HTTP-{(int)statut}", probleme.GetProperty("erreurs")[0].GetProperty("code").GetString());
        Assert.Equal(["type", "title", "status", "detail", "erreurs"], probleme.EnumerateObject().Select(p => p.Name));
        Assert.DoesNotContain("secret", probleme.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task La_page_d_erreur_a_son_style_et_ses_liens_repondent()
    {
        using var reponse = await site.Client.GetAsync("/nulle-part");
        var page = await reponse.LirePageAsync();
        var fichiers = page.QuerySelectorAll("link[href]").Select(l => l.GetAttribute("href")!).ToList();
        Assert.NotEmpty(fichiers);
        foreach (var fichier in fichiers)
        {
            using var lu = await site.Client.GetAsync(fichier);
            await AssertPage.StatutAsync(HttpStatusCode.OK, lu);
        }

        using var icone = await site.Client.GetAsync("/favicon.ico");
        using var suivie = await site.Client.GetAsync(icone.Headers.Location);
        await AssertPage.StatutAsync(HttpStatusCode.OK, suivie);
    }

    [Fact]
    public async Task Une_faute_de_l_appelant_n_est_pas_une_erreur_du_journal()
    {
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Modules = [new ModuleDEssai()] });
        foreach (var adresse in (string[])["/essai/mauvais", "/essai/nombre?n=abc", "/nulle-part", "/essai/sans-droit"])
        {
            using var reponse = await autre.Client.GetAsync(adresse);
        }

        Assert.DoesNotContain(autre.Journaux.Lignes, l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
        using var panne = await autre.Client.GetAsync("/essai/panne");
        Assert.Contains(autre.Journaux.Lignes, l => l.StartsWith("Error", StringComparison.Ordinal) && l.Contains("Un secret du serveur", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_adresse_demesuree_et_des_octets_invalides_ne_cassent_rien()
    {
        using var longue = await site.Client.GetAsync("/nulle-part?q=" + new string('a', 40_000));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, longue);
        using var trop = await site.Client.GetAsync("/nulle-part?q=" + new string('a', 70_000));
        Assert.Equal(HttpStatusCode.RequestUriTooLong, trop.StatusCode);
        using var invalides = await site.Client.GetAsync("/nulle-part/%00%ff%fe?q=%ed%a0%80");
        Assert.True((int)invalides.StatusCode is 400 or 404, invalides.StatusCode.ToString());
    }

    [Fact]
    public async Task Quand_la_base_tombe_le_site_le_dit_puis_revient()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees, Modules = [new ModuleDEssai()] });
        using (var avant = await autre.Client.GetAsync("/essai/base"))
        {
            await AssertPage.StatutAsync(HttpStatusCode.OK, avant);
        }

        await donnees.CouperAsync();
        using (var page = await autre.Client.GetAsync("/essai/base"))
        {
            await AssertPage.ErreurAsync(HttpStatusCode.ServiceUnavailable, "Service momentanément indisponible", page);
        }

        using (var api = await autre.Client.GetAsync("/api/v1/essai/base"))
        {
            await AssertPage.ProblemeAsync(HttpStatusCode.ServiceUnavailable, api);
        }

        using (var sante = await autre.Client.GetAsync("/sante"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, sante.StatusCode);
            var corps = await sante.Content.ReadAsStringAsync();
            Assert.Contains("\"etat\":\"panne\"", corps, StringComparison.Ordinal);
            Assert.DoesNotContain("socket", corps, StringComparison.OrdinalIgnoreCase);
        }

        // What is in memory goes on being served.
        using (var lieux = await autre.Client.GetAsync("/api/v1/lieux"))
        {
            await AssertPage.StatutAsync(HttpStatusCode.OK, lieux);
        }

        donnees.Retablir();
        await Attente.QueAsync("the site's return", async () =>
        {
            using var sante = await autre.Client.GetAsync("/sante");
            using var page = await autre.Client.GetAsync("/essai/base");
            return sante.IsSuccessStatusCode && page.IsSuccessStatusCode;
        });
    }
}

/// <summary>The product and the module that goes wrong.</summary>
public sealed class SiteDEssai() : ApplicationDeTest(new ReglagesDeTest { Modules = [new ModuleDEssai()], Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Galerie"] = "true" } });
