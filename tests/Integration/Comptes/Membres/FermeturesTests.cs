using System.Net;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>An organisation closes: everything that it held ends that day, and it may be opened again, empty.</summary>
[Collection(MembresDuSite.Nom)]
public class FermeturesTests(SiteDesMembres site)
{
    [Fact]
    public async Task Sans_le_droit_la_page_est_fermee()
    {
        var o = await site.OrganisationAsync();
        foreach (var role in new[] { Role.GestionnaireStructure, Role.Referent })
        {
            using var client = (await site.MembreAsync(o.Id, role)).Client;
            await SiteDesMembres.StatutAsync(HttpStatusCode.Forbidden, client, LiensMembres.Fermer(o.Id));
        }

        using var departement = (await site.MembreAsync(o.Id, Role.GestionnaireDepartement, "42")).Client;
        await SiteDesMembres.StatutAsync(HttpStatusCode.Forbidden, departement, LiensMembres.Fermer(o.Id));
    }

    [Fact]
    public async Task Une_organisation_inconnue_est_introuvable()
    {
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, client, LiensMembres.Fermer(site.Id()));
    }

    [Fact]
    public async Task Reunie_a_une_autre_ou_avec_un_administrateur_elle_ne_se_ferme_pas()
    {
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        var (partie, gardee, nationale) = (await site.OrganisationAsync(), await site.OrganisationAsync(), await site.OrganisationAsync());
        await site.RoleAsync((await site.CompteAsync()).Id, nationale.Id, Role.AdministrateurNational);
        using (var dedans = await client.GetAsync(LiensMembres.Fermer(nationale.Id)))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Conflict, dedans);
            AssertPage.Dit(await dedans.LirePageAsync(), ErreursMembres.AdministrateursDedans.Message);
        }

        using (var dedans = await SiteDesMembres.PosterAsync(client, LiensMembres.Reunir, LiensMembres.Fermer(nationale.Id), ("Motif", "Fin")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Conflict, dedans);
        }

        using var reunie = await SiteDesMembres.PosterAsync(client, $"{LiensMembres.Reunir}?absorbee={partie.Numero}&gardee={gardee.Numero}", LiensMembres.Reunir, ("Absorbee", partie.Id.ToString()), ("Gardee", gardee.Id.ToString()), ("Motif", "Deux fois"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reunie);
        foreach (var adresse in new[] { LiensMembres.Fermer(partie.Id), $"{LiensMembres.Fermer(partie.Id)}?handler=Rouvrir" })
        {
            using var refus = await SiteDesMembres.PosterAsync(client, LiensMembres.Reunir, adresse, ("Motif", "Fin"));
            await AssertPage.StatutAsync(HttpStatusCode.Conflict, refus);
        }
    }

    [Fact]
    public async Task L_apercu_dit_ce_qui_finit_puis_tout_finit_et_l_organisation_rouvre_vide()
    {
        var o = await site.OrganisationAsync("Maison qui ferme");
        var (mediatrice, role, membre) = await site.MembreAsync(o.Id, Role.Mediateur);
        var equipe = new Equipe { Id = site.Id(), Organisation = o.Id, Nom = "Équipe qui ferme", CreeeLe = site.Horloge.Instant };
        await site.AjouterAsync(
            new FonctionDOrganisation { Id = site.Id(), Organisation = o.Id, Fonction = Fonction.HabiliteeMandats, Debut = new DateOnly(2026, 1, 1) },
            equipe,
            new ClientApi { Id = site.Id(), Nom = "Logiciel qui s’arrête", Organisation = o.Id, Etendues = ["evenements:lire"], Portee = Portee.Organisation, CreeLe = site.Horloge.Instant });
        await site.AjouterAsync(new MembreDEquipe { Id = site.Id(), Equipe = equipe.Id, Compte = mediatrice.Id, Coordonne = false, Debut = site.Horloge.Instant });
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        var adresse = LiensMembres.Fermer(o.Id);
        var apercu = await client.LirePageAsync(adresse);
        foreach (var phrase in new[] { mediatrice.NomComplet, "Habilitée pour les mandats", "Équipe qui ferme", "Logiciel qui s’arrête" })
        {
            AssertPage.Dit(apercu, phrase);
        }

        using (var sansMotif = await SiteDesMembres.PosterAsync(client, adresse, adresse))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansMotif);
            AssertPage.Erreurs(await sansMotif.LirePageAsync(), ErreursMembres.MotifDeFermeture.Message);
        }

        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        using (var fermee = await SiteDesMembres.PosterAsync(client, adresse, adresse, ("Motif", "Fin d’activité")))
        {
            Assert.Equal($"{LiensMembres.Organisation(o.Id)}?fait=fermee", fermee.Headers.Location!.ToString());
        }

        AssertPage.Dit(await client.LirePageAsync($"{LiensMembres.Organisation(o.Id)}?fait=fermee"), "L’organisation est fermée");
        await site.LireAsync(async db =>
        {
            var fin = await db.Set<Appartenance>().SingleAsync(a => a.Id == role.Id);
            Assert.Equal((site.Horloge.Instant, "Fin d’activité"), (fin.Fin!.Value, fin.MotifDeFin));
            Assert.All(await db.Set<FonctionDOrganisation>().Where(f => f.Organisation == o.Id).ToListAsync(), f => Assert.Equal(JourDeParis.De(site.Horloge.Instant), f.Fin));
            Assert.NotNull((await db.Set<Equipe>().SingleAsync(e => e.Id == equipe.Id)).FermeeLe);
            Assert.NotNull((await db.Set<MembreDEquipe>().SingleAsync(m => m.Equipe == equipe.Id)).Fin);
            Assert.NotNull((await db.Set<ClientApi>().SingleAsync(c => c.Organisation == o.Id)).RevoqueLe);
            return 0;
        });
        Assert.DoesNotContain("Maison qui ferme", (await membre.LirePageAsync(LiensComptes.Espace)).Body!.TextContent, StringComparison.Ordinal);

        // Closed already: nothing to close, but to open.
        using (var encore = await SiteDesMembres.PosterAsync(client, adresse, adresse, ("Motif", "Encore")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        }

        AssertPage.Dit(await client.LirePageAsync(adresse), "La rouvrir ne rend aucun rôle");
        using (var rouverte = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Rouvrir"))
        {
            Assert.Equal($"{LiensMembres.Organisation(o.Id)}?fait=rouverte", rouverte.Headers.Location!.ToString());
        }

        Assert.True((await site.LireAsync(db => db.Set<Organisation>().SingleAsync(x => x.Id == o.Id))).Ouverte);
        Assert.NotNull((await site.LireAsync(db => db.Set<Appartenance>().SingleAsync(a => a.Id == role.Id))).Fin);
        membre.Dispose();
    }
}
