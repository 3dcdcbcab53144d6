using System.Net;
using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.DonneesPersonnelles;

/// <summary>Somebody is erased: nothing says any more who they were, and everything else still holds.</summary>
[Collection(Donnees.Nom)]
public sealed class EffacementTests(SiteDesDonnees site)
{
    [Fact]
    public async Task Sans_cocher_rien_ne_se_ferme()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        using var reponse = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/effacement");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Erreurs(await reponse.LirePageAsync(), "Cochez la case pour confirmer : l’effacement ne se défait pas.");
        Assert.Equal(EtatDeCompte.Actif, (await CompteAsync(qui)).Etat);
    }

    [Fact]
    public async Task De_la_demande_a_la_preuve()
    {
        var (qui, gestionnaire) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.AdministrateurNational));
        var roles = await RolesAsync(qui);

        await site.Base.ExecuterAsync("INSERT INTO comptes.premiers_pas (compte, pas, le) VALUES ($1, 'Nom', now())", qui.Id);
        await site.Base.ExecuterAsync("INSERT INTO comptes.avis_d_inactivite (compte, averti_le) VALUES ($1, now())", qui.Id);
        await site.Base.ExecuterAsync("INSERT INTO comptes.codes_d_assistance (id, compte, sel, empreinte, cree_le, expire_le, essais) VALUES (gen_random_uuid(), $1, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'), now(), now(), 0)", qui.Id);
        await site.Base.ExecuterAsync("INSERT INTO noyau.courriels VALUES (gen_random_uuid(), $1, 'comptes.connexion', now(), 'echec', $2)", qui.Courriel.ToUpperInvariant(), $"550 <{qui.Courriel}> unknown");

        // The person asks: the account closes at once, the session too, and the address of the proof is given.
        using var demandee = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/effacement", ("Confirme", "true"));
        Assert.Equal(HttpStatusCode.Redirect, demandee.StatusCode);
        var preuve = demandee.Headers.Location!.ToString();
        Assert.StartsWith("/mes-donnees/preuve/", preuve, StringComparison.Ordinal);
        using var apres = await qui.Client.GetAsync("/espace");
        Assert.Equal(HttpStatusCode.Redirect, apres.StatusCode);
        Assert.Equal(EtatDeCompte.Clos, (await CompteAsync(qui)).Etat);
        var attente = await site.Client.LirePageAsync(preuve);
        AssertPage.H1(attente, "Votre demande d’effacement");
        Assert.DoesNotContain(qui.Nom, attente.DocumentElement.OuterHtml, StringComparison.Ordinal);

        // The message that says so has left, and is noted.
        await Attente.QueAsync("the message", async () => await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.courriels WHERE destinataire = $1", qui.Courriel) == 1);

        // Somebody else answers it.
        var demande = Assert.Single(await site.LireAsync<DemandeDeDroits>(d => d.Where(x => x.Personne == qui.Id)));
        AssertPage.Dit(await gestionnaire.Client.LirePageAsync("/comptes/demandes"), qui.Nom);
        using var efface = await site.PosterAsync(gestionnaire, $"/comptes/demandes/{demande.Id}", ("vers", "Repondue"), ("Reponse", "C’est effacé."));
        Assert.Equal(HttpStatusCode.Redirect, efface.StatusCode);

        // Nothing says who it was.
        var compte = await CompteAsync(qui);
        Assert.Equal((EtatDeCompte.Efface, "Personne partie", "", null, null), (compte.Etat, compte.NomComplet, compte.Courriel, compte.CleDuCourriel, compte.Telephone));
        Assert.Empty(await site.LireAsync<Session>(s => s.Where(x => x.Compte == qui.Id)));
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.cles_personnes WHERE personne = $1", qui.Id));
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE to_jsonb(journal)::text LIKE '%' || $1 || '%'", qui.Courriel));
        Assert.True(await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE personne = $1", qui.Id) > 0);
        Assert.Equal((EtatDeDemande.Repondue, null, null), await DemandeAsync(demande.Id));

        // Not even the log of mail, the last message included; nor what the account went through. That the terms were accepted stays, without a name.
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.courriels c WHERE to_jsonb(c)::text ILIKE '%' || $1 || '%'", qui.Courriel));
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT (SELECT count(*) FROM comptes.premiers_pas WHERE compte = $1) + (SELECT count(*) FROM comptes.avis_d_inactivite WHERE compte = $1) + (SELECT count(*) FROM comptes.codes_d_assistance WHERE compte = $1)", qui.Id));
        Assert.Equal(VersionsDesConditions.DuProduit().Toutes.Count, await site.Base.LireAsync<long>("SELECT count(*) FROM comptes.acceptations_des_conditions WHERE compte = $1", qui.Id));

        // The rest holds: roles, and the chain of the journal.
        Assert.Equal(roles.Select(r => (r.Id, r.Organisation, r.Role, r.Debut)), (await RolesAsync(qui)).Select(r => (r.Id, r.Organisation, r.Role, r.Debut)));
        Assert.All(await VerifierAsync(), c => Assert.Null(c.Defaut));

        // The person has the proof, and the message.
        var page = await site.Client.LirePageAsync(preuve);
        AssertPage.H1(page, "Preuve d’effacement");
        var garde = Assert.Single(await site.LireAsync<Effacement>(e => e.Where(x => x.Personne == qui.Id)));
        AssertPage.Dit(page, garde.Empreinte);
        AssertPage.Dit(page, "La clé de la personne est détruite");
        Assert.True(garde.CleDetruite);
        Assert.Contains(Directory.EnumerateFiles(Path.Combine(site.Dossier, "courrier"), "*.eml", SearchOption.AllDirectories), f => File.ReadAllText(f).Contains(qui.Courriel, StringComparison.Ordinal));

        // Once.
        using var encore = await site.PosterAsync(gestionnaire, $"/comptes/demandes/{demande.Id}", ("vers", "Repondue"), ("Reponse", "Encore"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
    }

    [Fact]
    public async Task Un_compte_ouvert_ne_s_efface_pas_et_un_compte_efface_ne_s_efface_plus()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var service = site.Services.GetRequiredService<EffacementDePersonne>();
        Assert.Equal("CPT-152", (await service.EffacerAsync(qui.Id, null, "test", null, CancellationToken.None)).Erreur!.Code);
        Assert.True((await site.Services.GetRequiredService<FermetureDeCompte>().FermerAsync(qui.Id, "test", "Départ", CancellationToken.None)).Reussi);
        var resultats = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.EffacerAsync(qui.Id, null, "test", null, CancellationToken.None)));
        Assert.Single(resultats, r => r.Reussi);
        Assert.All(resultats.Where(r => !r.Reussi), r => Assert.Equal("CPT-153", r.Erreur!.Code));
        Assert.All(await VerifierAsync(), c => Assert.Null(c.Defaut));
    }

    [Fact]
    public async Task Apres_un_an_un_compte_clos_s_efface_de_lui_meme_et_le_registre_le_dit()
    {
        var (ancien, recent, lecteur) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Mediateur));
        var fermeture = site.Services.GetRequiredService<FermetureDeCompte>();
        await fermeture.FermerAsync(ancien.Id, "test", "Départ", CancellationToken.None);
        await fermeture.FermerAsync(recent.Id, "test", "Départ", CancellationToken.None);
        await site.Base.ExecuterAsync("UPDATE comptes.comptes SET etat_depuis = $1 WHERE id = $2", site.Horloge.Instant.AddMonths(-12).AddMinutes(-1).UtcDateTime, ancien.Id);
        await site.PurgerAsync();
        Assert.Equal((EtatDeCompte.Efface, EtatDeCompte.Clos), ((await CompteAsync(ancien)).Etat, (await CompteAsync(recent)).Etat));
        AssertPage.Dit(await lecteur.Client.LirePageAsync("/comptes/traitements"), "Dernier passage");
        await site.PurgerAsync();
        Assert.Equal(EtatDeCompte.Clos, (await CompteAsync(recent)).Etat);
    }

    [Theory]
    [InlineData("/mes-donnees/preuve/inconnu")]
    [InlineData("/mes-donnees/preuve/%20")]
    [InlineData("/mes-donnees/preuve/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/mes-donnees/preuve/'%20OR%201=1")]
    public async Task Une_preuve_inconnue_est_introuvable(string adresse)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    [Fact]
    public async Task Demander_l_effacement_retire_les_moyens_de_connexion_comme_fermer()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        await site.AvecBaseAsync(
            async db =>
            {
                db.Add(new CodeImprime { Id = Identifiants.Nouveau(site.Horloge), Compte = qui.Id, Sel = new byte[CodeImprime.OctetsDeSel], Empreinte = new byte[32], CreeLe = site.Horloge.Instant });
                db.Add(new NavigateurConnu { Id = Identifiants.Nouveau(site.Horloge), Compte = qui.Id, Empreinte = [.. qui.Id.ToByteArray(), .. qui.Id.ToByteArray()], Nom = "Firefox", PremierLe = site.Horloge.Instant, VuLe = site.Horloge.Instant });
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");
        using var demandee = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/effacement", ("Confirme", "true"));
        Assert.Equal(HttpStatusCode.Redirect, demandee.StatusCode);
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT (SELECT count(*) FROM comptes.codes_imprimes WHERE compte = $1) + (SELECT count(*) FROM comptes.navigateurs_connus WHERE compte = $1)", qui.Id));
    }

    [Theory]
    [InlineData("/mon-compte/fermer", "Accord")]
    [InlineData("/mes-donnees/effacement", "Confirme")]
    public async Task Le_dernier_administrateur_reste_qu_il_ferme_son_compte_ou_demande_l_effacement(string adresse, string @case)
    {
        await using var seul = await ApplicationDeTest.DemarrerAsync();
        var (premier, second) = (Persona("administrateur"), Persona("mediateur"));
        using var client = await seul.ClientDeAsync(Role.AdministrateurNational);
        // A persona is never closed: these two stand for real people.
        await seul.Base.ExecuterAsync("UPDATE comptes.comptes SET demonstration = false");
        using (var refus = await client.EnvoyerFormulaireAsync(adresse, (@case, "true")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Conflict, refus);
            AssertPage.Dit(await refus.LirePageAsync(), "C’est le dernier administrateur de la plateforme");
        }

        Assert.Equal(1, await seul.Base.LireAsync<long>("SELECT count(*) FROM comptes.comptes c JOIN comptes.appartenances a ON a.compte = c.id WHERE c.id = $1 AND c.etat = 'Actif' AND a.role = 'administrateur' AND a.fin IS NULL", premier));
        Assert.Equal(0, await seul.Base.LireAsync<long>("SELECT count(*) FROM comptes.demandes_de_droits WHERE personne = $1 AND etat <> 'Retiree'", premier));
        AssertPage.SansErreur(await client.LirePageAsync("/mon-compte"));

        // There are two: both leave at once, one stays.
        await seul.AvecBaseAsync(
            async db =>
            {
                var ligne = await db.Set<Appartenance>().AsNoTracking().FirstAsync(a => a.Compte == premier && a.Role == Role.AdministrateurNational);
                db.Add(new Appartenance { Id = Identifiants.Nouveau(seul.Horloge), Compte = second, Organisation = ligne.Organisation, Role = Role.AdministrateurNational, Debut = seul.Horloge.Instant.AddDays(-1) });
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");
        var fermeture = seul.Services.GetRequiredService<FermetureDeCompte>();
        var resultats = await Task.WhenAll(new[] { premier, second }.Select(c => fermeture.FermerAsync(c, "test", "Départ", CancellationToken.None)));
        Assert.Single(resultats, r => r.Reussi);
        Assert.Equal("CPT-154", Assert.Single(resultats, r => !r.Reussi).Erreur!.Code);

        static Guid Persona(string cle) => FaireAvec.Comptes.Demonstration.Personas.Lire(cle)!.Id;
    }

    private async Task<Compte> CompteAsync(Personne qui) => Assert.Single(await site.LireAsync<Compte>(c => c.Where(x => x.Id == qui.Id)));

    private Task<List<Appartenance>> RolesAsync(Personne qui) => site.LireAsync<Appartenance>(a => a.Where(x => x.Compte == qui.Id).OrderBy(x => x.Id));

    private async Task<(EtatDeDemande, string?, string?)> DemandeAsync(Guid id)
    {
        var demande = Assert.Single(await site.LireAsync<DemandeDeDroits>(d => d.Where(x => x.Id == id)));
        return (demande.Etat, demande.Texte, demande.Reponse);
    }

    private Task<List<ConstatJournal>> VerifierAsync() => site.DansAsync(async s =>
    {
        var constats = new List<ConstatJournal>();
        await foreach (var constat in s.GetRequiredService<VerificationJournal>().VerifierAsync())
        {
            constats.Add(constat);
        }

        return constats;
    });
}
