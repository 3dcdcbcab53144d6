using System.Net;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>One's own account: what is shown, what changes, and what asks for the second factor again.</summary>
[Collection(CollectionDeConnexion.Nom)]
public sealed class MonCompteTests(SiteDeConnexion site)
{
    public static TheoryData<string> Pages() =>
        ["/mon-compte", "/mon-compte/identite", "/mon-compte/courriel", "/mon-compte/application", "/mon-compte/codes", "/mon-compte/carte", "/mon-compte/cles/nouvelle", "/mon-compte/sessions", "/mon-compte/fermer", "/connexion/preuve"];

    public static TheoryData<string> Sensibles() => ["/mon-compte/courriel", "/mon-compte/application", "/mon-compte/codes", "/mon-compte/carte", "/mon-compte/cles/nouvelle", "/mon-compte/fermer", "/mes-donnees/effacement"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Un_visiteur_est_mene_a_la_connexion_et_la_personne_lit_sa_page(string adresse)
    {
        var (visiteur, _) = site.Visiteur();
        using var refus = await visiteur.GetAsync(adresse);
        Assert.Equal($"/connexion?retour={Uri.EscapeDataString(adresse)}", SiteDeConnexion.Vers(refus));
        using var client = await site.ConnecteAsync((await site.CompteAsync()).Id);
        AssertPage.SansErreur(await client.LirePageAsync(adresse));
    }

    [Theory]
    [MemberData(nameof(Sensibles))]
    public async Task Apres_un_quart_d_heure_le_second_facteur_est_demande_pour_lire_et_pour_envoyer(string adresse)
    {
        var compte = await site.CompteAsync();
        var graine = await site.ApplicationDeCodesAsync(compte.Id);
        using var client = await site.ConnecteAsync(compte.Id);
        var page = await client.LirePageAsync(adresse);
        site.Horloge.Avancer(TimeSpan.FromMinutes(15));
        var attendu = $"/connexion/preuve?retour={Uri.EscapeDataString(adresse)}";
        using (var lu = await client.GetAsync(adresse))
        {
            Assert.Equal(attendu, SiteDeConnexion.Vers(lu));
        }

        if (page.Forms.Any(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase) && (f.GetAttribute("action") is { Length: > 0 } a ? a : adresse) == adresse))
        {
            using var envoye = await SiteDeConnexion.EnvoyerAsync(client, page, adresse);
            Assert.Equal(HttpStatusCode.TemporaryRedirect, envoye.StatusCode);
            Assert.Equal($"/connexion/preuve?handler=Saisie&retour={Uri.EscapeDataString(adresse)}", envoye.Headers.Location!.ToString());
        }

        using var preuve = await SiteDeConnexion.RemplirAsync(client, attendu, "/connexion/preuve", ("Code", site.Code(graine)));
        Assert.Equal(adresse, SiteDeConnexion.Vers(preuve));
        await client.LirePageAsync(adresse);
    }

    [Fact]
    public async Task Ce_qui_etait_ecrit_quand_la_preuve_a_trop_attendu_part_apres_la_preuve()
    {
        const string Adresse = "/mon-compte/courriel", Nouvelle = "nouvelle-adresse@example.org";
        var compte = await site.CompteAsync();
        var graine = await site.ApplicationDeCodesAsync(compte.Id);
        using var client = await site.ConnecteAsync(compte.Id);
        var page = await client.LirePageAsync(Adresse);
        site.Horloge.Avancer(TimeSpan.FromMinutes(16));
        using var tropTard = await SiteDeConnexion.EnvoyerAsync(client, page, Adresse, ("Courriel", Nouvelle));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, tropTard.StatusCode);

        // What a browser does with 307: the same form, there.
        var jeton = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var meme = new FormUrlEncodedContent([KeyValuePair.Create("Courriel", Nouvelle), KeyValuePair.Create("Code", "123456"), KeyValuePair.Create("__RequestVerificationToken", jeton)]);
        using var demandee = await client.PostAsync(tropTard.Headers.Location, meme);
        await AssertPage.StatutAsync(HttpStatusCode.OK, demandee);
        var preuve = await demandee.LirePageAsync();
        AssertPage.Dit(preuve, "Ce que vous avez écrit est gardé");
        Assert.Null(preuve.QuerySelector("[name='saisie.Code']"));

