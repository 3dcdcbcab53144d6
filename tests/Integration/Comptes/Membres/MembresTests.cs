using System.Net;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Membres;

/// <summary>Who works where: seen within one's reach, roles given, ended, transferred; access stops at once.</summary>
[Collection(MembresDuSite.Nom)]
public class MembresTests(SiteDesMembres site)
{
    [Fact]
    public async Task Sans_le_droit_les_pages_sont_fermees()
    {
        using var financeur = await site.PersonaAsync(Role.Financeur);
        var id = Personas.IdDOrganisation(Personas.Mediatheque);
        foreach (var adresse in new[] { LiensMembres.Membres, LiensMembres.Acces(id), LiensMembres.Inviter, LiensMembres.Invitations, LiensMembres.Equipes, LiensMembres.FinDeRole(id), LiensMembres.Transfert(id), LiensMembres.DonnerA(id, id) })
        {
            await SiteDesMembres.StatutAsync(HttpStatusCode.Forbidden, financeur, adresse);
        }
    }

    [Fact]
    public async Task Hors_de_portee_rien_n_est_trouve()
    {
        var ailleurs = await site.OrganisationAsync(insee: "15014", departement: "15");
        var autre = await site.CompteAsync();
        var ligne = await site.RoleAsync(autre.Id, ailleurs.Id, Role.Mediateur);
        foreach (var role in new[] { Role.GestionnaireStructure, Role.GestionnaireDepartement })
        {
            using var client = await site.PersonaAsync(role);
            foreach (var adresse in new[] { LiensMembres.MembresDe(ailleurs.Id), LiensMembres.Acces(ailleurs.Id), LiensMembres.FinDeRole(ligne.Id), LiensMembres.Transfert(ligne.Id), LiensMembres.DonnerA(ailleurs.Id, autre.Id), LiensMembres.InviterDans(ailleurs.Id), LiensMembres.FinDeRole(site.Id()) })
            {
                await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, client, adresse);
            }

            AssertPage.Dit(await client.LirePageAsync($"{LiensMembres.Membres}?q={autre.Nom}"), "Personne ne répond à votre recherche");
        }
    }

    [Fact]
    public async Task Chacun_voit_les_membres_de_sa_portee_et_un_coordinateur_ceux_de_son_equipe_ailleurs()
    {
        var (ici, ailleurs) = (await site.OrganisationAsync(), await site.OrganisationAsync(insee: "15014", departement: "15"));
        var (dici, dailleurs) = (await site.CompteAsync(), await site.CompteAsync());
        await site.RoleAsync(dici.Id, ici.Id, Role.Mediateur);
        await site.RoleAsync(dailleurs.Id, ailleurs.Id, Role.Mediateur);
        await site.AjouterAsync(new MembreDEquipe { Id = site.Id(), Equipe = Personas.Equipe, Compte = dailleurs.Id, Coordonne = false, Debut = site.Horloge.Instant });
        async Task<bool> VoitAsync(HttpClient client, Compte qui) => (await client.LirePageAsync($"{LiensMembres.Membres}?q={qui.Nom}")).QuerySelectorAll("tbody tr").Length == 1;
        using var coordinateur = await site.PersonaAsync(Role.Coordinateur);
        using var departement = await site.PersonaAsync(Role.GestionnaireDepartement);
        using var national = await site.PersonaAsync(Role.Support);
        Assert.Equal((true, true), (await VoitAsync(coordinateur, dici), await VoitAsync(coordinateur, dailleurs)));
        Assert.Equal((true, false), (await VoitAsync(departement, dici), await VoitAsync(departement, dailleurs)));
        Assert.Equal((true, true), (await VoitAsync(national, dici), await VoitAsync(national, dailleurs)));
    }

    [Fact]
    public async Task Nul_ne_met_fin_au_role_de_qui_est_au_dessus_de_soi()
    {
        var o = await site.OrganisationAsync();
        var (_, role, gestionnaire) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        var (_, national, _) = await site.MembreAsync(o.Id, Role.Auditeur);
        var (_, sien, referent) = await site.MembreAsync(o.Id, Role.Referent);
        var liste = (await referent.LirePageAsync(LiensMembres.MembresDe(o.Id))).DocumentElement.OuterHtml;
        foreach (var (qui, ligne, statut) in new[] { (referent, role.Id, HttpStatusCode.NotFound), (referent, national.Id, HttpStatusCode.NotFound), (gestionnaire, national.Id, HttpStatusCode.NotFound), (gestionnaire, sien.Id, HttpStatusCode.OK), (referent, sien.Id, HttpStatusCode.OK) })
        {
            Assert.Equal(statut, (await qui.GetStatutAsync(LiensMembres.FinDeRole(ligne))).Statut);
        }

        Assert.DoesNotContain(LiensMembres.FinDeRole(role.Id), liste, StringComparison.Ordinal);
        Assert.Contains(LiensMembres.FinDeRole(sien.Id), liste, StringComparison.Ordinal);
        using var envoi = await SiteDesMembres.PosterAsync(referent, LiensMembres.FinDeRole(sien.Id), LiensMembres.FinDeRole(role.Id), ("Motif", "Essai"));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, envoi);
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.appartenances WHERE id = $1 AND fin IS NOT NULL", role.Id));
    }

    [Fact]
    public async Task Un_role_qui_finit_ferme_l_acces_a_la_requete_suivante_et_ses_traces_restent()
    {
        var o = await site.OrganisationAsync();
        var (_, _, gestionnaire) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        var (parti, role, client) = await site.MembreAsync(o.Id, Role.Mediateur);
        await SiteDesMembres.StatutAsync(HttpStatusCode.OK, client, LiensMembres.MembresDe(o.Id));
        AssertPage.H1(await gestionnaire.LirePageAsync(LiensMembres.FinDeRole(role.Id)), $"Mettre fin au rôle de {parti.NomComplet}");
        using var long_ = await SiteDesMembres.PosterAsync(gestionnaire, LiensMembres.FinDeRole(role.Id), ("Motif", new string('x', 301)));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, long_);
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        using var finie = await SiteDesMembres.PosterAsync(gestionnaire, LiensMembres.FinDeRole(role.Id), ("Motif", "Fin de contrat"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, finie);
        await SiteDesMembres.StatutAsync(HttpStatusCode.Forbidden, client, LiensMembres.MembresDe(o.Id));
        AssertPage.Dit(await gestionnaire.LirePageAsync($"{LiensMembres.MembresDe(o.Id)}&etat=anciens"), parti.Nom);
        Assert.Equal("Fin de contrat", await site.LireAsync(db => db.Set<Appartenance>().Where(a => a.Id == role.Id).Select(a => a.MotifDeFin).SingleAsync()));
        await SiteDesMembres.StatutAsync(HttpStatusCode.Conflict, gestionnaire, LiensMembres.FinDeRole(role.Id));
        gestionnaire.Dispose();
        client.Dispose();
    }

    [Fact]
    public async Task Qui_part_peut_connaitre_le_secret_d_un_logiciel_et_c_est_dit()
    {
        var o = await site.OrganisationAsync();
        var (parti, role, partant) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        var (_, _, gestionnaire) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        Assert.DoesNotContain("en connaître le secret", AssertPage.Texte((await gestionnaire.LirePageAsync(LiensMembres.FinDeRole(role.Id))).Body!), StringComparison.Ordinal);
        await site.AjouterAsync(new ClientApi { Id = Guid.CreateVersion7(), Nom = "Agenda de la ville", Organisation = o.Id, Etendues = [], Portee = Portee.Organisation, Responsable = parti.Id, CreeLe = site.Horloge.Instant });
        AssertPage.Dit(await gestionnaire.LirePageAsync(LiensMembres.FinDeRole(role.Id)), "Cette personne a donné un accès à d’autres logiciels : Agenda de la ville.");
        partant.Dispose();
        gestionnaire.Dispose();
    }

    [Fact]
    public async Task Un_gestionnaire_donne_les_roles_de_sa_table_et_les_autres_sont_refuses_avec_leur_raison()
    {
        var o = await site.OrganisationAsync();
        var (_, _, gestionnaire) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        var (qui, _, client) = await site.MembreAsync(o.Id, Role.Mediateur);
        var adresse = LiensMembres.DonnerA(o.Id, qui.Id);
        async Task<string?> DonnerAsync(string role, string departements = "")
        {
            using var reponse = await SiteDesMembres.PosterAsync(gestionnaire, adresse, ("Role", role), ("Departements", departements));
            return reponse.StatusCode == HttpStatusCode.Redirect ? null : AssertPage.Texte((await reponse.LirePageAsync()).QuerySelector(".govuk-error-summary__list li")!);
        }

        Assert.Equal(ErreursMembres.RoleInconnu.Message, await DonnerAsync(""));
        Assert.Equal(ErreursMembres.RoleNonDonnable.Message, await DonnerAsync("administrateur"));
        Assert.Equal(ErreursMembres.RoleNonDonnable.Message, await DonnerAsync("coordinateur", "42"));
        Assert.Equal(ErreursMembres.TerritoireDeTrop.Message, await DonnerAsync("aidant", "42"));
        Assert.Equal("L’un de ces départements n’existe pas. Écrivez leurs numéros, séparés par des espaces.", await DonnerAsync("aidant", "4242"));
        Assert.Equal(ErreursComptes.Chevauchement.Message, await DonnerAsync("mediateur"));
        Assert.Null(await DonnerAsync("aidant"));
        gestionnaire.Dispose();
        client.Dispose();
    }

    [Fact]
    public async Task Deux_roles_qui_s_excluent_ne_se_donnent_pas_meme_au_meme_instant()
    {
        var o = await site.OrganisationAsync();
        var qui = await site.CompteAsync();
        using var national = await site.PersonaAsync(Role.AdministrateurNational);
        var adresse = LiensMembres.DonnerA(o.Id, qui.Id);
        var jeton = SiteDesMembres.Jeton(await national.LirePageAsync(adresse));
        async Task<HttpResponseMessage> DonnerAsync(string role)
        {
            using var contenu = new FormUrlEncodedContent([new("Role", role), new("__RequestVerificationToken", jeton)]);
            return await national.PostAsync(adresse, contenu);
        }

        var reponses = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => DonnerAsync(i % 2 == 0 ? "instructeur" : "payeur")));
        Assert.Equal(1, reponses.Count(r => r.StatusCode == HttpStatusCode.Redirect));
        Assert.All(reponses.Where(r => r.StatusCode != HttpStatusCode.Redirect), r => Assert.Equal(HttpStatusCode.BadRequest, r.StatusCode));
        Assert.Equal(1, await site.LireAsync(db => db.Set<Appartenance>().CountAsync(a => a.Compte == qui.Id)));
        AssertPage.Dit(await (await DonnerAsync("controleur")).LirePageAsync(), ErreursComptes.RolesIncompatibles.Message);
    }

    [Fact]
    public async Task Un_transfert_finit_et_commence_au_meme_instant_dans_le_territoire_seulement()
    {
        var (ici, vers, ailleurs) = (await site.OrganisationAsync(), await site.OrganisationAsync(), await site.OrganisationAsync(insee: "15014", departement: "15"));
        var (qui, role, client) = await site.MembreAsync(ici.Id, Role.Aidant);
        using var departement = await site.PersonaAsync(Role.GestionnaireDepartement);
        var adresse = LiensMembres.Transfert(role.Id);
        foreach (var numero in new[] { "", "INCONNU", ailleurs.Numero })
        {
            using var refus = await SiteDesMembres.PosterAsync(departement, adresse, ("Vers", numero));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
        }

        using var surPlace = await SiteDesMembres.PosterAsync(departement, adresse, ("Vers", ici.Numero));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, surPlace);
        AssertPage.Erreurs(await surPlace.LirePageAsync(), ErreursMembres.TransfertSurPlace.Message);
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        using var fait = await SiteDesMembres.PosterAsync(departement, adresse, ("Vers", vers.Numero));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, fait);
        var lignes = await site.LireAsync(db => db.Set<Appartenance>().Where(a => a.Compte == qui.Id).OrderBy(a => a.Debut).ToListAsync());
        Assert.Equal((2, ici.Id, vers.Id), (lignes.Count, lignes[0].Organisation, lignes[1].Organisation));
        Assert.Equal(lignes[0].Fin, lignes[1].Debut);
        AssertPage.Dit(await client.LirePageAsync(LiensComptes.Espace), vers.Nom);
        using var encore = await SiteDesMembres.PosterAsync(departement, LiensMembres.Membres, adresse, ("Vers", vers.Numero));
        Assert.NotEqual(HttpStatusCode.Redirect, encore.StatusCode);
        client.Dispose();
    }

    [Fact]
    public async Task Qui_avait_acces_un_jour_donne()
    {
        var o = await site.OrganisationAsync();
        var (qui, role, client) = await site.MembreAsync(o.Id, Role.Referent);
        var jour = DateOnly.FromDateTime(site.Horloge.Instant.UtcDateTime);
        var adresse = LiensMembres.Acces(o.Id);
        AssertPage.Dit(await client.LirePageAsync($"{adresse}?Le={jour:yyyy-MM-dd}"), qui.Nom);
        AssertPage.Dit(await client.LirePageAsync($"{adresse}?Le={jour.AddDays(-1):yyyy-MM-dd}"), "0 rôle tenu");
        await SiteDesMembres.StatutAsync(HttpStatusCode.BadRequest, client, $"{adresse}?Le={jour.AddDays(2):yyyy-MM-dd}");
        await SiteDesMembres.StatutAsync(HttpStatusCode.BadRequest, client, $"{adresse}?Le=nimporte");
        Assert.Equal(role.Debut, (await site.DansAsync(s => s.GetRequiredService<QuiPouvait>().LeAsync(o.Id, jour, CancellationToken.None), "administrateur")).Single().Debut);
        client.Dispose();
    }

    [Fact]
    public async Task Une_equipe_se_compose_et_son_coordinateur_voit_ses_membres()
    {
        var o = await site.OrganisationAsync();
        var (_, _, gestionnaire) = await site.MembreAsync(o.Id, Role.GestionnaireStructure);
        var (coordinateur, _, client) = await site.MembreAsync(o.Id, Role.Coordinateur, "42");
        var (membre, _, _) = await site.MembreAsync(o.Id, Role.Mediateur);
        var etranger = await site.CompteAsync();
        using var vide = await SiteDesMembres.PosterAsync(gestionnaire, LiensMembres.Equipes, ("Nom", " "));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vide);
        using var creee = await SiteDesMembres.PosterAsync(gestionnaire, LiensMembres.Equipes, ("Nom", "Équipe de la vallée"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, creee);
        var adresse = creee.Headers.Location!.ToString();
        await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, client, adresse);
        using var inconnu = await SiteDesMembres.PosterAsync(gestionnaire, adresse, ("Courriel", etranger.Courriel), ("Place", "membre"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, inconnu);
        using var chef = await SiteDesMembres.PosterAsync(gestionnaire, adresse, ("Courriel", coordinateur.Courriel), ("Place", "coordinateur"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, chef);
        using var ajoute = await SiteDesMembres.PosterAsync(client, adresse, ("Courriel", membre.Courriel), ("Place", "membre"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ajoute);
        using var deuxFois = await SiteDesMembres.PosterAsync(client, adresse, ("Courriel", membre.Courriel), ("Place", "membre"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, deuxFois);
        using var promu = await SiteDesMembres.PosterAsync(client, adresse, ("Courriel", membre.Courriel), ("Place", "coordinateur"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, promu);
        AssertPage.Dit(await client.LirePageAsync(adresse), membre.Nom);
        var ligne = await site.LireAsync(db => db.Set<MembreDEquipe>().SingleAsync(m => m.Compte == membre.Id));
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        using var retire = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Retirer", ("membre", ligne.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retire);
        using var encore = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Retirer", ("membre", ligne.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        AssertPage.Dit(await client.LirePageAsync(adresse), "1 personne partie");
        gestionnaire.Dispose();
        client.Dispose();
    }

    [Fact]
    public async Task Le_dernier_administrateur_ne_part_pas()
    {
        var admin = Personas.Toutes.Single(p => p.Role == Role.AdministrateurNational).Id;
        using var client = await site.PersonaAsync(Role.AdministrateurNational);
        // Other tests of this site make administrators of their own.
        var maintenant = site.Horloge.Instant;
        await site.LireAsync(db => db.Set<Appartenance>().Where(a => a.Compte != admin && a.Role == Role.AdministrateurNational && a.Fin == null).ExecuteUpdateAsync(m => m.SetProperty(a => a.Fin, maintenant)));
        var ligne = await site.LireAsync(db => db.Set<Appartenance>().SingleAsync(a => a.Compte == admin && a.Role == Role.AdministrateurNational && a.Fin == null));
        using var reponse = await SiteDesMembres.PosterAsync(client, LiensMembres.FinDeRole(ligne.Id));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, reponse);
        AssertPage.Erreurs(await reponse.LirePageAsync(), ErreursMembres.DernierAdministrateur.Message);
    }
}
