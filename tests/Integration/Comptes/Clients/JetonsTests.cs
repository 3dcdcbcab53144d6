using System.Net;
using System.Text;
using System.Text.Json;
using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Clients;

/// <summary>Tokens of the clients of the API: asked for, refused, used, limited, revoked on every node.</summary>
[Collection(CollectionDesClients.Nom)]
public sealed class JetonsTests(SiteDesClients site)
{
    [Fact]
    public async Task Un_client_demande_un_jeton_et_l_api_dit_qui_il_est()
    {
        var secret = await site.CreerAsync(Portee.Territoire, "42, 2a", etendues: ["essai:lire", "essai:ecrire"]);
        using var reponse = await site.DemanderAsync(("grant_type", "client_credentials"), ("client_id", secret.Client.ToString()), ("client_secret", secret.Secret), ("scope", "essai:lire"));
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.True(reponse.Headers.CacheControl?.NoStore);
        var json = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(["access_token", "token_type", "expires_in", "scope"], json.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("Bearer", 3600, "essai:lire"), (json.GetProperty("token_type").GetString(), json.GetProperty("expires_in").GetInt32(), json.GetProperty("scope").GetString()));

        var jeton = json.GetProperty("access_token").GetString()!;
        using var moi = await site.LireAsync("/api/v1/moi", jeton);
        await AssertPage.StatutAsync(HttpStatusCode.OK, moi);
        var qui = JsonDocument.Parse(await moi.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(secret.Client, qui.GetProperty("client_id").GetGuid());
        Assert.Equal("Médiathèque Exemple", qui.GetProperty("organisation").GetProperty("nom").GetString());
        Assert.Equal("[\"essai:lire\"]", qui.GetProperty("etendues").GetRawText());
        Assert.Equal("territoire", qui.GetProperty("portee").GetString());
        Assert.Equal("[\"42\",\"2A\"]", qui.GetProperty("departements").GetRawText());

        // The database knows it by its role, its organisation and its territory; the journal by its name.
        using var choses = await site.LireAsync("/api/v1/essai/choses", jeton);
        Assert.Equal($"client_api {SiteDesClients.Mediatheque} [42,2A] client:{secret.Client}", await choses.Content.ReadAsStringAsync());
        // A scope that the client has, but that this token wasn't given.
        using var ecrit = await site.AvecJetonAsync(HttpMethod.Post, "/api/v1/essai/choses", jeton);
        await AssertPage.ProblemeAsync(HttpStatusCode.Forbidden, ecrit);
        Assert.Contains("insufficient_scope", ecrit.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Le_secret_se_donne_aussi_par_l_en_tete()
    {
        var secret = await site.CreerAsync();
        using var reponse = await BasiqueAsync($"{secret.Client}:{secret.Secret}");
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.Contains("\"scope\":\"essai:ecrire essai:lire\"", await reponse.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var deux = await BasiqueAsync($"{secret.Client}:{secret.Secret}", ("client_secret", secret.Secret));
        await RefuseAsync(HttpStatusCode.BadRequest, "invalid_request", "CPT-223", deux);
    }

    [Theory]
    [InlineData("invalid_request", "CPT-221", "client_id=a&client_secret=b")]
    [InlineData("unsupported_grant_type", "CPT-222", "grant_type=password&client_id=a&client_secret=b")]
    [InlineData("invalid_request", "CPT-225", "grant_type=client_credentials&grant_type=client_credentials")]
    [InlineData("invalid_client", "CPT-224", "grant_type=client_credentials")]
    [InlineData("invalid_client", "CPT-224", "grant_type=client_credentials&client_id=a&client_secret=b")]
    [InlineData("invalid_client", "CPT-224", "grant_type=client_credentials&client_id=00000000-0000-0000-0000-000000000000&client_secret=fas_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("invalid_request", "CPT-220", "grant_type=client_credentials&client_id=%00&client_secret=%ff%fe")]
    [InlineData("invalid_request", "CPT-221", "")]
    public async Task Une_demande_fausse_a_le_mot_de_la_norme(string mot, string code, string corps)
    {
        using var contenu = new StringContent(corps, Encoding.ASCII, "application/x-www-form-urlencoded");
        using var reponse = await site.Client.PostAsync("/api/v1/jetons", contenu);
        await RefuseAsync(mot == "invalid_client" ? HttpStatusCode.Unauthorized : HttpStatusCode.BadRequest, mot, code, reponse);
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    [InlineData("text/plain", "grant_type=client_credentials")]
    public async Task Un_autre_format_est_refuse(string type, string corps)
    {
        using var contenu = new StringContent(corps);
        contenu.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        using var reponse = await site.Client.PostAsync("/api/v1/jetons", contenu);
        await RefuseAsync(HttpStatusCode.BadRequest, "invalid_request", "CPT-220", reponse);
    }

    [Fact]
    public async Task Un_corps_enorme_est_refuse_en_un_instant()
    {
        using var contenu = new StringContent($"grant_type=client_credentials&client_id={new string('a', 100_000)}", Encoding.ASCII, "application/x-www-form-urlencoded");
        using var reponse = await site.Client.PostAsync("/api/v1/jetons", contenu);
        await RefuseAsync(HttpStatusCode.BadRequest, "invalid_request", "CPT-220", reponse);
    }

    [Fact]
    public async Task Une_etendue_que_le_client_n_a_pas_est_refusee()
    {
        var secret = await site.CreerAsync(etendues: ["essai:lire"]);
        using var reponse = await site.DemanderAsync(("grant_type", "client_credentials"), ("client_id", secret.Client.ToString()), ("client_secret", secret.Secret), ("scope", "essai:lire essai:ecrire"));
        await RefuseAsync(HttpStatusCode.BadRequest, "invalid_scope", "CPT-226", reponse);
    }

    [Fact]
    public async Task Sans_jeton_ou_avec_un_faux_l_api_repond_401_et_le_cookie_n_y_ouvre_rien()
    {
        using var sans = await site.Client.GetAsync("/api/v1/moi");
        await AssertPage.ProblemeAsync(HttpStatusCode.Unauthorized, sans);
        Assert.Equal("Bearer", sans.Headers.WwwAuthenticate.ToString());
        foreach (var faux in (string[])["x", "fat_" + new string('A', 43), "fat_" + new string('é', 43), new string('A', 20_000)])
        {
            using var requete = new HttpRequestMessage(HttpMethod.Get, "/api/v1/moi");
            requete.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Uri.EscapeDataString(faux)}");
            using var reponse = await site.Client.SendAsync(requete);
            await AssertPage.StatutAsync(HttpStatusCode.Unauthorized, reponse);
            Assert.Contains("invalid_token", reponse.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }

        // Signed in, with every right: the API doesn't see it, so a form of another site can't use it.
        using var navigateur = await site.CommeAsync(Role.AdministrateurNational);
        Assert.Equal(HttpStatusCode.Unauthorized, (await navigateur.GetStatutAsync("/api/v1/moi")).Statut);
        using var ecrit = await navigateur.PostAsync("/api/v1/essai/choses", null);
        await AssertPage.StatutAsync(HttpStatusCode.Unauthorized, ecrit);
        // And a token opens no page.
        var jeton = await site.JetonAsync(await site.CreerAsync());
        using var page = await site.LireAsync("/espace", jeton);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, page);
    }

    [Fact]
    public async Task Un_jeton_finit_au_bout_d_une_heure_et_jamais_apres_son_secret()
    {
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Modules = [new SiteDesClients.ModuleAEtendues()] });
        var secret = await UnClientAsync(autre, dureeJours: 1);
        var jeton = await DemanderAsync(autre, secret);
        Assert.Equal(HttpStatusCode.OK, await MoiAsync(autre, jeton.Jeton));
        Assert.Equal(3600, jeton.Duree);
        autre.Horloge.Avancer(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, await MoiAsync(autre, jeton.Jeton));
        autre.Horloge.Avancer(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await MoiAsync(autre, jeton.Jeton));

        autre.Horloge.Avancer(TimeSpan.FromHours(22.5));
        var dernier = await DemanderAsync(autre, secret);
        Assert.Equal(1800, dernier.Duree);
        autre.Horloge.Avancer(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.Unauthorized, await MoiAsync(autre, dernier.Jeton));
        using var fini = await JetonBrutAsync(autre, secret);
        await RefuseAsync(HttpStatusCode.Unauthorized, "invalid_client", "CPT-224", fini);

        // The night's housekeeping removes them, and nothing that still opens.
        Assert.Equal(2, await autre.Base.LireAsync<long>("SELECT count(*) FROM comptes.jetons_api"));
        await new MenageDesClients(autre.Services.GetRequiredService<IServiceScopeFactory>()).ExecuterAsync("comptes.clients", CancellationToken.None);
        Assert.Equal(1, await autre.Base.LireAsync<long>("SELECT count(*) FROM comptes.jetons_api"));
    }

    [Fact]
    public async Task Un_client_que_personne_n_utilise_pendant_un_an_n_entre_plus()
    {
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Modules = [new SiteDesClients.ModuleAEtendues()] });
        var (utilise, oublie) = (await UnClientAsync(autre, dureeJours: 700), await UnClientAsync(autre, dureeJours: 700));
        autre.Horloge.Avancer(TimeSpan.FromDays(200));
        await DemanderAsync(autre, utilise);
        autre.Horloge.Avancer(TimeSpan.FromDays(170));
        var menage = new MenageDesClients(autre.Services.GetRequiredService<IServiceScopeFactory>());
        await menage.ExecuterAsync("comptes.clients", CancellationToken.None);
        await DemanderAsync(autre, utilise);
        using var refus = await JetonBrutAsync(autre, oublie);
        await RefuseAsync(HttpStatusCode.Unauthorized, "invalid_client", "CPT-224", refus);
        Assert.Equal(1, await autre.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE action = 'inactivite' AND entite = 'comptes.ClientApi'"));
        await menage.ExecuterAsync("comptes.clients", CancellationToken.None);
        Assert.Equal(1, await autre.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE action = 'inactivite' AND entite = 'comptes.ClientApi'"));
    }

    [Fact]
    public async Task Un_client_retire_n_entre_plus_a_l_instant_sur_tous_les_noeuds()
    {
        await using var un = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Modules = [new SiteDesClients.ModuleAEtendues()] });
        await using var deux = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Modules = [new SiteDesClients.ModuleAEtendues()], Base = un.Base, Horloge = un.Horloge });
        var secret = await UnClientAsync(un);
        var (jeton, _) = await DemanderAsync(un, secret);
        // Both nodes remember it: the clock doesn't move, so only the news can make them forget.
        Assert.Equal(HttpStatusCode.OK, await MoiAsync(un, jeton));
        Assert.Equal(HttpStatusCode.OK, await MoiAsync(deux, jeton));
        Assert.True(await un.DansAsync(async s =>
        {
            var gestion = s.GetRequiredService<GestionDesClients>();
            return (await gestion.RevoquerAsync((await gestion.LireAsync(null, secret.Client, CancellationToken.None))!, "essai", CancellationToken.None)).Reussi;
        }, "systeme:commande"));
        await Attente.QueAsync("the first node to forget", async () => await MoiAsync(un, jeton) == HttpStatusCode.Unauthorized);
        await Attente.QueAsync("the second node to forget", async () => await MoiAsync(deux, jeton) == HttpStatusCode.Unauthorized);
        Assert.Equal("essai", await un.Base.LireAsync<string>("SELECT motif FROM noyau.journal WHERE entite = 'comptes.ClientApi' AND action = 'modification'"));
        Assert.Equal(0, await un.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE coalesce(avant, '') || coalesce(apres, '') LIKE '%' || $1 || '%'", secret.Secret));
    }

    [Fact]
    public async Task Deux_secrets_valent_pendant_le_changement_jamais_trois()
    {
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Modules = [new SiteDesClients.ModuleAEtendues()] });
        var ancien = await UnClientAsync(autre);
        var (jeton, _) = await DemanderAsync(autre, ancien);
        Task<T> Sur<T>(Func<GestionDesClients, ClientApi, Task<T>> action) => autre.DansAsync(async s =>
        {
            var gestion = s.GetRequiredService<GestionDesClients>();
            return await action(gestion, (await gestion.LireAsync(null, ancien.Client, CancellationToken.None))!);
        }, "systeme:commande");

