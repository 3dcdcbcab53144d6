using System.Net;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Agenda;

/// <summary>Booking without an account, from the page of the place to the link that gives up.</summary>
[Collection(AgendaDuSite.Nom)]
public class ReservationPubliqueTests(SiteDesMembres site)
{
    [Fact]
    public async Task Un_rendez_vous_se_prend_se_confirme_se_deplace_et_s_annule_sans_compte()
    {
        using var guichet = await site.GuichetAsync();
        using var visiteur = site.NouveauClient();
        // Another test may have read a place's page just before: places that take bookings are known for half a minute.
        site.Horloge.Avancer(ProchainsCreneaux.Memoire);
        var lieu = await visiteur.LirePageAsync(guichet.Page);
        AssertPage.Dit(lieu, "Prochain créneau");
        var index = await visiteur.LirePageAsync(lieu.QuerySelector(".fa-prochain a")!.GetAttribute("href")!);
        Assert.Equal(["9 h", "9 h 45", "10 h 30", "11 h 15"], index.QuerySelectorAll(".fa-heures")[0].QuerySelectorAll(".fa-heure").Select(a => Heure(a.TextContent)));

        var reservation = await site.ReserveAsync(guichet, site.A(9), ("Besoin", "demarche"), ("Amenagements", "gros_caracteres"), ("Interprete", "ar"));
        var page = await visiteur.LirePageAsync(reservation);
        AssertPage.H1(page, "Confirmez votre réservation");
        AssertPage.Dit(page, $"gardée jusqu’à {HeureSaisie.EnMots(TimeOnly.FromDateTime(FaireAvec.Kernel.Temps.JourDeParis.Heure(site.Horloge.Instant.AddMinutes(15)).DateTime)).Replace('\u00a0', ' ')}");
        AssertPage.Dit(page, "Gros caractères");
        AssertPage.Dit(page, "interprète : arabe");
        using var confirme = await visiteur.AppuyerAsync(reservation, "Confirmer");
        AssertPage.H1(await visiteur.LirePageAsync(confirme.Headers.Location!.OriginalString), "C’est réservé");
        Assert.Null((await site.RendezVousAsync(guichet)).TenueJusqua);

        using var deplace = await visiteur.AppuyerAsync(reservation, "Deplacer", ("Debut", LiensAgenda.Instant(site.A(10, 30))));
        var deplacee = await visiteur.LirePageAsync(deplace.Headers.Location!.OriginalString);
        AssertPage.Dit(deplacee, "10 h 30");
        AssertPage.Dit(deplacee, "pour Jo");
        AssertPage.Dit(deplacee, "Gros caractères");
        // The hour that was left is free again.
        await site.ReserveAsync(guichet, site.A(9));

        using var annule = await visiteur.AppuyerAsync(reservation, "Annuler");
        AssertPage.H1(await visiteur.LirePageAsync(annule.Headers.Location!.OriginalString), "Réservation annulée");
        Assert.Equal(["RendezVousAnnule", "RendezVousConfirme", "RendezVousDeplace", "RendezVousPris", "RendezVousPris"], await EvenementsAsync(guichet));
    }

