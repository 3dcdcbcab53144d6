using System.Net;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>What is easily forgotten: what was left open elsewhere, what was typed too late, what another tab changed.</summary>
[Collection(CollectionDeConnexion.Nom)]
public sealed class InattentionsTests(SiteDeConnexion site)
{
    [Fact]
    public async Task Une_adresse_qui_a_change_n_ouvre_plus_rien()
    {
        var organisation = await site.OrganisationAsync();
        await site.CompteAsync(Role.Referent, organisation);
        await site.CompteAsync(Role.GestionnaireStructure, organisation);
        var compte = await site.CompteAsync(Role.Mediateur, organisation);
        await site.ApplicationDeCodesAsync(compte.Id);

        // With the mailbox alone: a link that waits, a browser past the link, a request for help.
        var (enRoute, passe, client) = (site.Visiteur().Client, site.Visiteur().Client, await site.ConnecteAsync(compte.Id));
        await site.EntrerAsync(passe, compte.Courriel);
        using (var demandee = await SiteDeConnexion.RemplirAsync(passe, "/connexion/secours"))
        {
            Assert.Equal("/connexion/secours", SiteDeConnexion.Vers(demandee));
        }

        var lien = await site.LienAsync(enRoute, compte.Courriel, 2);
        await Attente.QueAsync("the link", async () =>
        {
            using var page = await enRoute.GetAsync(lien);
            return page.StatusCode == HttpStatusCode.OK;
        });

        var nouvelle = $"nouvelle.{Guid.CreateVersion7():N}@example.org";
        (await SiteDeConnexion.RemplirAsync(client, "/mon-compte/courriel", null, ("Courriel", nouvelle))).Dispose();
        foreach (var (a, objet) in new[] { (nouvelle, "Confirmez votre adresse"), (compte.Courriel, "Changement d’adresse") })
        {
            (await SiteDeConnexion.UtiliserAsync(site.Visiteur().Client, site.Chemin((await site.Courrier.AttendreAsync(a, objet)).Texte))).Dispose();
        }

        Assert.Equal(nouvelle, await site.LireAsync(db => db.Set<Compte>().Where(c => c.Id == compte.Id).Select(c => c.Courriel).SingleAsync()));
        using (var ancien = await enRoute.GetAsync(lien))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Gone, ancien);
        }

        using (var etape = await passe.GetAsync("/connexion/facteur"))
        {
            Assert.Equal("/connexion?recommencer=true", SiteDeConnexion.Vers(etape));
        }

        Assert.Equal(EtatDeSecours.Annulee, await site.LireAsync(db => db.Set<DemandeDeSecours>().Where(d => d.Compte == compte.Id).Select(d => d.Etat).SingleAsync()));
        await client.LirePageAsync("/mon-compte");
    }

    [Fact]
    public async Task Deux_navigateurs_devant_le_choix_du_premier_moyen_n_en_font_qu_un()
    {
        var compte = await site.CompteAsync();
        var pages = new List<(HttpClient Client, AngleSharp.Html.Dom.IHtmlDocument Page, string Code)>();
        for (var i = 1; i <= 4; i++)
        {
            var client = site.Visiteur().Client;
            await site.EntrerAsync(client, compte.Courriel, i);
            var page = await client.LirePageAsync("/connexion/premier-facteur");
            pages.Add((client, page, site.Code(Base32.Lire(page.QuerySelector(".fa-graine")!.TextContent)!)));
        }

        var issues = await Task.WhenAll(pages.Select(async p =>
        {
            using var reponse = await SiteDeConnexion.EnvoyerAsync(p.Client, p.Page, "/connexion/premier-facteur", ("Code", p.Code));
            return reponse.StatusCode;
        }));
        Assert.Single(issues, s => s == HttpStatusCode.OK);
        Assert.Equal(3, issues.Count(s => s == HttpStatusCode.Redirect));
        Assert.Equal(1, await site.LireAsync(db => db.Set<Session>().CountAsync(s => s.Compte == compte.Id)));
    }

    [Fact]
    public async Task Un_formulaire_envoye_apres_la_fin_de_la_session_rend_le_texte()
    {
        const string Texte = "Madame Exemple a fait sa demande toute seule, <b>du premier coup</b>.";
        var compte = await site.CompteAsync(Role.Mediateur, await site.OrganisationAsync());
        using var client = await site.ConnecteAsync(compte.Id);
        var page = await client.LirePageAsync("/mes-donnees/demander");
        site.Horloge.Avancer(TimeSpan.FromHours(3));
        using var tard = await SiteDeConnexion.EnvoyerAsync(client, page, "/mes-donnees/demander", ("Type", "Opposition"), ("Texte", Texte), ("Code", "123456 ou 654321, lequel des deux"));
        await AssertPage.StatutAsync(HttpStatusCode.Forbidden, tard);
        Assert.True(tard.Headers.CacheControl?.NoStore);
        var perdue = await tard.LirePageAsync();
        AssertPage.H1(perdue, "Votre session est finie");
        Assert.Equal([Texte], perdue.QuerySelectorAll("textarea").Select(t => t.TextContent));
        Assert.Contains(perdue.QuerySelectorAll("a"), a => a.GetAttribute("href") == "/connexion?retour=%2Fmes-donnees%2Fdemander");
        Assert.Equal(0, await site.LireAsync(db => db.Set<FaireAvec.Comptes.DonneesPersonnelles.Domain.DemandeDeDroits>().CountAsync(d => d.Personne == compte.Id)));

        // Who never had a session is told what they were told before.
        using var inconnu = await site.Visiteur().Client.PostAsync("/mes-donnees/demander", new FormUrlEncodedContent([KeyValuePair.Create("Type", "Opposition")]));
        AssertPage.H1(await inconnu.LirePageAsync(), "Votre session est finie");
        using var ailleurs = await site.Visiteur().Client.GetAsync("/mes-donnees/preuve/x");
        AssertPage.H1(await ailleurs.LirePageAsync(), "Page introuvable");
    }

    [Fact]
    public async Task Un_formulaire_ouvert_pour_une_organisation_ne_s_envoie_pas_pour_une_autre()
    {
        var (ici, la) = (await site.OrganisationAsync(), await site.OrganisationAsync());
        var compte = await site.CompteAsync(Role.GestionnaireStructure, ici);
        await site.Application.AvecBaseAsync(
            async db =>
            {
                db.Add(new Appartenance { Id = Identifiants.Nouveau(site.Horloge), Compte = compte.Id, Organisation = la, Role = Role.GestionnaireStructure, Debut = site.Horloge.Instant });
                return await db.SaveChangesAsync();
            },
            "systeme:commande");
        using var client = await site.ConnecteAsync(compte.Id);
        await ChoisirAsync(ici);
        var ouverte = await client.LirePageAsync("/comptes/equipes");
        var choix = await client.LirePageAsync("/espace/organisation");

        // In another tab, the other organisation. The first tab still shows the first one.
        await ChoisirAsync(la);
        using (var equipe = await SiteDeConnexion.EnvoyerAsync(client, ouverte, "/comptes/equipes", ("Nom", "Équipe du premier onglet")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, equipe);
            var refus = await equipe.LirePageAsync();
            AssertPage.H1(refus, "Ce formulaire n’est plus à jour");
            Assert.Equal(["Équipe du premier onglet"], refus.QuerySelectorAll("textarea").Select(t => t.TextContent));
        }

        Assert.False(await site.Application.AvecBaseAsync(db => db.Set<Equipe>().AnyAsync(e => e.Nom == "Équipe du premier onglet"), "administrateur"));

        // Choosing again and leaving always work.
        using (var revenu = await SiteDeConnexion.EnvoyerAsync(client, choix, "/espace/organisation", ("Choix", ici.ToString())))
        {
            Assert.Equal("/espace", SiteDeConnexion.Vers(revenu));
        }

        await ChoisirAsync(la);
        using var sortie = await SiteDeConnexion.EnvoyerAsync(client, ouverte, "/deconnexion");
        Assert.Equal("/deconnexion", SiteDeConnexion.Vers(sortie));

        async Task ChoisirAsync(Guid organisation)
        {
            using var choisie = await SiteDeConnexion.RemplirAsync(client, "/espace/organisation", null, ("Choix", organisation.ToString()));
            Assert.Equal("/espace", SiteDeConnexion.Vers(choisie));
        }
    }
}
