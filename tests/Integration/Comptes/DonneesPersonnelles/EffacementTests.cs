using System.Net;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Securite;
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
        Assert.True((await site.Services.GetRequiredService<ClotureDeCompte>().CloreAsync(qui.Id, "test", "Départ", CancellationToken.None)).Reussi);
        var resultats = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.EffacerAsync(qui.Id, null, "test", null, CancellationToken.None)));
        Assert.Single(resultats, r => r.Reussi);
        Assert.All(resultats.Where(r => !r.Reussi), r => Assert.Equal("CPT-153", r.Erreur!.Code));
        Assert.All(await VerifierAsync(), c => Assert.Null(c.Defaut));
    }

    [Fact]
    public async Task Apres_un_an_un_compte_clos_s_efface_de_lui_meme_et_le_registre_le_dit()
    {
        var (ancien, recent, lecteur) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Mediateur));
        var cloture = site.Services.GetRequiredService<ClotureDeCompte>();
        await cloture.CloreAsync(ancien.Id, "test", "Départ", CancellationToken.None);
        await cloture.CloreAsync(recent.Id, "test", "Départ", CancellationToken.None);
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
    public async Task Le_dernier_administrateur_reste()
    {
        await using var seul = await ApplicationDeTest.DemarrerAsync();
        await seul.AvecBaseAsync(
            async db =>
            {
                await FaireAvec.Comptes.Demonstration.Personas.AjouterAsync(db, seul.Horloge, CancellationToken.None);
                return 0;
            },
            "systeme:demarrage");
        var cloture = seul.Services.GetRequiredService<ClotureDeCompte>();
        var administrateur = FaireAvec.Comptes.Demonstration.Personas.Lire("administrateur")!.Id;
        Assert.Equal("CPT-154", (await cloture.CloreAsync(administrateur, "test", "Départ", CancellationToken.None)).Erreur!.Code);
        Assert.Equal(1, await seul.Base.LireAsync<long>("SELECT count(*) FROM comptes.comptes WHERE id = $1 AND etat = 'Actif'", administrateur));
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
