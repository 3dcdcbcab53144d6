using System.Net;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes;

/// <summary>A session knows who asks, for whom they work, and ends when it must.</summary>
public sealed class SessionsTests(SessionsTests.Site site) : IClassFixture<SessionsTests.Site>
{
    [Fact]
    public async Task Qui_est_connecte_voit_son_nom_et_son_organisation_et_ce_qui_l_est_ne_reste_dans_aucun_cache()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        foreach (var adresse in new[] { "/", LiensComptes.Espace, LiensComptes.Droits })
        {
            using var reponse = await client.GetAsync(adresse);
            var barre = (await reponse.LirePageAsync()).QuerySelector(".fa-barre-compte")!.TextContent;
            Assert.Contains("Camille Exemple", barre, StringComparison.Ordinal);
            Assert.Contains("Médiathèque Exemple", barre, StringComparison.Ordinal);
            Assert.True(reponse.Headers.CacheControl?.NoStore);
        }
    }

    [Fact]
    public async Task Un_visiteur_est_mene_a_la_connexion_et_revient_ou_il_voulait()
    {
        using var reponse = await site.NouveauClient().GetAsync("/espace?a=1");
        Assert.Equal((HttpStatusCode.Redirect, "/connexion?retour=%2Fespace%3Fa%3D1"), (reponse.StatusCode, reponse.Headers.Location!.ToString()));
        using var accueil = await site.NouveauClient().GetAsync("/");
        Assert.Contains("Cookie", accueil.Headers.Vary);
        Assert.Null((await accueil.LirePageAsync()).QuerySelector(".fa-barre-compte"));
    }

    [Fact]
    public async Task Se_deconnecter_ferme_la_session_dans_la_base()
    {
        using var client = await site.ClientDeAsync(Role.Aidant);
        // Opening the address ends nothing, and says so.
        var page = await client.LirePageAsync(LiensComptes.Deconnexion);
        AssertPage.H1(page, "Vous êtes encore connecté");
        Assert.NotNull(page.QuerySelector($"main form[action='{LiensComptes.Deconnexion}'] button"));
        using var reponse = await client.EnvoyerAsync(LiensComptes.Deconnexion, page);
        Assert.Equal(LiensComptes.Deconnexion, reponse.Headers.Location?.ToString());
        AssertPage.H1(await client.LirePageAsync(LiensComptes.Deconnexion), "Vous êtes déconnecté");
        using var apres = await client.GetAsync(LiensComptes.Espace);
        Assert.Equal(HttpStatusCode.Redirect, apres.StatusCode);
        Assert.NotNull(Assert.Single(await SessionsAsync(Role.Aidant)).FermeeLe);
    }

    [Fact]
    public async Task Une_deconnexion_sans_jeton_est_refusee()
    {
        using var client = await site.ClientDeAsync(Role.Referent);
        using var contenu = new FormUrlEncodedContent([]);
        using var reponse = await client.PostAsync(LiensComptes.Deconnexion, contenu);
        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        using var encore = await client.GetAsync(LiensComptes.Espace);
        Assert.Equal(HttpStatusCode.OK, encore.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("'; DROP TABLE comptes.sessions; --aaaaaaaaa")]
    public async Task Un_cookie_invente_ne_connecte_personne(string valeur)
    {
        using var client = site.NouveauClient();
        using var requete = new HttpRequestMessage(HttpMethod.Get, LiensComptes.Espace);
        requete.Headers.TryAddWithoutValidation("Cookie", $"{CookieDeSession.Nom}={valeur}");
        using var reponse = await client.SendAsync(requete);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
    }

    [Fact]
    public async Task Sans_un_clic_pendant_deux_heures_la_session_finit()
    {
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Connecte = Role.Mediateur });
        autre.Horloge.Avancer(TimeSpan.FromMinutes(119));
        await AssertStatutAsync(HttpStatusCode.OK, autre.Client);
        // The click counts: two hours more from here.
        autre.Horloge.Avancer(TimeSpan.FromMinutes(119));
        await AssertStatutAsync(HttpStatusCode.OK, autre.Client);
        autre.Horloge.Avancer(TimeSpan.FromMinutes(121));
        await AssertStatutAsync(HttpStatusCode.Redirect, autre.Client);
    }

    [Fact]
    public async Task Apres_douze_heures_la_session_finit_meme_si_l_on_s_en_sert()
    {
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Connecte = Role.Mediateur });
        for (var i = 0; i < 7; i++)
        {
            autre.Horloge.Avancer(TimeSpan.FromMinutes(100));
            await AssertStatutAsync(HttpStatusCode.OK, autre.Client);
        }

        autre.Horloge.Avancer(TimeSpan.FromMinutes(21));
        await AssertStatutAsync(HttpStatusCode.Redirect, autre.Client);
    }

    [Fact]
    public async Task Un_role_qui_finit_un_compte_suspendu_une_session_fermee_ont_leur_effet_au_clic_suivant()
    {
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Connecte = Role.GestionnaireDonnees });
        await AssertStatutAsync(HttpStatusCode.OK, autre.Client, "/donnees");
        await autre.Base.ExecuterAsync("UPDATE comptes.appartenances SET fin = debut WHERE role = 'gestionnaire_donnees'");
        await AssertStatutAsync(HttpStatusCode.Forbidden, autre.Client, "/donnees");
        AssertPage.Dit(await autre.Client.LirePageAsync(LiensComptes.Espace), "Vous n’avez plus de rôle dans une organisation.");
        await autre.Base.ExecuterAsync("UPDATE comptes.comptes SET etat = 'Suspendu'");
        await AssertStatutAsync(HttpStatusCode.Redirect, autre.Client);
    }

    [Fact]
    public async Task Qui_travaille_pour_deux_organisations_choisit_et_peut_changer()
    {
        await using var autre = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Connecte = Role.Mediateur });
        var association = Personas.IdDOrganisation(Personas.Association);
        await autre.AvecBaseAsync(
            async db =>
            {
                db.Add(new Appartenance { Id = Identifiants.Nouveau(autre.Horloge), Compte = Personas.Lire("mediateur")!.Id, Organisation = association, Role = Role.GestionnaireDonnees, Debut = autre.Horloge.Instant });
                return await db.SaveChangesAsync();
            },
            "administrateur");
        var espace = await autre.Client.LirePageAsync(LiensComptes.Espace);
        AssertPage.Dit(espace, "Choisissez celle pour laquelle vous travaillez maintenant.");
        // On a telephone the whole name of the organisation is read: two of them may begin alike.
        Assert.NotNull(espace.QuerySelector(".fa-barre-compte--plusieurs"));
        await AssertStatutAsync(HttpStatusCode.Forbidden, autre.Client, "/donnees");

        var choix = await autre.Client.LirePageAsync(LiensComptes.ChoisirLOrganisation);
        using (var mauvais = await autre.Client.EnvoyerAsync(LiensComptes.ChoisirLOrganisation, choix, ("Choix", Personas.IdDOrganisation("nationale").ToString())))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, mauvais);
            AssertPage.Erreurs(await mauvais.LirePageAsync(), "Choisissez une organisation de la liste.");
        }

        using var bon = await autre.Client.EnvoyerAsync(LiensComptes.ChoisirLOrganisation, choix, ("Choix", association.ToString()));
        Assert.Equal(LiensComptes.Espace, bon.Headers.Location?.ToString());
        // Only the roles of the organisation that is chosen count.
        await AssertStatutAsync(HttpStatusCode.OK, autre.Client, "/donnees");
        AssertPage.Dit(await autre.Client.LirePageAsync(LiensComptes.Espace), "gestionnaire de données, Association Exemple d’Aurillac.");
    }

    [Fact]
    public async Task La_connexion_en_un_clic_n_existe_que_sur_la_demonstration()
    {
        using var reponse = await site.NouveauClient().GetAsync("/demo/connexion/mediateur");
        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);

        await using var demonstration = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Embarquee = true });
        using var vide = await demonstration.Client.GetAsync("/demo/connexion/mediateur");
        Assert.Equal(HttpStatusCode.NotFound, vide.StatusCode);
        await demonstration.CookieDeAsync(Role.Support);
        foreach (var role in new[] { "mediateur", "gestionnaire-structure", "administrateur_national", "administrateur" })
        {
            using var client = demonstration.NouveauClient();
            using var entree = await client.GetAsync($"/demo/connexion/{role}?retour=//ailleurs.example");
            Assert.Equal((HttpStatusCode.Redirect, LiensComptes.Espace), (entree.StatusCode, entree.Headers.Location!.ToString()));
            await AssertStatutAsync(HttpStatusCode.OK, client);
        }

        using var inconnu = await demonstration.Client.GetAsync("/demo/connexion/client_api");
        Assert.Equal(HttpStatusCode.NotFound, inconnu.StatusCode);
    }

    [Fact]
    public async Task Le_cookie_n_est_lu_par_aucun_script_et_ne_part_pas_d_un_autre_site()
    {
        await using var demonstration = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Embarquee = true });
        await demonstration.CookieDeAsync(Role.Support);
        using var entree = await demonstration.NouveauClient().GetAsync("/demo/connexion/mediateur");
        var cookie = Assert.Single(entree.Headers.GetValues("Set-Cookie"), c => c.StartsWith(CookieDeSession.Nom, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task AssertStatutAsync(HttpStatusCode statut, HttpClient client, string adresse = LiensComptes.Espace)
    {
        using var reponse = await client.GetAsync(adresse);
        await AssertPage.StatutAsync(statut, reponse);
    }

    private Task<List<Session>> SessionsAsync(Role role)
    {
        var compte = Personas.Lire(role.Cle())!.Id;
        return site.AvecBaseAsync(db => db.Set<Session>().AsNoTracking().Where(s => s.Compte == compte).ToListAsync(), "systeme:connexion");
    }

    public sealed class Site() : ApplicationDeTest(new ReglagesDeTest());
}
