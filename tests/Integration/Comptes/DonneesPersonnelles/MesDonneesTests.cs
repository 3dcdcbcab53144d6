using System.Net;
using System.Text.Json;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.DonneesPersonnelles;

/// <summary>What is known of somebody, shown to them alone; their requests and their consents.</summary>
[Collection(Donnees.Nom)]
public sealed class MesDonneesTests(SiteDesDonnees site)
{
    [Theory]
    [InlineData("/mes-donnees")]
    [InlineData("/mes-donnees?format=json")]
    [InlineData("/mes-donnees/demander")]
    [InlineData("/mes-donnees/effacement")]
    [InlineData("/mes-donnees/accords")]
    [InlineData("/mes-donnees/assistance")]
    public async Task Sans_session_on_se_connecte_d_abord(string adresse)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        Assert.StartsWith("/connexion?retour=", reponse.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_page_dit_tout_et_rien_des_autres()
    {
        var autre = await site.PersonneAsync(Role.Mediateur);
        var qui = await site.PersonneAsync(Role.Mediateur, autre.Organisation);
        var page = await qui.Client.LirePageAsync("/mes-donnees");
        AssertPage.H1(page, "Ce que nous savons de vous");
        AssertPage.Dit(page, qui.Courriel);
        AssertPage.Dit(page, "Médiateur ou médiatrice numérique");
        AssertPage.Dit(page, "Firefox sur Linux");
        Assert.DoesNotContain(autre.Courriel, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Fact]
    public async Task Le_fichier_a_tout_y_compris_ce_que_dit_le_journal_dechiffre()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        using var reponse = await qui.Client.GetAsync("/mes-donnees?format=json");
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.StartsWith("mes-donnees-", reponse.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        var donnees = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement.GetProperty("donnees");
        Assert.Equal(qui.Courriel, donnees.GetProperty("compte")[0].GetProperty("courriel").GetString());
        Assert.Equal("01 99 00 00 01", donnees.GetProperty("compte")[0].GetProperty("telephone").GetString());
        Assert.Equal(1, donnees.GetProperty("roles").GetArrayLength());
        Assert.Contains(donnees.GetProperty("journal_sur_vous").EnumerateArray(), l => l.GetProperty("contenu").GetString()!.Contains(qui.Courriel, StringComparison.Ordinal));
        Assert.DoesNotContain("empreinte", donnees.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task La_vie_du_compte_et_les_messages_recus_sont_dits_a_la_personne_et_a_elle_seule()
    {
        var (qui, autre) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.Referent));
        await site.Base.ExecuterAsync("INSERT INTO comptes.premiers_pas (compte, pas, le) VALUES ($1, 'Nom', now())", qui.Id);
        await site.Base.ExecuterAsync("INSERT INTO comptes.avis_d_inactivite (compte, averti_le, suspendu_le) VALUES ($1, now(), now())", qui.Id);
        await site.Base.ExecuterAsync("INSERT INTO comptes.codes_d_assistance (id, compte, sel, empreinte, cree_le, expire_le, essais) VALUES (gen_random_uuid(), $1, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'), now(), now(), 0)", qui.Id);
        var secours = new DemandeDeSecours { Id = Identifiants.Nouveau(site.Horloge), Compte = qui.Id, Code = "ABC234", DemandeeLe = site.Horloge.Instant, ExpireLe = site.Horloge.Instant.AddDays(7) };
        secours.Accorder(autre.Id, "ABC234", site.Horloge.Instant);
        await site.AvecBaseAsync(
            async db =>
            {
                db.Add(secours);
                return await db.SaveChangesAsync();
            },
            "systeme:connexion");
        await site.Base.ExecuterAsync("INSERT INTO noyau.courriels VALUES (gen_random_uuid(), $1, 'comptes.connexion', now(), 'envoye', NULL)", qui.Courriel);

        var page = await qui.Client.LirePageAsync("/mes-donnees");
        foreach (var dit in (string[])["La vie de votre compte", "Conditions d’utilisation acceptées", "Vérifier votre nom", "Accès suspendu, faute de connexion", "Aide demandée pour vous connecter", "Code donné au support", "Lien de connexion"])
        {
            AssertPage.Dit(page, dit);
        }

        AssertPage.Dit(await autre.Client.LirePageAsync("/mes-donnees"), "Aide donnée à un collègue");
        using var fichier = await qui.Client.GetAsync("/mes-donnees?format=json");
        var donnees = JsonDocument.Parse(await fichier.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(qui.Courriel, Assert.Single(donnees.GetProperty("donnees").GetProperty("courriels").EnumerateArray()).GetProperty("adresse").GetString());
        Assert.Contains(donnees.GetProperty("traitements").EnumerateArray(), t => t.GetProperty("cle").GetString() == "courriels");
        // By raw SQL, nobody reads the addresses nor the life of somebody else's account.
        Assert.Equal(0, await EnTantQueAsync(autre, s => s.GetRequiredService<FaireAvec.Kernel.Donnees.FaireAvecDb>().Database.SqlQuery<int>($"SELECT (SELECT count(*) FROM comptes.adresses_de({qui.Id}))::int + (SELECT count(*) FROM comptes.vie_du_compte({qui.Id}))::int AS \"Value\"").SingleAsync()));
        Assert.Equal(0, await EnTantQueAsync(autre, s => s.GetRequiredService<FaireAvec.Kernel.Donnees.FaireAvecDb>().Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM noyau.courriels_de({new[] { qui.Courriel }})").SingleAsync()));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => EnTantQueAsync(autre, s => s.GetRequiredService<FaireAvec.Kernel.Donnees.FaireAvecDb>().Database.ExecuteSqlAsync($"SELECT noyau.oublier_courriels({new[] { qui.Courriel }})")));
    }

    [Fact]
    public async Task Une_demande_vide_dit_quoi_ecrire_et_un_mot_de_passe_est_refuse()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        using var vide = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/demander");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vide);
        AssertPage.Erreurs(await vide.LirePageAsync(), "Choisissez ce que vous demandez.", "Écrivez ce que vous demandez, même en peu de mots.");
        using var secret = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/demander", ("Type", "Rectification"), ("Texte", "mdp : soleil42"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, secret);
        using var effacement = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/demander", ("Type", "Effacement"), ("Texte", "Tout"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, effacement);
        Assert.Empty(await DemandesAsync(qui));
    }

    [Fact]
    public async Task Une_demande_est_recue_une_fois_avec_son_delai_et_se_retire()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        using var bonne = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/demander", ("Type", "Opposition"), ("Texte", "Pas dans l’annuaire"));
        Assert.Equal(HttpStatusCode.Redirect, bonne.StatusCode);
        var demande = Assert.Single(await DemandesAsync(qui));
        Assert.Equal((TypeDeDemande.Opposition, EtatDeDemande.Recue, qui.Organisation, DelaiDeReponse.Echeance(site.Horloge.Instant)), (demande.Type, demande.Etat, demande.Organisation!.Value, demande.Echeance));
        using var double_ = await qui.Client.EnvoyerFormulaireAsync("/mes-donnees/demander", ("Type", "Opposition"), ("Texte", "Encore"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, double_);
        AssertPage.Erreurs(await double_.LirePageAsync(), "Vous avez déjà une demande de ce type en cours.");

        var autre = await site.PersonneAsync(Role.Mediateur);
        using var pasLaSienne = await site.PosterAsync(autre, "/mes-donnees?handler=Retirer", ("id", demande.Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, pasLaSienne.StatusCode);
        using var retiree = await site.PosterAsync(qui, "/mes-donnees?handler=Retirer", ("id", demande.Id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, retiree.StatusCode);
        using var encore = await site.PosterAsync(qui, "/mes-donnees?handler=Retirer", ("id", demande.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        Assert.Equal(EtatDeDemande.Retiree, Assert.Single(await DemandesAsync(qui)).Etat);
    }

    [Fact]
    public async Task Un_accord_se_donne_et_se_retire_avec_sa_preuve()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var page = await qui.Client.LirePageAsync("/mes-donnees/accords");
        Assert.Empty(page.QuerySelectorAll("input[type=checkbox][checked]"));
        using var sansCocher = await site.PosterAsync(qui, "/mes-donnees/accords?handler=Donner", ("finalite", "comptes.nouvelles"), ("version", "1"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansCocher);
        using var inconnu = await site.PosterAsync(qui, "/mes-donnees/accords?handler=Donner", ("finalite", "comptes.nouvelles"), ("version", "99"), ("Oui", "true"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, inconnu);
        Assert.False(await ADonneAsync(qui));

        using var donne = await site.PosterAsync(qui, "/mes-donnees/accords?handler=Donner", ("finalite", "comptes.nouvelles"), ("version", "1"), ("Oui", "true"));
        Assert.Equal(HttpStatusCode.Redirect, donne.StatusCode);
        Assert.True(await ADonneAsync(qui));
        AssertPage.Dit(await qui.Client.LirePageAsync("/mes-donnees/accords"), "Vous êtes d’accord");
        var texte = Assert.Single(await site.LireAsync<TexteGarde>(t => t.Where(x => x.Finalite == "comptes.nouvelles")));
        Assert.Equal(32, texte.Empreinte.Length);

        using var retire = await site.PosterAsync(qui, "/mes-donnees/accords?handler=Retirer", ("finalite", "comptes.nouvelles"));
        Assert.Equal(HttpStatusCode.Redirect, retire.StatusCode);
        Assert.False(await ADonneAsync(qui));
        using var encore = await site.PosterAsync(qui, "/mes-donnees/accords?handler=Retirer", ("finalite", "comptes.nouvelles"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        var accord = Assert.Single(await site.LireAsync<Accord>(a => a.Where(x => x.Personne == qui.Id)));
        Assert.Equal((1, "EnLigne", qui.Id, site.Horloge.Instant, "EnLigne"), (accord.Version, accord.Moyen, accord.RecueilliPar, accord.RetireLe!.Value, accord.MoyenDuRetrait));
    }

    [Fact]
    public async Task Vingt_accords_donnes_ensemble_n_en_font_qu_un()
    {
        var qui = await site.PersonneAsync(Role.Mediateur);
        var resultats = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => EnTantQueAsync(qui, s => s.GetRequiredService<IConsentements>().DonnerAsync(qui.Id, "comptes.nouvelles", 1, MoyenDAccord.EnLigne, CancellationToken.None))));
        Assert.All(resultats, r => Assert.True(r.Reussi));
        Assert.Single(resultats.Select(r => r.Valeur).Distinct());
        Assert.Single(await site.LireAsync<Accord>(a => a.Where(x => x.Personne == qui.Id)));
    }

    [Fact]
    public async Task Qui_regarde_est_note_une_fois_par_quart_d_heure_et_montre_a_la_personne()
    {
        var (vue, curieux) = (await site.PersonneAsync(Role.Mediateur), await site.PersonneAsync(Role.GestionnaireStructure));
        for (var i = 0; i < 3; i++)
        {
            await NoterAsync(curieux, vue.Id);
        }

        await NoterAsync(curieux, curieux.Id);
        var ligne = Assert.Single(await site.LireAsync<Consultation>(c => c.Where(x => x.Par == curieux.Id)));
        Assert.Equal((vue.Id, curieux.Organisation, "Votre fiche", "Une question"), (ligne.Personne, ligne.Organisation!.Value, ligne.Quoi, ligne.Pourquoi));
        var page = await vue.Client.LirePageAsync("/mes-donnees");
        AssertPage.Dit(page, curieux.Nom);
        AssertPage.Dit(page, "Une question");
        Assert.DoesNotContain("Une question", (await curieux.Client.LirePageAsync("/mes-donnees")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sa_fiche_lue_et_la_liste_enregistree_par_un_autre_se_voient()
    {
        var (gestionnaire, administrateur) = (await site.PersonneAsync(Role.GestionnaireStructure), await site.PersonneAsync(Role.AdministrateurNational));
        var membre = await site.PersonneAsync(Role.Mediateur, gestionnaire.Organisation);
        (await gestionnaire.Client.GetAsync($"/comptes/membres?handler=Csv&organisation={gestionnaire.Organisation}")).Dispose();
        (await administrateur.Client.GetAsync($"/administration/comptes/{membre.Id}")).Dispose();
        (await administrateur.Client.GetAsync($"/administration/comptes/{membre.Id}")).Dispose();
        var vues = await site.LireAsync<Consultation>(c => c.Where(x => x.Personne == membre.Id));
        Assert.Equal([(administrateur.Id, "Votre fiche"), (gestionnaire.Id, "La liste des membres, enregistrée dans un fichier")], vues.Select(v => (v.Par, v.Quoi)).OrderByDescending(v => v.Quoi, StringComparer.Ordinal));
        Assert.Empty(await site.LireAsync<Consultation>(c => c.Where(x => x.Personne == gestionnaire.Id)));
        AssertPage.Dit(await membre.Client.LirePageAsync("/mes-donnees"), "La liste des membres, enregistrée dans un fichier");
    }

    private Task<int> NoterAsync(Personne qui, Guid personne) => EnTantQueAsync(qui, async s =>
    {
        await s.GetRequiredService<IJournalDAcces>().NoterAsync(personne, "Votre fiche", "Une question", CancellationToken.None);
        return 0;
    });

    private Task<bool> ADonneAsync(Personne qui) => EnTantQueAsync(qui, s => s.GetRequiredService<IConsentements>().ADonneAsync(qui.Id, "comptes.nouvelles", CancellationToken.None));

    private Task<List<DemandeDeDroits>> DemandesAsync(Personne qui) => site.LireAsync<DemandeDeDroits>(d => d.Where(x => x.Personne == qui.Id));

    private Task<T> EnTantQueAsync<T>(Personne qui, Func<IServiceProvider, Task<T>> action) => site.DansAsync(s =>
    {
        s.GetRequiredService<Demandeur>().Identite = new Identite { Compte = qui.Id, Nom = qui.Nom, Organisation = qui.Organisation, Session = Identifiants.Nouveau(site.Horloge) };
        var acces = s.GetRequiredService<FaireAvec.Kernel.Donnees.ContexteAcces>();
        (acces.Compte, acces.Organisation) = (qui.Id.ToString(), qui.Organisation.ToString());
        return action(s);
    }, "mediateur");
}
