using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Comptes;
using FaireAvec.Comptes.Conditions;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Accompagnement.Agenda;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Accompagnement.Statistiques;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.HorsLigne;

/// <summary>What devices send: once, in order, refused in words, never lost.</summary>
[Collection(HorsLigneDuSite.Nom)]
public class EnvoisTests(SiteDesMembres site)
{
    [Fact]
    public async Task Un_compte_rendu_envoye_dix_fois_est_ecrit_une_fois()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var id = site.Id();
        var envoi = appareil.Ecrire("activite", site.Acte(id));
        Assert.Equal("accepte", await appareil.EtatDeAsync(envoi));
        Assert.Equal("accepte deja", await appareil.EtatDeAsync(envoi));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => appareil.EnvoyerAsync(envoi)));
        var acte = await site.LireToutAsync(db => db.Set<Activite>().SingleAsync(a => a.Id == id));
        Assert.Equal((OrigineDActivite.HorsLigne, "Essai sans réseau", camille.Compte), (acte.Origine, acte.Demarche, acte.Auteur));
        Assert.Equal(1, await site.AvecLesEnvoisAsync(e => e.CountAsync(x => x.Appareil == appareil.Id)));
        Assert.Null((await site.AvecLesEnvoisAsync(e => e.SingleAsync(x => x.Appareil == appareil.Id))).Corps);
    }

    [Fact]
    public async Task Tant_que_les_conditions_ne_sont_pas_acceptees_rien_ne_part_ni_n_arrive_et_rien_n_est_perdu()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var envoi = appareil.Ecrire("activite", site.Acte());
        // Another text comes into force: as if this one had never been accepted.
        var version = VersionsDesConditions.DuProduit().EnVigueur(JourDeParis.De(site.Horloge.Instant))!.Cle;
        await site.Base.ExecuterAsync("DELETE FROM comptes.acceptations_des_conditions WHERE compte = $1", camille.Compte);
        site.Services.GetRequiredService<IMemoryCache>().Remove((typeof(ConditionsDUtilisation), camille.Compte, version));

        var etat = await appareil.EtatAsync();
        Assert.Equal((true, false, null), (etat["session"]!.GetValue<bool>(), etat["ouvert"]!.GetValue<bool>(), etat["jeton"]?.GetValue<string>()));
        Assert.Contains("conditions d’utilisation", etat["phrase"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(etat["efface"]!.GetValue<bool>());
        var jeton = SiteDesMembres.Jeton(await camille.Client.LirePageAsync(LiensMembres.Conditions));
        foreach (var (methode, adresse) in new[] { (HttpMethod.Get, LiensHorsLigne.Lot), (HttpMethod.Post, LiensHorsLigne.Envois), (HttpMethod.Post, LiensHorsLigne.Cartes) })
        {
            using var requete = new HttpRequestMessage(methode, adresse);
            requete.Headers.Add("FA-Appareil", appareil.Id.ToString());
            requete.Headers.Add("RequestVerificationToken", jeton);
            requete.Content = methode == HttpMethod.Get ? null : JsonContent.Create(new JsonObject { ["appareil"] = appareil.Id, ["application"] = "essai", ["envois"] = new JsonArray(envoi.DeepClone()), ["numeros"] = new JsonArray() });
            using var refus = await camille.Client.SendAsync(requete);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, refus);
            Assert.Contains("ACC-528", await refus.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await site.AvecLesEnvoisAsync(e => e.CountAsync(x => x.Appareil == appareil.Id)));
        using (var acceptees = await SiteDesMembres.PosterAsync(camille.Client, LiensMembres.Conditions, ("Version", version), ("Accepte", "true")))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, acceptees);
        }

        Assert.Equal("accepte", await appareil.EtatDeAsync(envoi));
    }

    [Fact]
    public async Task Qui_quitte_l_organisation_ne_garde_rien_sur_son_appareil_meme_sans_session()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        Assert.False((await appareil.EtatAsync())["efface"]!.GetValue<bool>());
        await site.Base.ExecuterAsync("UPDATE comptes.appartenances SET fin = $1 WHERE compte = $2", site.Horloge.Instant.UtcDateTime, camille.Compte);
        var parti = await appareil.EtatAsync();
        Assert.True(parti["efface"]!.GetValue<bool>());
        Assert.Contains("Vous ne travaillez plus pour", parti["phrase"]!.GetValue<string>(), StringComparison.Ordinal);
        using var requete = new HttpRequestMessage(HttpMethod.Get, LiensHorsLigne.Etat);
        requete.Headers.Add("FA-Appareil", appareil.Id.ToString());
        using var anonyme = await site.NouveauClient().SendAsync(requete);
        Assert.True((await anonyme.Content.ReadFromJsonAsync<JsonObject>())!["efface"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Un_lot_coupe_se_reprend_sans_rien_perdre_ni_doubler()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var envois = Enumerable.Range(0, 12).Select(_ => appareil.Ecrire("activite", site.Acte())).ToArray();
        await appareil.EnvoyerAsync(envois[..7]);
        await site.DeriverAsync();
        // The answer was lost; all are sent again, in another order.
        Random.Shared.Shuffle(envois);
        var sorts = await appareil.EnvoyerAsync(envois);
        Assert.All(sorts, s => Assert.Equal("accepte", s["etat"]!.GetValue<string>()));
        Assert.Equal(7, sorts.Count(s => s["deja"]!.GetValue<bool>()));
        Assert.Equal(12, await site.LireToutAsync(db => db.Set<Activite>().CountAsync(a => a.Auteur == camille.Compte)));
        // Figures took part of them before, and the rest since.
        await site.CompteJusteAsync();
    }

    [Fact]
    public async Task Le_meme_numero_avec_d_autres_reponses_ne_change_rien()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var (id, envoi) = (site.Id(), site.Id());
        await appareil.EnvoyerAsync(appareil.Ecrire("activite", site.Acte(id), envoi));
        var sort = (await appareil.EnvoyerAsync(appareil.Ecrire("activite", site.Acte(id, "Autre chose"), envoi)))[0];
        Assert.Equal(("refuse", "ACC-513"), (sort["etat"]!.GetValue<string>(), sort["code"]!.GetValue<string>()));
        Assert.Equal("Essai sans réseau", (await site.LireToutAsync(db => db.Set<Activite>().SingleAsync(a => a.Id == id))).Demarche);
    }

    [Fact]
    public async Task Une_date_dans_le_futur_est_refusee_en_mots_gardee_fermee_et_n_arrete_pas_la_suite()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var futur = site.Acte();
        futur["quand"] = $"{site.Horloge.Instant.AddYears(1):yyyy-MM-dd}";
        var (premier, second) = (appareil.Ecrire("activite", futur), appareil.Ecrire("activite", site.Acte()));
        Assert.Equal(["refuse ACC-003", "accepte"], (await appareil.EnvoyerAsync(premier, second)).Select(AppareilDEssai.Dire));
        var garde = await site.AvecLesEnvoisAsync(e => e.SingleAsync(x => x.Appareil == appareil.Id && x.Etat == EtatDEnvoi.Refuse));
        Assert.DoesNotContain("Essai sans réseau", Encoding.UTF8.GetString(garde.Corps!), StringComparison.Ordinal);
        var etat = await appareil.EtatAsync();
        Assert.Equal(premier["id"]!.GetValue<Guid>(), Assert.Single(etat["a_revoir"]!.AsArray())!["id"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task Un_acte_d_une_periode_close_entre_temps_est_refuse_en_mots_et_garde_pour_etre_revu()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        Assert.Equal("accepte", await appareil.EtatDeAsync(appareil.Ecrire("activite", site.Acte())));
        await site.Base.ExecuterAsync("INSERT INTO accompagnement.clotures (organisation, jusquau, par, le) VALUES ($1, $2, $3, now())", camille.Organisation, DateOnly.FromDateTime(site.Horloge.Instant.UtcDateTime), camille.Compte);
        Assert.Equal(["refuse ACC-648"], (await appareil.EnvoyerAsync(appareil.Ecrire("activite", site.Acte()))).Select(AppareilDEssai.Dire));
        Assert.NotNull((await site.AvecLesEnvoisAsync(e => e.SingleAsync(x => x.Appareil == appareil.Id && x.Etat == EtatDEnvoi.Refuse))).Corps);
    }

    [Fact]
    public async Task Un_secret_n_est_garde_nulle_part()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var acte = site.Acte();
        acte["notes"] = "mdp: Soleil2024!";
        Assert.Equal("refuse ACC-017", await appareil.EtatDeAsync(appareil.Ecrire("activite", acte)));
        var page = await camille.Client.LirePageAsync(LiensHorsLigne.ARevoir);
        var revoir = await camille.Client.LirePageAsync(page.QuerySelector(".fa-liste-gestes a")!.GetAttribute("href")!);
        AssertPage.Dit(revoir, "Essai sans réseau");
        Assert.DoesNotContain("Soleil2024", revoir.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_secret_n_est_pas_garde_non_plus_quand_c_est_autre_chose_qui_ne_va_pas()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var acte = site.Acte();
        // Of the future: refused for that, and the text goes with it.
        acte["quand"] = $"{JourDeParis.De(site.Horloge.Instant).AddDays(3):yyyy-MM-dd}";
        acte["notes"] = "numéro 1 85 05 78 006 084 91";
        Assert.StartsWith("refuse", await appareil.EtatDeAsync(appareil.Ecrire("activite", acte)), StringComparison.Ordinal);
        var page = await camille.Client.LirePageAsync(LiensHorsLigne.ARevoir);
        var revoir = await camille.Client.LirePageAsync(page.QuerySelector(".fa-liste-gestes a")!.GetAttribute("href")!);
        Assert.DoesNotContain("084 91", revoir.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("activite", 1, """{"id":"ID","type":"individuel","quand":"JOUR","duree_minutes":45,"type_de_lieu":"a_distance","thematiques":["email"],"posture":"avec"}""", "accepte")]
    [InlineData("activite", 2, """{"id":"ID","type":"individuel","quand":"JOUR","duree":"45","type_de_lieu":"a_distance","thematiques":["email"],"posture":"avec"}""", "accepte")]
    [InlineData("activite", 0, """{"id":"ID"}""", "refuse ACC-511")]
    [InlineData("activite", 4, """{"id":"ID"}""", "attend ACC-512")]
    [InlineData("photo", 3, "{}", "attend ACC-510")]
    [InlineData("activite", 3, "pas du json", "refuse ACC-508")]
    [InlineData("activite", 3, "[]", "refuse ACC-508")]
    [InlineData("activite", 3, "null", "refuse ACC-508")]
    [InlineData("activite", 3, """{"id":"ID","thematiques":null,"par_genre":null,"personnes":null,"type":null}""", "refuse ACC-001")]
    [InlineData("activite", 3, """{"id":"ID","id":"ID"}""", "refuse ACC-508")]
    [InlineData("activite", 3, """{"id":"ID","heures":"vingt"}""", "refuse ACC-508")]
    [InlineData("activite", 1, """{"id":"ID","duree_minutes":{"a":1}}""", "refuse ACC-508")]
    [InlineData("activite", 3, """{"id":"ID","a":{"b":{"c":{"d":{"e":{"f":{"g":{"h":{}}}}}}}}}""", "refuse ACC-508")]
    [InlineData("presence", 3, """{"atelier":"ID","notes":[null]}""", "refuse ACC-508")]
    [InlineData("presence", 1, """{"atelier":"ID","presentes":["ID"]}""", "refuse ACC-519")]
    [InlineData("rendez_vous", 3, """{"id":"00000000-0000-0000-0000-000000000000"}""", "refuse ACC-508")]
    [InlineData("carte", 3, """{"personne":"ID","numero":"K7PD2RWX"}""", "refuse ACC-517")]
    public async Task Ancien_nouveau_ou_faux_chaque_envoi_a_sa_reponse(string genre, int version, string corps, string attendu)
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var texte = corps.Replace("ID", site.Id().ToString(), StringComparison.Ordinal).Replace("JOUR", $"{JourDeParis.De(site.Horloge.Instant):yyyy-MM-dd}", StringComparison.Ordinal);
        Assert.Equal(attendu, await appareil.EtatDeAsync(appareil.Ecrire(genre, texte, version: version)));
    }

    [Fact]
    public async Task Trop_a_la_fois_trop_long_ou_sans_jeton_rien_n_est_ecrit()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        using var trop = await appareil.EnvoyerBrutAsync([.. Enumerable.Range(0, 51).Select(_ => appareil.Ecrire("activite", site.Acte()))]);
        Assert.Equal(HttpStatusCode.BadRequest, trop.StatusCode);
        Assert.Contains("50 au plus", await trop.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("refuse ACC-509", await appareil.EtatDeAsync(appareil.Ecrire("activite", new string('x', 20_001))));
        using var sansJeton = await camille.Client.PostAsync(LiensHorsLigne.Envois, System.Net.Http.Json.JsonContent.Create(new { appareil = appareil.Id, envois = Array.Empty<object>() }));
        Assert.Equal(HttpStatusCode.BadRequest, sansJeton.StatusCode);
        Assert.Contains("ACC-526", await sansJeton.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var nul = await appareil.PosterAsync(LiensHorsLigne.Envois, new { appareil = appareil.Id });
        Assert.Equal(HttpStatusCode.BadRequest, nul.StatusCode);
        Assert.Equal(0, await site.AvecLesEnvoisAsync(e => e.CountAsync(x => x.Appareil == appareil.Id)));
    }

    [Fact]
    public async Task L_appareil_d_un_autre_retire_ou_d_une_autre_organisation_n_envoie_rien()
    {
        using var camille = await site.MediateurAsync();
        using var autre = await site.MediateurAsync(camille.Organisation);
        var appareil = await site.ActiverAsync(camille);
        var vole = new AppareilDEssai(site, autre.Client, appareil.Id);
        var etat = await vole.EtatAsync();
        Assert.Equal((false, ErreursHorsLigne.AutreCompte.Message), (etat["ouvert"]!.GetValue<bool>(), etat["phrase"]!.GetValue<string>()));
        Assert.Null(etat["jeton"]);

        var sien = await site.ActiverAsync(autre);
        using (var melange = await sien.PosterAsync(LiensHorsLigne.Envois, new JsonObject { ["appareil"] = appareil.Id, ["envois"] = new JsonArray(appareil.Ecrire("activite", site.Acte())) }))
        {
            Assert.Equal(HttpStatusCode.BadRequest, melange.StatusCode);
        }

        await camille.Client.AppuyerSurAsync(LiensHorsLigne.Appareils, appareil.Id);
        var retire = await appareil.EtatAsync();
        Assert.True(retire["efface"]!.GetValue<bool>());
        Assert.False(retire["ouvert"]!.GetValue<bool>());
        using var refuse = await appareil.EnvoyerBrutAsync(appareil.Ecrire("activite", site.Acte()));
        Assert.Equal(HttpStatusCode.BadRequest, refuse.StatusCode);
        // A lost telephone where nobody is signed in learns it too.
        using var inconnu = site.NouveauClient();
        Assert.True((await new AppareilDEssai(site, inconnu, appareil.Id).EtatAsync())["efface"]!.GetValue<bool>());
        Assert.False((await new AppareilDEssai(site, inconnu, sien.Id).EtatAsync())["efface"]!.GetValue<bool>());
        Assert.False((await new AppareilDEssai(site, inconnu, sien.Id).EtatAsync())["session"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData(-365, "retarde d’environ un an")]
    [InlineData(366, "avance d’environ un an")]
    [InlineData(-0.2, "retarde d’environ 5 heures")]
    [InlineData(0, null)]
    public async Task Une_horloge_fausse_est_dite(double jours, string? attendu)
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        appareil.Heure = site.Horloge.Instant.AddDays(jours).ToUnixTimeMilliseconds();
        var dit = (await appareil.EtatAsync())["horloge"]?.GetValue<string>();
        Assert.True(attendu is null ? dit is null : dit!.Contains(attendu, StringComparison.Ordinal), dit);
    }

    [Fact]
    public async Task Deux_appareils_avec_le_meme_brouillon_le_second_choisit()
    {
        using var camille = await site.MediateurAsync();
        var (premier, second, id) = (await site.ActiverAsync(camille, "Le bleu"), await site.ActiverAsync(camille, "Le rouge"), site.Id());
        Assert.Equal("accepte", await premier.EtatDeAsync(premier.Ecrire("activite", site.Acte(id, "Du bleu"))));
        // The same answers from the other one: it is the same act.
        Assert.Equal("accepte", await second.EtatDeAsync(second.Ecrire("activite", site.Acte(id, "Du bleu"))));
        Assert.Equal("conflit ACC-521", await second.EtatDeAsync(second.Ecrire("activite", site.Acte(id, "Du rouge"))));
        var liste = await camille.Client.LirePageAsync(LiensHorsLigne.ARevoir);
        var adresse = liste.QuerySelector(".fa-liste-gestes a")!.GetAttribute("href")!;
        var revoir = await camille.Client.LirePageAsync(adresse);
        AssertPage.Dit(revoir, "Du bleu");
        AssertPage.Dit(revoir, "Du rouge");
        AssertPage.Dit(revoir, "Le rouge");
        using var garde = await camille.Client.AppuyerAsync(adresse, "CelleCi");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, garde);
        var acte = await site.LireToutAsync(db => db.Set<Activite>().SingleAsync(a => a.Id == id));
        Assert.Equal(("Du rouge", 2), (acte.Demarche, acte.Version));
        Assert.Empty((await second.EtatAsync())["a_revoir"]!.AsArray());
    }

    [Fact]
    public async Task Un_rendez_vous_note_deux_fois_autrement_garde_celui_qui_est_la()
    {
        using var guichet = await site.GuichetAsync();
        var camille = guichet.Mediateur;
        await site.ReserveAsync(guichet, site.A(9));
        var rdv = (await site.RendezVousAsync(guichet)).Id;
        var (premier, second) = (await site.ActiverAsync(camille), await site.ActiverAsync(camille));
        var (un, deux) = (site.Acte(), site.Acte(demarche: "Autrement"));
        un["rendez_vous"] = deux["rendez_vous"] = rdv;
        Assert.Equal("accepte", await premier.EtatDeAsync(premier.Ecrire("activite", un)));
        Assert.Equal("conflit ACC-522", await second.EtatDeAsync(second.Ecrire("activite", deux)));
        var adresse = (await camille.Client.LirePageAsync(LiensHorsLigne.ARevoir)).QuerySelector(".fa-liste-gestes a")!.GetAttribute("href")!;
        using var garde = await camille.Client.AppuyerAsync(adresse, "Autre");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, garde);
        Assert.Equal("Essai sans réseau", (await site.LireToutAsync(db => db.Set<Activite>().SingleAsync(a => a.RendezVous == rdv))).Demarche);
    }

    [Fact]
    public async Task Un_creneau_pris_entre_temps_le_dit_avec_l_heure_et_s_ouvre_dans_le_formulaire()
    {
        using var guichet = await site.GuichetAsync();
        var camille = guichet.Mediateur;
        var appareil = await site.ActiverAsync(camille);
        await site.ReserveAsync(guichet, site.A(9));
        object Rdv(Guid id, string de) => new { id, prenom = "Ali", lieu = guichet.Lieu, date = $"{site.Jeudi():yyyy-MM-dd}", de, duree = 45 };
        var sort = (await appareil.EnvoyerAsync(appareil.Ecrire("rendez_vous", Rdv(site.Id(), "09:15"))))[0];
        Assert.Equal("conflit ACC-523", AppareilDEssai.Dire(sort));
        Assert.Matches(@"Ce créneau a été pris à \d+.h.\d\d\.", sort["phrase"]!.GetValue<string>());
        Assert.Equal("accepte", await appareil.EtatDeAsync(appareil.Ecrire("rendez_vous", Rdv(site.Id(), "10:30"))));

        var adresse = (await camille.Client.LirePageAsync(LiensHorsLigne.ARevoir)).QuerySelector(".fa-liste-gestes a")!.GetAttribute("href")!;
        var revoir = await camille.Client.LirePageAsync(adresse);
        var formulaire = await camille.Client.LirePageAsync(revoir.QuerySelectorAll("main a").Single(a => a.TextContent.Contains("Choisir un autre moment", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal("Ali", formulaire.QuerySelector("[name='Prenom']")!.GetAttribute("value"));
        using var donne = await Comptes.EnvoisExtensions.EnvoyerPremierAsync(camille.Client, LiensAgenda.NouveauRendezVous, formulaire, ("De", "14:00"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, donne);
        Assert.Empty((await appareil.EtatAsync())["a_revoir"]!.AsArray());
    }

    [Fact]
    public async Task Les_presences_vont_dans_l_ordre_de_l_appareil_et_ne_recouvrent_pas_un_autre()
    {
        using var guichet = await site.GuichetAsync();
        var camille = guichet.Mediateur;
        var appareil = await site.ActiverAsync(camille);
        var atelier = await site.AtelierAsync(guichet);
        using var inscrite = await site.SInscrireAsync(guichet, atelier);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, inscrite);
        var inscription = (await site.ToutLireAsync(db => db.Set<Inscription>().SingleAsync(i => i.Atelier == atelier))).Id;
        object Note(bool presente, string? vu) => new { atelier, notes = new[] { new { inscription, presente, vu } } };
        Assert.Equal("refuse ACC-333", await appareil.EtatDeAsync(appareil.Ecrire("presence", Note(true, "Confirmee"))));
        site.Horloge.Avancer(site.A(15) - site.Horloge.Instant);
        // The médiateur's session is over by then: signed in again by the test's own means.
        using var plusTard = await site.ConnecterAsync(camille.Compte);
        var sienne = new AppareilDEssai(site, plusTard, appareil.Id);
        var (ancien, recent) = (sienne.Ecrire("presence", Note(false, null), numero: 10), sienne.Ecrire("presence", Note(true, null), numero: 11));
        Assert.Equal("accepte", await sienne.EtatDeAsync(recent));
        Assert.Equal("depasse", await sienne.EtatDeAsync(ancien));
        Task<EtatDInscription> etat() => site.ToutLireAsync(db => db.Set<Inscription>().Where(i => i.Id == inscription).Select(i => i.Etat).SingleAsync());
        Assert.Equal(EtatDInscription.Presente, await etat());

        // Another device saw « inscrite », and notes the contrary of what was noted meanwhile.
        Assert.Equal("conflit ACC-524", await sienne.EtatDeAsync(sienne.Ecrire("presence", Note(false, "Confirmee"), numero: 12)));
        Assert.Equal(EtatDInscription.Presente, await etat());
        var adresse = (await plusTard.LirePageAsync(LiensHorsLigne.ARevoir)).QuerySelector(".fa-liste-gestes a")!.GetAttribute("href")!;
        AssertPage.Dit(await plusTard.LirePageAsync(adresse), "Jo");
        using var garde = await plusTard.AppuyerAsync(adresse, "CelleCi");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, garde);
        Assert.Equal(EtatDInscription.Absente, await etat());
    }

    [Fact]
    public async Task Une_carte_donnee_sans_reseau_sert_aussitot_et_une_seule_fois()
    {
        using var camille = await site.MediateurAsync();
        var appareil = await site.ActiverAsync(camille);
        var cartes = await ReserverAsync(appareil, []);
        Assert.Equal(10, cartes.Count);
        // What the device holds stays, what was lost on the way is freed.
        Assert.Equal(9, (await ReserverAsync(appareil, [cartes[0].Numero])).Count);

        var personne = site.Id();
        var carte = appareil.Ecrire("carte", new { personne, numero = cartes[0].Numero });
        var acte = site.Acte();
        acte["personnes"] = new[] { personne };
        var note = appareil.Ecrire("activite", acte, apres: carte["id"]!.GetValue<Guid>());
        // The act comes first: it waits for the card.
        Assert.Equal("attend ACC-514", await appareil.EtatDeAsync(note));
        Assert.Equal(["accepte", "accepte"], (await appareil.EnvoyerAsync(note, carte)).Select(AppareilDEssai.Dire));
        Assert.Equal("accepte deja", await appareil.EtatDeAsync(carte));
        // The same number for somebody else.
        Assert.Equal("refuse ACC-517", await appareil.EtatDeAsync(appareil.Ecrire("carte", new { personne = site.Id(), numero = cartes[0].Numero })));
        Assert.Equal(1, await site.LireToutAsync(db => db.Set<CarteDeParcours>().CountAsync(c => c.Personne == personne)));
        // It opens with its secret, as any other.
        using var ailleurs = await site.MediateurAsync();
        using var presentee = await ailleurs.PresenterAsync(cartes[0].Numero, cartes[0].Secret);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, presentee);
        // Somebody else's id, or number, gives nothing.
        using var autre = await site.MediateurAsync();
        var sien = await site.ActiverAsync(autre);
        Assert.Equal("refuse ACC-517", await sien.EtatDeAsync(sien.Ecrire("carte", new { personne = site.Id(), numero = cartes[0].Numero })));
        var siennes = await ReserverAsync(sien, []);
        Assert.Equal("refuse ACC-518", await sien.EtatDeAsync(sien.Ecrire("carte", new { personne, numero = siennes[0].Numero })));
    }

    [Fact]
    public async Task Une_coordination_note_ses_actes_et_rien_d_autre()
    {
        using var coordination = await site.MediateurAsync(role: Role.Coordinateur);
        var appareil = await site.ActiverAsync(coordination);
        var lot = await appareil.LotAsync();
        Assert.Equal((false, false), (lot["agenda"]!.GetValue<bool>(), lot["cartes"]!.GetValue<bool>()));
        var animation = new Dictionary<string, object?> { ["id"] = site.Id(), ["type"] = "collectif", ["quand"] = site.Acte()["quand"], ["duree"] = "45", ["type_de_lieu"] = "a_distance", ["thematiques"] = new[] { "email" }, ["posture"] = "avec", ["total"] = 4, ["titre"] = "Atelier" };
        Assert.Equal("accepte", await appareil.EtatDeAsync(appareil.Ecrire("activite", animation)));
        Assert.Equal("refuse ACC-520", await appareil.EtatDeAsync(appareil.Ecrire("rendez_vous", new { id = site.Id() })));
        Assert.Equal("refuse ACC-520", await appareil.EtatDeAsync(appareil.Ecrire("carte", new { personne = site.Id() })));
        using var cartes = await appareil.PosterAsync(LiensHorsLigne.Cartes, new { appareil = appareil.Id });
        Assert.Equal(HttpStatusCode.Forbidden, cartes.StatusCode);
    }

    [Fact]
    public async Task Le_lot_a_ceux_qui_viennent_leur_prenom_et_rien_de_plus()
    {
        using var guichet = await site.GuichetAsync();
        var camille = guichet.Mediateur;
        var appareil = await site.ActiverAsync(camille);
        var suivie = await camille.OuvrirAsync("Prénomrare", ("Nom", "Nomderare"), ("Telephone", "06 39 98 30 44"));
        var absente = await camille.OuvrirAsync("Ailleurs", ("Nom", "Autre"));
        Assert.Equal("accepte", await appareil.EtatDeAsync(appareil.Ecrire("rendez_vous", new { id = site.Id(), personne = suivie, lieu = guichet.Lieu, date = $"{site.Jeudi():yyyy-MM-dd}", de = "09:00", duree = 45 })));
        var lot = await appareil.LotAsync();
        var texte = lot.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Contains("Prénomrare", texte, StringComparison.Ordinal);
        foreach (var interdit in (string[])["Nomderare", "39 98 30 44", "39983044", absente.ToString()])
        {
            Assert.DoesNotContain(interdit, texte, StringComparison.Ordinal);
        }

        Assert.Equal(9, lot["jours"]!.AsArray().Count);
        Assert.Single(lot["personnes"]!.AsArray());
        Assert.Contains(lot["creneaux"]!.AsArray(), c => c!["de"]!.GetValue<string>() == "09:45");
    }

    private async Task<IReadOnlyList<(string Numero, string Secret)>> ReserverAsync(AppareilDEssai appareil, string[] tenues)
    {
        using var reponse = await appareil.PosterAsync(LiensHorsLigne.Cartes, new { appareil = appareil.Id, numeros = tenues });
        Assert.True(reponse.IsSuccessStatusCode, await reponse.Content.ReadAsStringAsync());
        return [.. (await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<JsonArray>(reponse.Content))!.Select(c => (c!["numero"]!.GetValue<string>(), c["secret"]!.GetValue<string>()))];
    }
}
