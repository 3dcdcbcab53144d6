using System.Net;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>Somebody lost everything: two colleagues, the code by voice, a link, new factors; and everything that must not suffice.</summary>
[Collection(CollectionDeConnexion.Nom)]
public sealed class SecoursTests(SiteDeConnexion site)
{
    [Fact]
    public async Task Deux_collegues_rouvrent_un_compte_et_les_anciens_moyens_ne_valent_plus_rien()
    {
        var (organisation, compte, graine, client, demande, code) = await DemanderAsync();
        using var referent = await site.ConnecteAsync((await site.CompteAsync(Role.Referent, organisation)).Id);
        using var gestionnaire = await site.ConnecteAsync((await site.CompteAsync(Role.GestionnaireStructure, organisation)).Id);
        AssertPage.Dit(await referent.LirePageAsync("/comptes/depannages"), compte.NomComplet);
        var adresse = $"/comptes/depannages/{demande}";
        using (var faux = await SiteDeConnexion.RemplirAsync(referent, adresse, adresse, ("Code", "AAAAAA")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        }

        using (var un = await SiteDeConnexion.RemplirAsync(referent, adresse, adresse, ("Code", code)))
        {
            Assert.Equal("/comptes/depannages?fait=accord", SiteDeConnexion.Vers(un));
        }

        AssertPage.Dit(await referent.LirePageAsync(adresse), "Vous avez donné votre accord");
        Assert.DoesNotContain(site.Courrier.Recus, m => m.A == compte.Courriel && m.Objet.Contains("revenir", StringComparison.Ordinal));
        using (var deux = await SiteDeConnexion.RemplirAsync(gestionnaire, adresse, adresse, ("Code", code)))
        {
            Assert.Equal("/comptes/depannages?fait=second", SiteDeConnexion.Vers(deux));
        }

        var lien = site.Chemin((await site.Courrier.AttendreAsync(compte.Courriel, "Vous pouvez revenir")).Texte);
        using var ancienne = await site.ConnecteAsync(compte.Id);
        var (nouveau, _) = site.Visiteur();
        using (var entre = await SiteDeConnexion.UtiliserAsync(nouveau, lien))
        {
            Assert.Equal("/connexion/facteur", SiteDeConnexion.Vers(entre));
        }

        Assert.Equal("/connexion?retour=%2Fespace", SiteDeConnexion.Vers(await ancienne.GetAsync("/espace")));
        // The browser that asked had proved the mailbox alone: it isn't led to choose a factor now that there is none.
        foreach (var etape in (string[])["/connexion/facteur", "/connexion/premier-facteur"])
        {
            using var refusee = await client.GetAsync(etape);
            Assert.Equal("/connexion?recommencer=true", SiteDeConnexion.Vers(refusee));
        }

        Assert.False(await site.LireAsync(db => db.Set<ApplicationDeCodes>().AnyAsync(a => a.Compte == compte.Id)));
        await nouveau.LirePageAsync("/connexion/premier-facteur");
        await site.Courrier.AttendreAsync(compte.Courriel, "sont à refaire");
        using var rejoue = await nouveau.GetAsync(lien);
        await AssertPage.StatutAsync(HttpStatusCode.Gone, rejoue);
        Assert.NotEmpty(graine);
        client.Dispose();
    }

    [Fact]
    public async Task Une_seule_personne_ne_suffit_jamais_meme_cent_fois_au_meme_instant()
    {
        var (organisation, compte, _, client, demande, code) = await DemanderAsync();
        using var referent = await site.ConnecteAsync((await site.CompteAsync(Role.Referent, organisation)).Id);
        var adresse = $"/comptes/depannages/{demande}";
        var page = await referent.LirePageAsync(adresse);
        var reponses = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var reponse = await SiteDeConnexion.EnvoyerAsync(referent, page, adresse, ("Code", code));
            return SiteDeConnexion.Vers(reponse);
        }));
        Assert.Single(reponses, r => r == "/comptes/depannages?fait=accord");
        Assert.Equal(49, reponses.Count(r => r == "409"));
        Assert.Equal(EtatDeSecours.EnAttente, await site.LireAsync(db => db.Set<DemandeDeSecours>().Where(d => d.Id == demande).Select(d => d.Etat).SingleAsync()));
        Assert.NotNull(compte);
        client.Dispose();
    }

    [Fact]
    public async Task Ni_soi_meme_ni_une_autre_organisation_ni_un_collegue_sans_le_droit()
    {
        var (organisation, compte, _, client, demande, _) = await DemanderAsync(Role.Referent);
        var adresse = $"/comptes/depannages/{demande}";
        using var soi = await site.ConnecteAsync(compte.Id);
        using (var refus = await soi.GetAsync(adresse))
        {
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, refus);
        }

        using var ailleurs = await site.ConnecteAsync((await site.CompteAsync(Role.Referent, await site.OrganisationAsync())).Id);
        using (var refus = await ailleurs.GetAsync(adresse))
        {
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, refus);
        }

        Assert.DoesNotContain(compte.NomComplet, AssertPage.Texte((await ailleurs.LirePageAsync("/comptes/depannages")).Body!), StringComparison.Ordinal);
        using var collegue = await site.ConnecteAsync((await site.CompteAsync(Role.Mediateur, organisation)).Id);
        foreach (var page in (string[])[adresse, "/comptes/depannages"])
        {
            using var refus = await collegue.GetAsync(page);
            await AssertPage.StatutAsync(HttpStatusCode.Forbidden, refus);
        }

        client.Dispose();
    }

    [Fact]
    public async Task La_personne_arrete_la_demande_par_son_courriel_et_un_collegue_la_refuse()
    {
        var (organisation, compte, _, client, demande, code) = await DemanderAsync();
        var lettre = await site.Courrier.AttendreAsync(compte.Courriel, "Demande d’aide");
        Assert.DoesNotContain(code, lettre.Texte, StringComparison.Ordinal);
        using (var stop = await SiteDeConnexion.UtiliserAsync(site.Visiteur().Client, site.Chemin(lettre.Texte)))
        {
            AssertPage.Dit(await stop.LirePageAsync(), "Vos moyens de connexion n’ont pas changé");
        }

        using var referent = await site.ConnecteAsync((await site.CompteAsync(Role.Referent, organisation)).Id);
        using (var finie = await referent.GetAsync($"/comptes/depannages/{demande}"))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Conflict, finie);
        }

        var (_, autre, _, client2, seconde, _) = await DemanderAsync(Role.Mediateur, organisation);
        using (var refus = await SiteDeConnexion.RemplirAsync(referent, $"/comptes/depannages/{seconde}", $"/comptes/depannages/{seconde}?handler=Refuser"))
        {
            Assert.Equal("/comptes/depannages?fait=refus", SiteDeConnexion.Vers(refus));
        }

        await site.Courrier.AttendreAsync(autre.Courriel, "est refusée");
        client.Dispose();
        client2.Dispose();
    }

    [Fact]
    public async Task Sans_deux_collegues_qui_le_puissent_la_demande_ne_se_fait_pas()
    {
        var compte = await site.CompteAsync(Role.Mediateur, await site.OrganisationAsync());
        await site.ApplicationDeCodesAsync(compte.Id);
        var (client, _) = site.Visiteur();
        AssertPage.Dit(await client.LirePageAsync("/connexion/secours"), "D’abord, recevez un lien par courriel");
        await site.EntrerAsync(client, compte.Courriel);
        using var refus = await SiteDeConnexion.RemplirAsync(client, "/connexion/secours");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
        AssertPage.Dit(await refus.LirePageAsync(), "Il n’y a pas deux personnes");
    }

    private async Task<(Guid Organisation, Compte Compte, byte[] Graine, HttpClient Client, Guid Demande, string Code)> DemanderAsync(Role role = Role.Mediateur, Guid? ou = null)
    {
        var organisation = ou ?? await site.OrganisationAsync();
        await site.CompteAsync(Role.Referent, organisation);
        await site.CompteAsync(Role.GestionnaireStructure, organisation);
        var compte = await site.CompteAsync(role, organisation);
        var graine = await site.ApplicationDeCodesAsync(compte.Id);
        var (client, _) = site.Visiteur();
        await site.EntrerAsync(client, compte.Courriel);
        using (var faite = await SiteDeConnexion.RemplirAsync(client, "/connexion/secours"))
        {
            Assert.Equal("/connexion/secours", SiteDeConnexion.Vers(faite));
        }

        var code = (await client.LirePageAsync("/connexion/secours")).QuerySelector(".fa-code-a-dire")!.TextContent.Replace(" ", "", StringComparison.Ordinal).Trim();
        var demande = await site.LireAsync(db => db.Set<DemandeDeSecours>().Where(d => d.Compte == compte.Id).Select(d => d.Id).SingleAsync());
        return (organisation, compte, graine, client, demande, code);
    }
}
