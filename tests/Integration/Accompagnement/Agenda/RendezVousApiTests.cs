using System.Net;
using System.Text.Json;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Webhooks;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Comptes.Clients;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Agenda;

/// <summary>« /api/v1/rendez-vous » and « /api/v1/creneaux »: given, moved, given up and honoured by another system, by the same rules as the agenda.</summary>
[Collection(CollectionDesActivites.Nom)]
public sealed class RendezVousApiTests(SiteDesActivites site)
{
    private const string Liste = "/api/v1/rendez-vous";
    private static int _jours = 3;

    [Fact]
    public async Task Un_acces_borne_a_un_territoire_ne_voit_et_ne_donne_que_la()
    {
        var large = await site.JetonAsync("rendezvous:lire", "rendezvous:ecrire");
        var demande = await DemandeAsync();
        using var donne = await site.DemanderAsync(HttpMethod.Post, Liste, large, demande);
        await AssertPage.StatutAsync(HttpStatusCode.Created, donne);
        foreach (var (territoire, dedans) in ((string, bool)[])[("42", true), ("69, 2a", false)])
        {
            var jeton = await site.Site.JetonAsync(await site.Site.CreerAsync(Portee.Territoire, territoire, limite: 10_000, etendues: ["rendezvous:lire", "rendezvous:ecrire"]));
            using var lu = await site.DemanderAsync(HttpMethod.Get, $"{Liste}/{demande["id"]}", jeton);
            Assert.Equal(dedans ? HttpStatusCode.OK : HttpStatusCode.NotFound, lu.StatusCode);
            using var liste = await site.DemanderAsync(HttpMethod.Get, $"{Liste}?taille=500", jeton);
            Assert.Equal(dedans, (await liste.JsonAsync()).GetProperty("rendez_vous").EnumerateArray().Any());
            if (!dedans)
            {
                using var annule = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{demande["id"]}", jeton, new { etat = "annule" });
                await AssertPage.StatutAsync(HttpStatusCode.NotFound, annule);
                using var autre = await site.DemanderAsync(HttpMethod.Post, Liste, jeton, await DemandeAsync());
                Assert.Equal((HttpStatusCode.BadRequest, "ACC-581"), (autre.StatusCode, await autre.CodeAsync()));
            }
        }
    }