    [Fact]
    public async Task Avec_une_carte_ni_nom_ni_confirmation_ne_sont_demandes()
    {
        using var guichet = await site.GuichetAsync();
        var carte = await guichet.Mediateur.DonnerUneCarteAsync();
        using var fausse = await site.ReserverAsync(guichet, site.A(9), ("Prenom", ""), ("Numero", carte.Numero), ("Secret", "ZZZ-ZZZ"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, fausse);
        using var visiteur = site.NouveauClient();
        AssertPage.H1(await visiteur.LirePageAsync(await site.ReserveAsync(guichet, site.A(9), ("Prenom", ""), ("Numero", carte.Numero), ("Secret", carte.Secret))), "C’est réservé");
        Assert.Equal(carte.Personne, (await site.RendezVousAsync(guichet)).Personne);
        AssertPage.Dit(await guichet.Mediateur.Client.LirePageAsync(LiensAgenda.Jour(site.Jeudi(), "jour")), $"Carte {carte.Numero}");
    }

    [Fact]
    public async Task Une_adresse_se_confirme_par_le_lien_du_message()
    {
        using var guichet = await site.GuichetAsync();
        var reservation = await site.ReserveAsync(guichet, site.A(9), ("Courriel", $"{guichet.Lieu}@example.org"));
        using var visiteur = site.NouveauClient();
        var page = await visiteur.LirePageAsync(reservation);
        AssertPage.Dit(page, "Ouvrez le message");
        Assert.DoesNotContain(page.QuerySelectorAll("main form"), f => f.GetAttribute("action")!.EndsWith("handler=Confirmer", StringComparison.Ordinal));
        await Attente.QueAsync("the mail", () => site.Boite.Messages.Any(m => m.A == $"{guichet.Lieu}@example.org"));
        var lien = site.Boite.Messages.Single(m => m.A == $"{guichet.Lieu}@example.org").Texte.Split('\n').Single(l => l.Contains("/rendez-vous/", StringComparison.Ordinal));
        using var confirme = await visiteur.AppuyerAsync(new Uri(lien).AbsolutePath, "Confirmer");
        AssertPage.H1(await visiteur.LirePageAsync(confirme.Headers.Location!.OriginalString), "C’est réservé");
        Assert.NotNull((await site.RendezVousAsync(guichet)).CourrielVerifieLe);
    }

    [Fact]
    public async Task Sans_le_message_la_place_se_garde_et_l_adresse_s_efface()
    {
        using var guichet = await site.GuichetAsync();
        var reservation = await site.ReserveAsync(guichet, site.A(9), ("Courriel", "perdue@example.org"));
        using var visiteur = site.NouveauClient();
        using var confirme = await visiteur.AppuyerAsync(reservation, "SansCourriel");
        AssertPage.H1(await visiteur.LirePageAsync(confirme.Headers.Location!.OriginalString), "C’est réservé");
        Assert.Null((await site.RendezVousAsync(guichet)).CourrielFerme);
    }

    [Fact]
    public async Task Le_meme_formulaire_envoye_deux_fois_est_un_seul_rendez_vous()
    {
        using var guichet = await site.GuichetAsync();
        using var visiteur = site.NouveauClient();
        var adresse = LiensAgenda.Creneau(guichet.Page, site.A(9));
        var page = await visiteur.LirePageAsync(adresse);
        var reponses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => visiteur.EnvoyerPremierAsync(adresse, page, ("Prenom", "Jo"))));
        Assert.Single(reponses.Select(r => r.Headers.Location?.OriginalString).Distinct());
        Assert.Equal(1, await site.ToutLireAsync(db => db.Set<RendezVous>().CountAsync(r => r.Lieu == guichet.Lieu)));
    }

    [Fact]
    public async Task Un_moment_pris_entre_temps_propose_les_autres_et_ne_perd_rien()
    {
        using var guichet = await site.GuichetAsync();
        using var visiteur = site.NouveauClient();
        var adresse = LiensAgenda.Creneau(guichet.Page, site.A(9));
        var page = await visiteur.LirePageAsync(adresse);
        await site.ReserveAsync(guichet, site.A(9));
        using var reponse = await visiteur.EnvoyerPremierAsync(adresse, page, ("Prenom", "Lina"), ("Telephone", "06 39 98 01 02"), ("Amenagements", "endroit_calme"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var refusee = await reponse.LirePageAsync();
        AssertPage.Dit(refusee, "Ce moment n’est plus libre");
        Assert.Equal("Lina", refusee.QuerySelector("[name='Prenom']")!.GetAttribute("value"));
        Assert.Equal("06 39 98 01 02", refusee.QuerySelector("[name='Telephone']")!.GetAttribute("value"));
        Assert.NotNull(refusee.QuerySelector("[name='Amenagements'][value='endroit_calme'][checked]"));
        using var autre = await visiteur.EnvoyerPremierAsync(adresse, refusee, ("Debut", LiensAgenda.Instant(site.A(9, 45))));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, autre);
        // The link of a time that is gone says so.
        using var vieux = await visiteur.GetAsync(adresse);
        Assert.Equal(HttpStatusCode.Conflict, vieux.StatusCode);
    }

    [Fact]
    public async Task Ce_qui_ne_va_pas_est_dit_et_rien_n_est_perdu()
    {
        using var guichet = await site.GuichetAsync();
        using var reponse = await site.ReserverAsync(guichet, site.A(9), ("Prenom", "<b>"), ("Telephone", "12"), ("Courriel", "jo@"), ("Besoin", "coiffure"), ("Interprete", "klingon"), ("Amenagements", "diabete"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.Equal(6, page.QuerySelectorAll(".govuk-error-summary__list li").Length);
        Assert.Equal("<b>", page.QuerySelector("[name='Prenom']")!.GetAttribute("value"));
        using var visiteur = site.NouveauClient();
        using var sansJeton = await visiteur.EnvoyerPremierAsync(guichet.Reserver, await visiteur.LirePageAsync(LiensAgenda.Creneau(guichet.Page, site.A(9))), ("Formulaire", "faux"), ("Prenom", "Jo"));
        AssertPage.Dit(await sansJeton.LirePageAsync(), "ouverte depuis trop longtemps");
    }

    [Fact]
    public async Task Un_robot_est_remercie_et_ne_prend_rien()
    {
        using var guichet = await site.GuichetAsync();
        using var reponse = await site.ReserverAsync(guichet, site.A(9), ("Adresse2", "http://example.org"));
        Assert.Equal($"{guichet.Reserver}?merci=true", reponse.Headers.Location!.OriginalString);
        Assert.Equal(0, await site.ToutLireAsync(db => db.Set<RendezVous>().CountAsync(r => r.Lieu == guichet.Lieu)));
    }

    [Fact]
    public async Task Une_personne_n_a_que_trois_reservations_a_venir()
    {
        using var guichet = await site.GuichetAsync();
        const string telephone = "06 39 98 20 77";
        foreach (var debut in new[] { site.A(9), site.A(9, 45), site.A(10, 30) })
        {
            await site.ReserveAsync(guichet, debut, ("Telephone", telephone));
        }

        using var reponse = await site.ReserverAsync(guichet, site.A(11, 15), ("Telephone", telephone));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "Vous avez déjà 3 réservations à venir");
    }

    [Fact]
    public async Task Ce_qui_n_est_pas_confirme_a_temps_est_rendu()
    {
        using var guichet = await site.GuichetAsync();
        var reservation = await site.ReserveAsync(guichet, site.A(9));
        site.Horloge.Avancer(TimeSpan.FromMinutes(16));
        using var visiteur = site.NouveauClient();
        AssertPage.H1(await visiteur.LirePageAsync(reservation), "Le temps pour confirmer est passé");
        // The job hasn't passed: somebody else has the time all the same.
        await site.ReserveAsync(guichet, site.A(9));
        Assert.Equal((EtatDeRendezVous.Pris, 2), (await site.RendezVousAsync(guichet) is { } r ? r.Etat : default, await site.ToutLireAsync(db => db.Set<RendezVous>().CountAsync(x => x.Lieu == guichet.Lieu))));
        site.Horloge.Avancer(TimeSpan.FromMinutes(16));
        await site.TenirAsync();
        Assert.Equal(0, await site.ToutLireAsync(db => db.Set<Occupation>().CountAsync(o => o.Lieu == guichet.Lieu)));
    }

    [Fact]
    public async Task Fermee_par_le_mediateur_la_reservation_en_ligne_se_refuse()
    {
        using var guichet = await site.GuichetAsync();
        using var visiteur = site.NouveauClient();
        var adresse = LiensAgenda.Creneau(guichet.Page, site.A(9));
        var page = await visiteur.LirePageAsync(adresse);
        using var ferme = await guichet.Mediateur.Client.AppuyerAsync(LiensAgenda.Disponibilites, "Regler", ("Ouvert", "false"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ferme);
        using var reponse = await visiteur.EnvoyerPremierAsync(adresse, page, ("Prenom", "Jo"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Dit(await visiteur.LirePageAsync(guichet.Reserver), "Aucun moment libre en ligne");
    }

    [Fact]
    public async Task Un_mediateur_parti_ne_recoit_plus()
    {
        using var guichet = await site.GuichetAsync();
        await site.LireAsync(db => db.Set<FaireAvec.Comptes.Domain.Appartenance>().Where(a => a.Compte == guichet.Mediateur.Compte).ExecuteUpdateAsync(m => m.SetProperty(a => a.Fin, site.Horloge.Instant)));
        // They worked on that day; the day after, nobody books with them.
        site.Horloge.Avancer(TimeSpan.FromDays(1));
        using var visiteur = site.NouveauClient();
        AssertPage.Dit(await visiteur.LirePageAsync(guichet.Reserver), "Aucun moment libre en ligne");
    }

    [Fact]
    public async Task Un_lieu_ferme_entre_temps_ne_se_reserve_plus_et_la_reservation_le_dit()
    {
        using var guichet = await site.GuichetAsync();
        var reservation = await site.ReserveAsync(guichet, site.A(9));
        await site.AvecBaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE cartographie.lieux SET retenu = 'ferme' WHERE id = {guichet.Lieu}"), "systeme:demarrage");
        await site.Services.GetRequiredService<FaireAvec.Cartographie.Recherche.CatalogueLieux>().RechargerAsync(CancellationToken.None);
        using var visiteur = site.NouveauClient();
        await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, visiteur, guichet.Reserver);
        await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, visiteur, LiensAgenda.Creneau(guichet.Page, site.A(9)));
        AssertPage.Dit(await visiteur.LirePageAsync(reservation), "Ce lieu n’est plus sur la carte");
        using var annule = await visiteur.AppuyerAsync(reservation, "Annuler");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, annule);
    }

    [Theory]
    [InlineData("/reserver/inconnu")]
    [InlineData("/reserver/inconnu/creneau?debut=20261119T0800Z")]
    [InlineData("/reserver/inconnu/atelier/01a21000-0000-7000-8000-00000000dead")]
    [InlineData("/rendez-vous/x")]
    [InlineData("/rendez-vous/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Ce_qui_n_existe_pas_est_introuvable(string adresse) => await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, site.Client, adresse);

    [Fact]
    public async Task Le_lien_d_un_formulaire_n_ouvre_pas_de_reservation()
    {
        using var guichet = await site.GuichetAsync();
        await site.ReserveAsync(guichet, site.A(9));
        var (id, jetons) = ((await site.RendezVousAsync(guichet)).Id, site.Services.GetRequiredService<JetonsDeReservation>());
        var formulaire = await jetons.DonnerAsync(id, UsageDeJeton.Formulaire, CancellationToken.None);
        await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, site.Client, LiensAgenda.Reservation(formulaire));
        var juste = await jetons.DonnerAsync(id, UsageDeJeton.Reservation, CancellationToken.None);
        await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, site.Client, LiensAgenda.Reservation((juste[0] == 'A' ? 'B' : 'A') + juste[1..]));
        await SiteDesMembres.StatutAsync(HttpStatusCode.OK, site.Client, LiensAgenda.Reservation(juste));
    }

    [Fact]
    public async Task Outre_mer_l_heure_est_celle_du_lieu()
    {
        using var guichet = await site.GuichetAsync("97411", recoit: false);
        await site.RecevoirAsync(guichet.Mediateur, guichet.Lieu, fuseau: "Indian/Reunion");
        using var visiteur = site.NouveauClient();
        var premiere = (await visiteur.LirePageAsync(guichet.Reserver)).QuerySelector(".fa-heure")!;
        Assert.Equal("9 h", Heure(premiere.TextContent));
        Assert.Contains($"debut={site.Jeudi():yyyyMMdd}T0500Z", premiere.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_page_se_lit_en_anglais()
    {
        using var guichet = await site.GuichetAsync();
        using var visiteur = site.NouveauClient();
        using var langue = await visiteur.GetAsync("/langue?vers=en");
        AssertPage.H1(await visiteur.LirePageAsync(LiensAgenda.Creneau(guichet.Page, site.A(9))), "Book this time");
    }

    [Fact]
    public async Task La_liste_d_attente_a_la_place_qui_se_libere_pour_un_temps()
    {
        using var guichet = await site.GuichetAsync();
        var atelier = await site.AtelierAsync(guichet, capacite: 1);
        using var visiteur = site.NouveauClient();
        using var premiere = await site.SInscrireAsync(guichet, atelier, ("Prenom", "Awa"));
        var laPremiere = premiere.Headers.Location!.OriginalString;
        using var confirme = await visiteur.AppuyerAsync(laPremiere, "Confirmer");
        AssertPage.Dit(await visiteur.LirePageAsync(LiensAgenda.InscriptionA(guichet.Page, atelier)), "Complet, avec liste d’attente");
        using var seconde = await site.SInscrireAsync(guichet, atelier, ("Prenom", "Ben"));
        site.Horloge.Avancer(TimeSpan.FromSeconds(1));
        using var troisieme = await site.SInscrireAsync(guichet, atelier, ("Prenom", "Cid"));
        AssertPage.Dit(await visiteur.LirePageAsync(seconde.Headers.Location!.OriginalString), "0 personne avant vous");
        AssertPage.Dit(await visiteur.LirePageAsync(troisieme.Headers.Location!.OriginalString), "1 personne avant vous");

        using var annule = await visiteur.AppuyerAsync(laPremiere, "Annuler");
        AssertPage.H1(await visiteur.LirePageAsync(seconde.Headers.Location!.OriginalString), "Confirmez votre réservation");
        // Not confirmed in time: the next one is offered it.
        site.Horloge.Avancer(TimeSpan.FromHours(12));
        await site.TenirAsync();
        AssertPage.H1(await visiteur.LirePageAsync(seconde.Headers.Location!.OriginalString), "Le temps pour confirmer est passé");
        using var garde = await visiteur.AppuyerAsync(troisieme.Headers.Location!.OriginalString, "Confirmer");
        AssertPage.H1(await visiteur.LirePageAsync(garde.Headers.Location!.OriginalString), "C’est réservé");
        Assert.Equal(3, (await EvenementsAsync(guichet)).Count(e => e == "InscriptionPrise"));
    }

    [Fact]
    public async Task La_page_d_un_lieu_sans_agenda_ne_propose_rien()
    {
        var lieu = await new LieuDeTest().CreerAsync(site);
        using var visiteur = site.NouveauClient();
        var page = await visiteur.LirePageAsync(site.Services.GetRequiredService<FaireAvec.Contracts.Cartographie.INomsDesLieux>().Trouver(lieu)!.Page);
        Assert.Empty(page.QuerySelectorAll(".fa-prochain"));
    }

    [Fact]
    public async Task La_liste_des_resultats_donne_le_prochain_creneau_des_lieux_qui_en_ont()
    {
        using var guichet = await site.GuichetAsync();
        using var sansAgenda = await site.GuichetAsync(recoit: false);
        using var horsLigne = await site.GuichetAsync(enLigne: false);
        using var visiteur = site.NouveauClient();
        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        var carte = (await CarteAsync(visiteur, guichet))!;
        Assert.Contains("Prochain créneau : jeudi", Simple(carte.QuerySelector(".fa-prochain-ligne")!), StringComparison.Ordinal);
        Assert.Contains("9 h", Simple(carte), StringComparison.Ordinal);
        var index = await visiteur.LirePageAsync(carte.QuerySelector(".fa-actions a")!.GetAttribute("href")!);
        Assert.Equal("9 h", Heure(index.QuerySelector(".fa-heure")!.TextContent));
        Assert.Null((await CarteAsync(visiteur, sansAgenda))!.QuerySelector(".fa-prochain-ligne"));
        Assert.Null((await CarteAsync(visiteur, horsLigne))!.QuerySelector(".fa-prochain-ligne"));

        // The filter of online appointments has it, as those that give an address of their own; for systems too.
        Assert.NotNull(await CarteAsync(visiteur, guichet, "&rdv=oui"));
        Assert.Null(await CarteAsync(visiteur, sansAgenda, "&rdv=oui"));
        Assert.Null(await CarteAsync(visiteur, guichet, "&rdv=non-renseigne"));
        Assert.Contains(guichet.Lieu, await visiteur.GetStringAsync("/api/v1/lieux?rdv=oui&commune=42218&source=Test&limite=100"), StringComparison.Ordinal);
        Assert.DoesNotContain(sansAgenda.Lieu, await visiteur.GetStringAsync("/api/v1/lieux?rdv=oui&commune=42218&source=Test&limite=100"), StringComparison.Ordinal);

        // What is taken shows half a minute later: the list is read from memory.
        await site.ReserveAsync(guichet, site.A(9));
        Assert.DoesNotContain("9 h 45", Simple((await CarteAsync(visiteur, guichet))!), StringComparison.Ordinal);
        site.Horloge.Avancer(TimeSpan.FromMinutes(1));
        Assert.Contains("9 h 45", Simple((await CarteAsync(visiteur, guichet))!), StringComparison.Ordinal);

        using var anglais = site.NouveauClient();
        anglais.DefaultRequestHeaders.Add("Cookie", "fa-langue=c%3Den%7Cuic%3Den");
        Assert.Contains("Next available time: Thursday", Simple((await CarteAsync(anglais, guichet))!), StringComparison.Ordinal);
    }

    // Its name begins those of others: the whole one comes first.
    private async Task<AngleSharp.Dom.IElement?> CarteAsync(HttpClient client, Guichet guichet, string suite = "")
    {
        var nom = site.Services.GetRequiredService<FaireAvec.Contracts.Cartographie.INomsDesLieux>().Trouver(guichet.Lieu)!.Nom;
        var page = await client.LirePageAsync($"/lieux?commune=42218&q={Uri.EscapeDataString(nom)}{suite}");
        return page.QuerySelectorAll(".fa-liste-cartes > li").FirstOrDefault(c => c.QuerySelector("a")!.GetAttribute("href") == guichet.Page);
    }

    private static string Simple(AngleSharp.Dom.IElement element) => AssertPage.Texte(element).Replace('\u00a0', ' ');

    private Task<List<string>> EvenementsAsync(Guichet guichet) => site.AvecBaseAsync(
        db => db.Database.SqlQuery<string>($"""
            SELECT replace(e.nom, 'accompagnement.', '') AS "Value" FROM noyau.evenements e
            WHERE e.nom LIKE 'accompagnement.%' AND (e.charge->>'RendezVous' IN (SELECT id::text FROM accompagnement.rendez_vous WHERE lieu = {guichet.Lieu}) OR e.charge->>'Ancien' IN (SELECT id::text FROM accompagnement.rendez_vous WHERE lieu = {guichet.Lieu})
                OR e.charge->>'Atelier' IN (SELECT id::text FROM accompagnement.ateliers_prevus WHERE lieu = {guichet.Lieu}))
            ORDER BY 1
            """).ToListAsync(),
        "systeme:agenda,systeme:taches");

    private static string Heure(string texte) => texte.Split(", ")[^1].Replace('\u00a0', ' ').Trim();
}