        // A wrong code loses nothing either.
        using var faux = await SiteDeConnexion.EnvoyerAsync(client, preuve, "/connexion/preuve", ("Code", "000000"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        using var bon = await SiteDeConnexion.EnvoyerAsync(client, await faux.LirePageAsync(), "/connexion/preuve", ("Code", site.Code(graine)));
        await AssertPage.StatutAsync(HttpStatusCode.OK, bon);
        var reprise = await bon.LirePageAsync();
        AssertPage.Dit(reprise, "Rien n’est encore envoyé");
        Assert.Equal(0, await site.LireAsync(db => db.Set<ChangementDeCourriel>().CountAsync(c => c.Compte == compte.Id)));
        using var partie = await SiteDeConnexion.EnvoyerAsync(client, reprise, Adresse);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, partie);
        Assert.Equal(Nouvelle, (await site.LireAsync(db => db.Set<ChangementDeCourriel>().SingleAsync(c => c.Compte == compte.Id))).Nouveau);
    }

    [Fact]
    public async Task Une_persona_confirme_d_un_bouton_et_personne_d_autre()
    {
        using var persona = await site.ConnecteAsync((await site.CompteAsync(demonstration: true)).Id, Facteur.Demonstration);
        using var fait = await SiteDeConnexion.RemplirAsync(persona, "/connexion/preuve?retour=/mon-compte/carte", "/connexion/preuve?handler=Demonstration");
        Assert.Equal("/mon-compte/carte", SiteDeConnexion.Vers(fait));
        using var autre = await site.ConnecteAsync((await site.CompteAsync()).Id);
        var page = await autre.LirePageAsync("/connexion/preuve");
        var jeton = page.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var contenu = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", jeton)]);
        using var refus = await autre.PostAsync("/connexion/preuve?handler=Demonstration", contenu);
        await AssertPage.StatutAsync(HttpStatusCode.Forbidden, refus);
    }

    [Fact]
    public async Task Le_nom_et_le_statut_changent_et_une_faute_ne_perd_rien()
    {
        var compte = await site.CompteAsync();
        using var client = await site.ConnecteAsync(compte.Id);
        using (var faute = await SiteDeConnexion.RemplirAsync(client, "/mon-compte/identite", null, ("Prenom", " "), ("Nom", "Nouveau")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faute);
            var page = await faute.LirePageAsync();
            AssertPage.Erreurs(page, "Écrivez votre prénom et votre nom.");
            Assert.Equal("Nouveau", page.QuerySelector("#Nom")!.GetAttribute("value"));
        }

        using var bon = await SiteDeConnexion.RemplirAsync(client, "/mon-compte/identite", null, ("Prenom", "Alex"), ("Nom", "Nouveau"), ("Statut", "Benevole"));
        Assert.Equal("/mon-compte?fait=identite", SiteDeConnexion.Vers(bon));
        AssertPage.Dit(await client.LirePageAsync("/mon-compte"), "Bénévole");
    }

    [Fact]
    public async Task Le_dernier_moyen_ne_part_pas_et_deux_retraits_ensemble_en_laissent_un()
    {
        var compte = await site.CompteAsync();
        await site.ApplicationDeCodesAsync(compte.Id);
        using var client = await site.ConnecteAsync(compte.Id);
        AssertPage.Dit(await client.LirePageAsync("/mon-compte/application"), "C’est votre dernier moyen");
        var cle = Guid.CreateVersion7();
        await site.LireAsync(async db =>
        {
            db.Add(new CleDAcces { Id = cle, Compte = compte.Id, Identifiant = cle.ToByteArray(), ClePublique = [1], Signatures = 0, Nom = "Clé d’essai", CreeeLe = site.Horloge.Instant });
            return await db.SaveChangesAsync();
        });
        var (pageCle, pageApplication) = (await client.LirePageAsync($"/mon-compte/cles/{cle}"), await client.LirePageAsync("/mon-compte/application"));
        var reponses = await Task.WhenAll(
            SiteDeConnexion.EnvoyerAsync(client, pageCle, $"/mon-compte/cles/{cle}?handler=Retirer"),
            SiteDeConnexion.EnvoyerAsync(client, pageApplication, "/mon-compte/application?handler=Retirer"));
        Assert.Single(reponses, r => r.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(reponses, r => r.StatusCode == HttpStatusCode.Conflict);
        var reste = await site.LireAsync(async db => await db.Set<CleDAcces>().CountAsync(c => c.Compte == compte.Id) + await db.Set<ApplicationDeCodes>().CountAsync(c => c.Compte == compte.Id));
        Assert.Equal(1, reste);
    }

    [Fact]
    public async Task La_cle_d_un_autre_n_existe_pas_et_la_sienne_se_renomme()
    {
        var (compte, autre) = (await site.CompteAsync(), await site.CompteAsync());
        var cle = Guid.CreateVersion7();
        await site.LireAsync(async db =>
        {
            db.Add(new CleDAcces { Id = cle, Compte = autre.Id, Identifiant = cle.ToByteArray(), ClePublique = [1], Signatures = 0, Nom = "Clé d’essai", CreeeLe = site.Horloge.Instant });
            return await db.SaveChangesAsync();
        });
        using var client = await site.ConnecteAsync(compte.Id);
        using (var refus = await client.GetAsync($"/mon-compte/cles/{cle}"))
        {
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, refus);
        }

        using var titulaire = await site.ConnecteAsync(autre.Id);
        using (var vide = await SiteDeConnexion.RemplirAsync(titulaire, $"/mon-compte/cles/{cle}", null, ("Nom", new string('x', 61))))
        {
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vide);
        }