        // Twenty people at once: one new secret.
        var tours = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Sur((g, c) => g.TournerAsync(c, 7, 90, CancellationToken.None))));
        var nouveau = Assert.Single(tours, t => t.Reussi).Valeur;
        Assert.All(tours.Where(t => !t.Reussi), t => Assert.Equal("CPT-212", t.Erreur!.Code));
        await DemanderAsync(autre, ancien);
        await DemanderAsync(autre, nouveau);
        Assert.Equal(HttpStatusCode.OK, await MoiAsync(autre, jeton));

        autre.Horloge.Avancer(TimeSpan.FromDays(7));
        using var fini = await JetonBrutAsync(autre, ancien);
        await RefuseAsync(HttpStatusCode.Unauthorized, "invalid_client", "CPT-224", fini);
        await DemanderAsync(autre, nouveau);
    }

    [Fact]
    public async Task La_limite_est_celle_du_client_et_se_dit()
    {
        var secret = await site.CreerAsync(limite: 1);
        var jeton = await site.JetonAsync(secret);
        for (var i = 0; i < SeauDeDemandes.Rafale; i++)
        {
            using var accepte = await site.LireAsync("/api/v1/moi", jeton);
            await AssertPage.StatutAsync(HttpStatusCode.OK, accepte);
            Assert.Equal("10", Assert.Single(accepte.Headers.GetValues("RateLimit-Limit")));
            Assert.True(int.Parse(Assert.Single(accepte.Headers.GetValues("RateLimit-Remaining")), System.Globalization.CultureInfo.InvariantCulture) <= 9);
        }

        // The bucket fills with the machine's clock: one more may pass on a slow day.
        HttpResponseMessage refus;
        while ((refus = await site.LireAsync("/api/v1/moi", jeton)).IsSuccessStatusCode)
        {
            refus.Dispose();
        }

        await AssertPage.ProblemeAsync(HttpStatusCode.TooManyRequests, refus);
        Assert.True(refus.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("0", Assert.Single(refus.Headers.GetValues("RateLimit-Remaining")));
        refus.Dispose();

        // Another client isn't concerned.
        using var autre = await site.LireAsync("/api/v1/moi", await site.JetonAsync(await site.CreerAsync(limite: 1)));
        await AssertPage.StatutAsync(HttpStatusCode.OK, autre);
    }

    [Fact]
    public async Task L_usage_est_compte_par_jour()
    {
        var jeton = await site.JetonAsync(await site.CreerAsync(etendues: ["essai:lire"]));
        for (var i = 0; i < 3; i++)
        {
            (await site.LireAsync("/api/v1/essai/choses", jeton)).Dispose();
        }

        (await site.AvecJetonAsync(HttpMethod.Post, "/api/v1/essai/choses", jeton)).Dispose();
        (await site.LireAsync("/api/v1/essai/panne", jeton)).Dispose();
        await site.Services.GetRequiredService<UsagesDesClients>().EcrireAsync(CancellationToken.None);
        await site.Services.GetRequiredService<UsagesDesClients>().EcrireAsync(CancellationToken.None);
        using var moi = await site.LireAsync("/api/v1/moi", jeton);
        var client = JsonDocument.Parse(await moi.Content.ReadAsStringAsync()).RootElement.GetProperty("client_id").GetGuid();
        await using var connexion = await site.Services.GetRequiredService<FaireAvec.Kernel.Donnees.Base>().Proprietaire.OpenConnectionAsync();
        await using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT demandes || ' ' || refusees || ' ' || limitees || ' ' || pannes || ' ' || jour FROM comptes.usages_de_client WHERE client = $1";
        commande.Parameters.Add(new Npgsql.NpgsqlParameter { Value = client });
        Assert.Equal("5 1 0 1 2026-11-18", await commande.ExecuteScalarAsync());
    }

    private static async Task RefuseAsync(HttpStatusCode statut, string mot, string code, HttpResponseMessage reponse)
    {
        await AssertPage.StatutAsync(statut, reponse);
        var json = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(mot, json.GetProperty("error").GetString());
        Assert.All(json.GetProperty("error_description").GetString()!, c => Assert.True(char.IsAscii(c) && c is not ('"' or '\\')));
        Assert.Equal(code, json.GetProperty("erreurs")[0].GetProperty("code").GetString());
        Assert.True(reponse.Headers.CacheControl?.NoStore);
        Assert.Equal(statut == HttpStatusCode.Unauthorized, reponse.Headers.WwwAuthenticate.Count > 0);
    }

    private async Task<HttpResponseMessage> BasiqueAsync(string identite, params (string Nom, string Valeur)[] champs)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Post, "/api/v1/jetons") { Content = new FormUrlEncodedContent(champs.Prepend(("grant_type", "client_credentials")).Select(c => KeyValuePair.Create(c.Item1, c.Item2))) };
        requete.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(identite)));
        return await site.Client.SendAsync(requete);
    }

    private static Task<SecretDonne> UnClientAsync(ApplicationDeTest application, int dureeJours = 365) => application.DansAsync(async s =>
    {
        await FaireAvec.Comptes.Demonstration.Personas.AjouterAsync(s.GetRequiredService<FaireAvec.Kernel.Donnees.FaireAvecDb>(), application.Horloge, CancellationToken.None);
        var demande = new ClientDemande { Nom = "Logiciel", Etendues = ["essai:lire"], Portee = Portee.National };
        return (await s.GetRequiredService<GestionDesClients>().CreerAsync(null, SiteDesClients.Mediatheque, demande, dureeJours, CancellationToken.None)).Valeur;
    }, "systeme:commande,systeme:demarrage");

    private static async Task<HttpResponseMessage> JetonBrutAsync(ApplicationDeTest application, SecretDonne secret)
    {
        using var contenu = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", secret.Client.ToString()), new("client_secret", secret.Secret)]);
        return await application.Client.PostAsync("/api/v1/jetons", contenu);
    }

    private static async Task<(string Jeton, int Duree)> DemanderAsync(ApplicationDeTest application, SecretDonne secret)
    {
        using var reponse = await JetonBrutAsync(application, secret);
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        var json = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement;
        return (json.GetProperty("access_token").GetString()!, json.GetProperty("expires_in").GetInt32());
    }

    private static async Task<HttpStatusCode> MoiAsync(ApplicationDeTest application, string jeton)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, "/api/v1/moi");
        requete.Headers.Authorization = new("Bearer", jeton);
        using var reponse = await application.Client.SendAsync(requete);
        return reponse.StatusCode;
    }
}