    [Fact]
    public async Task Un_rendez_vous_se_donne_une_fois_se_deplace_et_s_annule()
    {
        var jeton = await site.JetonAsync("rendezvous:lire", "rendezvous:ecrire");
        var demande = await DemandeAsync();
        var reponses = new List<HttpResponseMessage>();
        for (var i = 0; i < 2; i++)
        {
            reponses.Add(await site.DemanderAsync(HttpMethod.Post, Liste, jeton, demande));
        }

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.OK], reponses.Select(r => r.StatusCode));
        var id = (Guid)demande["id"]!;
        using var lu = await site.DemanderAsync(HttpMethod.Get, $"{Liste}/{id}", jeton);
        var json = await lu.JsonAsync();
        Assert.Equal(("pris", false, SiteDesActivites.Camille), (json.GetProperty("etat").GetString(), json.GetProperty("en_ligne").GetBoolean(), json.GetProperty("mediateur").GetGuid()));
        Assert.DoesNotContain("Solange", json.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("06 39", json.GetRawText(), StringComparison.Ordinal);
        using var pareil = await site.DemanderAsync(HttpMethod.Get, $"{Liste}/{id}", jeton, siChange: lu.Headers.ETag!.ToString());
        await AssertPage.StatutAsync(HttpStatusCode.NotModified, pareil);

        // Something else under the same id, then the same hour for another: both are said.
        var autre = new Dictionary<string, object?>(demande, StringComparer.Ordinal) { ["duree_minutes"] = 60 };
        using var pris = await site.DemanderAsync(HttpMethod.Post, Liste, jeton, autre);
        Assert.Equal((HttpStatusCode.Conflict, "ACC-580"), (pris.StatusCode, await pris.CodeAsync()));
        autre["id"] = Guid.CreateVersion7();
        using var occupe = await site.DemanderAsync(HttpMethod.Post, Liste, jeton, autre);
        Assert.Equal((HttpStatusCode.Conflict, "ACC-345"), (occupe.StatusCode, await occupe.CodeAsync()));

        using var vieille = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, new { heure = "15:00" }, "\"9\"");
        await AssertPage.StatutAsync(HttpStatusCode.PreconditionFailed, vieille);
        var nouveaux = new List<Guid>();
        for (var i = 0; i < 2; i++)
        {
            using var deplace = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{id}", jeton, new { heure = "15:00" });
            var la = await deplace.JsonAsync();
            Assert.Equal(id, la.GetProperty("remplace").GetGuid());
            nouveaux.Add(la.GetProperty("id").GetGuid());
        }

        Assert.Single(nouveaux.Distinct());
        for (var i = 0; i < 2; i++)
        {
            using var annule = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{nouveaux[0]}", jeton, new { etat = "annule" });
            Assert.Equal("annule", (await annule.JsonAsync()).GetProperty("etat").GetString());
        }

        using var tropTot = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{nouveaux[0]}", jeton, new { etat = "honore" });
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, tropTot);
        var page = await LireAsync(jeton, $"du={demande["date"]}&au={demande["date"]}&mediateur={SiteDesActivites.Camille}&taille=1");
        Assert.Equal(1, page.GetProperty("rendez_vous").GetArrayLength());
        var suite = await LireAsync(jeton, $"du={demande["date"]}&au={demande["date"]}&mediateur={SiteDesActivites.Camille}&taille=1&apres={page.GetProperty("suivant").GetString()}");
        // At 15:00, then at 20:00.
        Assert.Equal([nouveaux[0], id], new[] { page, suite }.Select(p => p.GetProperty("rendez_vous")[0].GetProperty("id").GetGuid()));
        Assert.Equal([nouveaux[0]], (await LireAsync(jeton, $"etat=annule&du={demande["date"]}&au={demande["date"]}")).GetProperty("rendez_vous").EnumerateArray().Select(r => r.GetProperty("id").GetGuid()));
    }

    [Theory]
    [InlineData("date", "2020-01-01", "ACC-344")]
    [InlineData("heure", "25:00", "ACC-302")]
    [InlineData("duree_minutes", 17, "ACC-303")]
    [InlineData("lieu", "nulle-part", "ACC-300")]
    [InlineData("telephone", "123", "ACC-323")]
    [InlineData("mediateur", "01a21000-0000-7000-8000-00000000dead", "ACC-454")]
    [InlineData("id", "00000000-0000-0000-0000-000000000000", "ACC-336")]
    public async Task Ce_qui_ne_va_pas_est_dit(string champ, object valeur, string code)
    {
        var demande = await DemandeAsync();
        demande[champ] = valeur;
        using var reponse = await site.DemanderAsync(HttpMethod.Post, Liste, await site.JetonAsync("rendezvous:ecrire"), demande);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Contains(code, await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_coordinateur_n_a_pas_d_agenda_et_un_changement_dit_une_chose()
    {
        var jeton = await site.JetonAsync("rendezvous:lire", "rendezvous:ecrire");
        var demande = await DemandeAsync();
        using var pris = await site.DemanderAsync(HttpMethod.Post, Liste, jeton, demande);
        await AssertPage.StatutAsync(HttpStatusCode.Created, pris);
        foreach (var corps in (object[])[new { }, new { etat = "annule", heure = "15:00" }, new { etat = "dort" }])
        {
            using var faux = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{demande["id"]}", jeton, corps);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        }

        using var absent = await site.DemanderAsync(HttpMethod.Put, $"{Liste}/{demande["id"]}", jeton, new { etat = "absent" });
        Assert.Equal((HttpStatusCode.Conflict, "ACC-333"), (absent.StatusCode, await absent.CodeAsync()));
    }

    [Fact]
    public async Task Sans_l_etendue_rien_ne_s_ouvre()
    {
        foreach (var (verbe, etendue) in new[] { (HttpMethod.Get, "rendezvous:ecrire"), (HttpMethod.Post, "rendezvous:lire") })
        {
            using var anonyme = await site.DemanderAsync(verbe, Liste, null, verbe == HttpMethod.Post ? await DemandeAsync() : null);
            await AssertPage.StatutAsync(HttpStatusCode.Unauthorized, anonyme);
            using var sans = await site.DemanderAsync(verbe, Liste, await site.JetonAsync(etendue), verbe == HttpMethod.Post ? await DemandeAsync() : null);
            await AssertPage.StatutAsync(HttpStatusCode.Forbidden, sans);
        }

        using var inconnu = await site.DemanderAsync(HttpMethod.Get, $"{Liste}/{Guid.CreateVersion7()}", await site.JetonAsync("rendezvous:lire"));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, inconnu);
    }

    [Theory]
    [InlineData("etat=dort", "ACC-574")]
    [InlineData("taille=501", "ACC-573")]
    [InlineData("du=2026-12-02&au=2026-12-01", "ACC-575")]
    [InlineData("personne=x", "ACC-570")]
    public async Task Un_filtre_faux_est_refuse(string requete, string code)
    {
        using var reponse = await site.DemanderAsync(HttpMethod.Get, $"{Liste}?{requete}", await site.JetonAsync("rendezvous:lire"));
        Assert.Equal((HttpStatusCode.BadRequest, code), (reponse.StatusCode, await reponse.CodeAsync()));
    }

    [Fact]
    public async Task Les_creneaux_d_un_lieu_se_lisent_sans_compte()
    {
        var lieu = await LieuAsync();
        using var vide = await site.DemanderAsync(HttpMethod.Get, $"/api/v1/creneaux?lieu={lieu}", null);
        Assert.Equal(0, (await vide.JsonAsync()).GetProperty("creneaux").GetArrayLength());
        var jour = site.Aujourdhui.AddDays(2);
        await site.Site.AvecBaseAsync(
            db =>
            {
                db.Add(new Disponibilite
                {
                    Id = Identifiants.Nouveau(site.Site.Horloge),
                    Compte = SiteDesActivites.Camille,
                    Organisation = SiteDesActivites.Mediatheque,
                    Lieu = lieu,
                    Fuseau = "Europe/Paris",
                    Departement = "42",
                    Depuis = jour,
                    Jusqua = jour,
                    De = new TimeOnly(18, 0),
                    A = new TimeOnly(19, 30),
                    Duree = 45,
                    EnLigne = true,
                    CreeeLe = site.Site.Horloge.Instant,
                });
                return db.SaveChangesAsync();
            },
            "systeme:demarrage");
        using var deux = await site.DemanderAsync(HttpMethod.Get, $"/api/v1/creneaux?lieu={lieu}&du={jour:yyyy-MM-dd}&au={jour:yyyy-MM-dd}", null);
        var json = await deux.JsonAsync();
        Assert.Equal([1, 1], json.GetProperty("creneaux").EnumerateArray().Select(c => c.GetProperty("places").GetInt32()));
        Assert.StartsWith("/reserver/", json.GetProperty("reserver").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(SiteDesActivites.Camille.ToString(), json.GetRawText(), StringComparison.Ordinal);
        using var avant = await site.DemanderAsync(HttpMethod.Get, $"/api/v1/creneaux?lieu={lieu}&au={jour.AddDays(-1):yyyy-MM-dd}", null);
        Assert.Equal(0, (await avant.JsonAsync()).GetProperty("creneaux").GetArrayLength());
        foreach (var (requete, statut) in new[] { ("", HttpStatusCode.BadRequest), ("?lieu=nulle-part", HttpStatusCode.NotFound), ($"?lieu={lieu}&du=2026-12-02&au=2026-12-01", HttpStatusCode.BadRequest), ($"?lieu={lieu}&x=1", HttpStatusCode.BadRequest) })
        {
            using var fausse = await site.DemanderAsync(HttpMethod.Get, $"/api/v1/creneaux{requete}", null);
            await AssertPage.StatutAsync(statut, fausse);
        }
    }

    private async Task<Dictionary<string, object?>> DemandeAsync() => new(StringComparer.Ordinal)
    {
        ["id"] = Guid.CreateVersion7(),
        ["mediateur"] = SiteDesActivites.Camille,
        ["lieu"] = await LieuAsync(),
        // A day of its own: a médiateur is in one place at a time.
        ["date"] = $"{site.Aujourdhui.AddDays(Interlocked.Increment(ref _jours)):yyyy-MM-dd}",
        ["heure"] = "20:00",
        ["duree_minutes"] = 45,
        ["prenom"] = "Solange",
        ["telephone"] = "06 39 98 01 02",
    };

    private async Task<string> LieuAsync() => await new LieuDeTest().Identifie($"api{Guid.CreateVersion7():N}"[..20]).A("Saint-Étienne", "42000", "42218").CreerAsync(site.Site);

    private async Task<JsonElement> LireAsync(string jeton, string requete)
    {
        using var reponse = await site.DemanderAsync(HttpMethod.Get, $"{Liste}?{requete}", jeton);
        return await reponse.JsonAsync();
    }
}