        (await SiteDeConnexion.RemplirAsync(titulaire, $"/mon-compte/cles/{cle}", null, ("Nom", "Téléphone"))).Dispose();
        AssertPage.Dit(await titulaire.LirePageAsync("/mon-compte?fait=nom"), "Téléphone");
    }

    [Fact]
    public async Task Les_connexions_se_ferment_une_a_une_les_autres_ensemble_et_celle_ci()
    {
        var compte = await site.CompteAsync();
        using var ici = await site.ConnecteAsync(compte.Id);
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        using var un = await site.ConnecteAsync(compte.Id);
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        using var deux = await site.ConnecteAsync(compte.Id);
        using var etranger = await site.ConnecteAsync((await site.CompteAsync()).Id);
        var page = await ici.LirePageAsync("/mon-compte/sessions");
        Assert.Equal(3, page.QuerySelectorAll(".fa-sessions li").Length);
        var sessions = page.QuerySelectorAll(".fa-sessions input[name='id']").Select(i => i.GetAttribute("value")!).ToList();
        var jeton = page.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using (var vol = await etranger.GetAsync("/mon-compte/sessions"))
        {
            var sienne = await vol.LirePageAsync();
            var jetonEtranger = sienne.QuerySelector("input[name='__RequestVerificationToken']")!.GetAttribute("value")!;
            using var refus = await etranger.PostAsync("/mon-compte/sessions", new FormUrlEncodedContent([KeyValuePair.Create("id", sessions[0]), KeyValuePair.Create("__RequestVerificationToken", jetonEtranger)]));
            await AssertPage.StatutAsync(HttpStatusCode.NotFound, refus);
        }

        var ouvertes = await site.LireAsync(db => db.Set<Session>().Where(s => s.Compte == compte.Id).OrderBy(s => s.OuverteLe).Select(s => s.Id).ToListAsync());
        (await ici.PostAsync("/mon-compte/sessions", new FormUrlEncodedContent([KeyValuePair.Create("id", ouvertes[1].ToString()), KeyValuePair.Create("__RequestVerificationToken", jeton)]))).Dispose();
        Assert.Equal("/connexion?retour=%2Fespace", SiteDeConnexion.Vers(await un.GetAsync("/espace")));
        await deux.LirePageAsync("/espace");
        (await SiteDeConnexion.EnvoyerAsync(ici, page, "/mon-compte/sessions?handler=Autres")).Dispose();
        Assert.Equal("/connexion?retour=%2Fespace", SiteDeConnexion.Vers(await deux.GetAsync("/espace")));
        await ici.LirePageAsync("/espace");
        using var fin = await ici.PostAsync("/mon-compte/sessions", new FormUrlEncodedContent([KeyValuePair.Create("id", ouvertes[0].ToString()), KeyValuePair.Create("__RequestVerificationToken", jeton)]));
        Assert.Equal("/deconnexion", SiteDeConnexion.Vers(fin));
        Assert.Equal("/connexion?retour=%2Fespace", SiteDeConnexion.Vers(await ici.GetAsync("/espace")));
    }

    [Fact]
    public async Task L_adresse_change_quand_les_deux_ont_confirme()
    {
        var compte = await site.CompteAsync();
        var nouvelle = $"nouvelle.{Guid.CreateVersion7():N}@example.org";
        using var client = await site.ConnecteAsync(compte.Id);
        using (var envoye = await SiteDeConnexion.RemplirAsync(client, "/mon-compte/courriel", null, ("Courriel", nouvelle)))
        {
            Assert.Equal("/mon-compte/courriel?envoye=true", SiteDeConnexion.Vers(envoye));
        }

        var ancienne = site.Chemin((await site.Courrier.AttendreAsync(compte.Courriel, "Changement d’adresse")).Texte);
        var confirmation = site.Chemin((await site.Courrier.AttendreAsync(nouvelle, "Confirmez votre adresse")).Texte);
        var (visiteur, _) = site.Visiteur();
        using (var un = await SiteDeConnexion.UtiliserAsync(visiteur, confirmation))
        {
            AssertPage.Dit(await un.LirePageAsync(), "Il manque encore la confirmation");
        }

        Assert.Equal(compte.Courriel, await site.LireAsync(db => db.Set<Compte>().Where(c => c.Id == compte.Id).Select(c => c.Courriel).SingleAsync()));
        using (var deux = await SiteDeConnexion.UtiliserAsync(visiteur, ancienne))
        {
            AssertPage.Dit(await deux.LirePageAsync(), "L’adresse de votre compte a changé");
        }

        Assert.Equal(nouvelle, await site.LireAsync(db => db.Set<Compte>().Where(c => c.Id == compte.Id).Select(c => c.CleDuCourriel).SingleAsync()));
        await site.Courrier.AttendreAsync(compte.Courriel, "a changé");
        using var rejoue = await visiteur.GetAsync(ancienne);
        await AssertPage.StatutAsync(HttpStatusCode.Gone, rejoue);
    }

    [Fact]
    public async Task L_ancienne_adresse_peut_refuser_et_une_adresse_prise_ne_se_devine_pas()
    {
        var (compte, autre) = (await site.CompteAsync(), await site.CompteAsync());
        using var client = await site.ConnecteAsync(compte.Id);
        (await SiteDeConnexion.RemplirAsync(client, "/mon-compte/courriel", null, ("Courriel", autre.Courriel))).Dispose();
        await site.Courrier.AttendreAsync(autre.Courriel, "a déjà un compte");
        var non = site.Chemin((await site.Courrier.AttendreAsync(compte.Courriel, "Changement d’adresse")).Texte, 1);
        var oui = site.Chemin((await site.Courrier.AttendreAsync(compte.Courriel, "Changement d’adresse")).Texte, 0);
        var (visiteur, _) = site.Visiteur();
        using (var refuse = await SiteDeConnexion.UtiliserAsync(visiteur, non))
        {
            AssertPage.Dit(await refuse.LirePageAsync(), "Le changement est annulé");
        }

        using var trop = await SiteDeConnexion.UtiliserAsync(visiteur, oui);
        await AssertPage.StatutAsync(HttpStatusCode.Gone, trop);
        using var meme = await SiteDeConnexion.RemplirAsync(client, "/mon-compte/courriel", null, ("Courriel", compte.Courriel));
        AssertPage.Erreurs(await meme.LirePageAsync(), "C’est déjà l’adresse de votre compte.");
    }

    [Fact]
    public async Task Le_compte_se_ferme_ses_connexions_et_ses_roles_avec_lui()
    {
        var organisation = await site.OrganisationAsync();
        var compte = await site.CompteAsync(Role.Mediateur, organisation);
        await site.ApplicationDeCodesAsync(compte.Id);
        using var client = await site.ConnecteAsync(compte.Id);
        using (var sans = await SiteDeConnexion.RemplirAsync(client, "/mon-compte/fermer"))
        {
            AssertPage.Erreurs(await sans.LirePageAsync(), "Cochez la case pour confirmer.");
        }

        using (var ferme = await SiteDeConnexion.RemplirAsync(client, "/mon-compte/fermer", null, ("Accord", "true")))
        {
            Assert.Equal("/deconnexion", SiteDeConnexion.Vers(ferme));
        }

        Assert.Equal("/connexion?retour=%2Fespace", SiteDeConnexion.Vers(await client.GetAsync("/espace")));
        await site.LireAsync(async db =>
        {
            Assert.Equal(EtatDeCompte.Clos, (await db.Set<Compte>().SingleAsync(c => c.Id == compte.Id)).Etat);
            Assert.All(await db.Set<Appartenance>().Where(a => a.Compte == compte.Id).ToListAsync(), a => Assert.NotNull(a.Fin));
            Assert.False(await db.Set<ApplicationDeCodes>().AnyAsync(a => a.Compte == compte.Id));
            return 0;
        });
        using var persona = await site.ConnecteAsync((await site.CompteAsync(demonstration: true)).Id, Facteur.Demonstration);
        using var refus = await SiteDeConnexion.RemplirAsync(persona, "/mon-compte/fermer", null, ("Accord", "true"));
        AssertPage.Dit(await refus.LirePageAsync(), "Un compte de démonstration ne se ferme pas");
    }
}
