using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using static FaireAvec.Tests.Integration.Accompagnement.Agenda.GestesDeLAgenda;

namespace FaireAvec.Tests.Integration.Accompagnement.Agenda;

/// <summary>The médiateur's agenda: what they see, give, move, note; and what is somebody else's.</summary>
[Collection(AgendaDuSite.Nom)]
public class AgendaPagesTests(SiteDesMembres site)
{
    public static TheoryData<string> Adresses => [LiensAgenda.Agenda, LiensAgenda.Disponibilites, LiensAgenda.Absences, LiensAgenda.NouveauRendezVous, LiensAgenda.Ateliers];

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task Qui_ne_recoit_personne_n_a_pas_d_agenda(string adresse)
    {
        using var coordination = await site.MediateurAsync(role: Role.Coordinateur);
        await coordination.StatutAsync(HttpStatusCode.Forbidden, adresse);
        await SiteDesMembres.StatutAsync(HttpStatusCode.Redirect, site.Client, adresse);
    }

    [Fact]
    public async Task Le_rendez_vous_et_l_atelier_d_un_autre_sont_introuvables()
    {
        using var guichet = await site.GuichetAsync();
        await site.ReserveAsync(guichet, site.A(9));
        var (rendezVous, atelier) = ((await site.RendezVousAsync(guichet)).Id, await site.AtelierAsync(guichet));
        using var collegue = await site.MediateurAsync(guichet.Mediateur.Organisation);
        using var ailleurs = await site.MediateurAsync();
        foreach (var autre in new[] { collegue, ailleurs })
        {
            await autre.StatutAsync(HttpStatusCode.NotFound, LiensAgenda.RendezVous(rendezVous));
            await autre.StatutAsync(HttpStatusCode.NotFound, LiensAgenda.Atelier(atelier));
            await autre.StatutAsync(HttpStatusCode.NotFound, LiensAgenda.ImprimerAtelier(atelier));
            await autre.StatutAsync(HttpStatusCode.NotFound, LiensAgenda.Noter(rendezVous));
            await autre.StatutAsync(HttpStatusCode.NotFound, LiensAgenda.NoterLAtelier(atelier));
        }

        await guichet.Mediateur.StatutAsync(HttpStatusCode.NotFound, LiensAgenda.RendezVous(site.Id()));
    }

    [Fact]
    public async Task Quand_je_recois_s_ajoute_se_ferme_en_ligne_et_se_retire()
    {
        using var guichet = await site.GuichetAsync(recoit: false);
        var client = guichet.Mediateur.Client;
        var page = await client.LirePageAsync(LiensAgenda.Disponibilites);
        AssertPage.Dit(page, "Rien pour le moment");
        using var ajoute = await client.EnvoyerPremierAsync(LiensAgenda.Disponibilites, page, ("Jours", "2"), ("Jours", "4"), ("De", "9h"), ("A", "12:00"), ("Duree", "45"), ("EnLigne", "true"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ajoute);
        page = await client.LirePageAsync(ajoute.Headers.Location!.OriginalString);
        AssertPage.Dit(page, "tous les mardis, 9 h – 12 h");
        AssertPage.Dit(page, "tous les jeudis");
        // Sent twice: the second one meets the first.
        var vide = await client.LirePageAsync(LiensAgenda.Disponibilites);
        using var encore = await client.EnvoyerLeAsync(LiensAgenda.Disponibilites, vide.QuerySelectorAll("main form").OfType<AngleSharp.Html.Dom.IHtmlFormElement>().First(f => f.GetAttribute("action") == LiensAgenda.Disponibilites), ("Jours", "2"), ("De", "10h"), ("A", "12:00"), ("Duree", "45"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, encore);
        var refusee = await encore.LirePageAsync();
        AssertPage.Dit(refusee, "personne n’est à deux endroits à la fois");
        Assert.Equal("10h", refusee.QuerySelector("[name='De']")!.GetAttribute("value"));
        using var ferme = await client.AppuyerAsync(LiensAgenda.Disponibilites, "Ouvrir");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ferme);
        Assert.Equal(1, await site.ToutLireAsync(db => db.Set<Disponibilite>().CountAsync(d => d.Compte == guichet.Mediateur.Compte && !d.EnLigne)));
        using var retire = await client.AppuyerAsync(LiensAgenda.Disponibilites, "Retirer");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retire);
        Assert.Equal(1, await site.ToutLireAsync(db => db.Set<Disponibilite>().CountAsync(d => d.Compte == guichet.Mediateur.Compte)));
    }

    [Fact]
    public async Task Une_tournee_a_un_lieu_par_jour()
    {
        using var guichet = await site.GuichetAsync(recoit: false);
        using var etape = await site.GuichetAsync(recoit: false);
        var client = guichet.Mediateur.Client;
        var (jour, lendemain) = (site.Jeudi(), site.Jeudi().AddDays(1));
        using var ajoute = await client.EnvoyerPremierAsync(LiensAgenda.Disponibilites, await client.LirePageAsync(LiensAgenda.Disponibilites), ("De", "9h"), ("A", "12h"), ("Duree", "45"), ("EnLigne", "true"), ("Etapes", $"{jour:d/M/yyyy}\n{lendemain:dd/MM/yyyy} {etape.Page}"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ajoute);
        Assert.Equal([(guichet.Lieu, jour), (etape.Lieu, lendemain)], (await site.ToutLireAsync(db => db.Set<Disponibilite>().Where(d => d.Compte == guichet.Mediateur.Compte).OrderBy(d => d.Depuis).ToListAsync())).Select(d => (d.Lieu, d.Depuis)));
        using var visiteur = site.NouveauClient();
        Assert.Equal(4, (await visiteur.LirePageAsync(etape.Reserver)).QuerySelectorAll(".fa-heure").Length);
        using var illisible = await client.EnvoyerPremierAsync(LiensAgenda.Disponibilites, await client.LirePageAsync(LiensAgenda.Disponibilites), ("De", "14h"), ("A", "16h"), ("Duree", "45"), ("Etapes", "un jour"));
        // The first form of the page is now the one of a line: the answer is a refusal either way.
        Assert.NotEqual(HttpStatusCode.OK, illisible.StatusCode);
    }

    [Fact]
    public async Task Une_absence_ferme_les_creneaux_et_montre_les_rendez_vous_a_deplacer()
    {
        using var guichet = await site.GuichetAsync();
        await site.ReserveAsync(guichet, site.A(9));
        var client = guichet.Mediateur.Client;
        using var ajoute = await client.EnvoyerPremierAsync(LiensAgenda.Absences, await client.LirePageAsync(LiensAgenda.Absences), Date("Du", site.Jeudi()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ajoute);
        AssertPage.Dit(await client.LirePageAsync(ajoute.Headers.Location!.OriginalString), "1 rendez-vous tombe pendant une absence");
        using var visiteur = site.NouveauClient();
        using var pris = await visiteur.GetAsync(LiensAgenda.Creneau(guichet.Page, site.A(9, 45)));
        Assert.Equal(HttpStatusCode.Conflict, pris.StatusCode);
        using var inversee = await client.EnvoyerPremierAsync(LiensAgenda.Absences, await client.LirePageAsync(LiensAgenda.Absences), [.. Date("Du", site.Jeudi()), .. Date("Au", site.Jeudi().AddDays(-1))]);
        Assert.NotEqual(HttpStatusCode.OK, inversee.StatusCode);
    }

    [Fact]
    public async Task Un_rendez_vous_se_donne_se_deplace_et_se_note()
    {
        using var guichet = await site.GuichetAsync();
        var client = guichet.Mediateur.Client;
        var personne = await guichet.Mediateur.OuvrirAsync("Awa");
        var page = await client.LirePageAsync($"{LiensAgenda.NouveauRendezVous}?quand={LiensAgenda.Instant(site.A(9))}");
        Assert.Equal("09:00", page.QuerySelector("[name='De']")!.GetAttribute("value"));
        using var donne = await client.EnvoyerPremierAsync(LiensAgenda.NouveauRendezVous, page, ("Personne", personne.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, donne);
        using var deuxFois = await client.EnvoyerPremierAsync(LiensAgenda.NouveauRendezVous, page, ("Personne", personne.ToString()));
        Assert.Equal(donne.Headers.Location, deuxFois.Headers.Location);
        var adresse = donne.Headers.Location!.OriginalString.Split('?')[0];
        AssertPage.H1(await client.LirePageAsync(adresse), "Rendez-vous : Awa");

        using var deplace = await client.AppuyerAsync(adresse, "Deplacer", ("Creneau", LiensAgenda.Instant(site.A(10, 30))));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, deplace);
        var nouveau = deplace.Headers.Location!.OriginalString.Split('?')[0];
        AssertPage.Dit(await client.LirePageAsync(nouveau), "10 h 30");
        AssertPage.Dit(await client.LirePageAsync(adresse), "Il a été déplacé");
        using var encore = await client.GetAsync(adresse);
        Assert.DoesNotContain("handler=Deplacer", await encore.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Before the hour, nobody is absent; after it, the act says that they came.
        site.Horloge.Instant = site.A(10, 35);
        client = await site.ConnecterAsync(guichet.Mediateur.Compte);
        AssertPage.Dit(await client.LirePageAsync(LiensAccompagnement.Aujourdhui), "Awa");
        var rendezVous = Guid.Parse(nouveau.Split('/')[^1]);
        var acte = await client.LirePageAsync(LiensAgenda.Noter(rendezVous));
        Assert.Equal(guichet.Lieu, ((AngleSharp.Html.Dom.IHtmlSelectElement)acte.QuerySelector("[name='F.Lieu']")!).Value);
        Assert.NotNull(acte.QuerySelector($"[name='F.Personnes'][value='{personne}'][checked]"));
        using var note = await client.EnvoyerPremierAsync(LiensAccompagnement.NouvelleActivite, acte, ("F.Thematiques", "email"), ("F.Posture", "avec"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, note);
        Assert.Equal(rendezVous, await site.AvecBaseAsync(db => db.Set<Activite>().Where(a => a.Auteur == guichet.Mediateur.Compte).Select(a => a.RendezVous).SingleAsync(), "systeme:taches"));
        AssertPage.Dit(await client.LirePageAsync(nouveau), "Voir le compte rendu");
        Assert.Equal(EtatDeRendezVous.Honore, await site.ToutLireAsync(db => db.Set<RendezVous>().Where(r => r.Id == rendezVous).Select(r => r.Etat).SingleAsync()));
    }

    [Fact]
    public async Task Un_rendez_vous_de_trop_ou_mal_ecrit_est_refuse_sans_rien_perdre()
    {
        using var guichet = await site.GuichetAsync();
        await site.ReserveAsync(guichet, site.A(9));
        var client = guichet.Mediateur.Client;
        var page = await client.LirePageAsync(LiensAgenda.NouveauRendezVous);
        using var occupe = await client.EnvoyerPremierAsync(LiensAgenda.NouveauRendezVous, page, [("Prenom", "Ben"), ("De", "9h15"), .. Date("Date", site.Jeudi())]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, occupe);
        var refusee = await occupe.LirePageAsync();
        AssertPage.Dit(refusee, "êtes déjà pris à ce moment-là");
        Assert.Equal("Ben", refusee.QuerySelector("[name='Prenom']")!.GetAttribute("value"));
        using var faux = await client.EnvoyerPremierAsync(LiensAgenda.NouveauRendezVous, page, ("Personne", site.Id().ToString()), ("De", "neuf heures"), ("Date.jour", "32"), ("Date.mois", "13"), ("Date.annee", "2026"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        Assert.Equal("32", (await faux.LirePageAsync()).QuerySelector("[name='Date.jour']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Une_absence_de_la_personne_se_note_apres_l_heure_seulement()
    {
        using var guichet = await site.GuichetAsync();
        await site.ReserveAsync(guichet, site.A(9));
        var client = guichet.Mediateur.Client;
        var adresse = LiensAgenda.RendezVous((await site.RendezVousAsync(guichet)).Id);
        using var tot = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Absent");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, tot);
        AssertPage.Dit(await tot.LirePageAsync(), "Il est trop tôt");
        using var confirme = await client.AppuyerAsync(adresse, "Confirmer");
        site.Horloge.Instant = site.A(9, 20);
        client = await site.ConnecterAsync(guichet.Mediateur.Compte);
        using var absent = await client.AppuyerAsync(adresse, "Absent");
        AssertPage.Dit(await client.LirePageAsync(absent.Headers.Location!.OriginalString), "Une absence arrive à tout le monde");
        using var trop = await SiteDesMembres.PosterAsync(client, adresse, $"{adresse}?handler=Annuler");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, trop);
    }

    [Fact]
    public async Task Un_atelier_s_inscrit_se_corrige_se_note_et_s_imprime()
    {
        using var guichet = await site.GuichetAsync();
        var client = guichet.Mediateur.Client;
        var atelier = await site.AtelierAsync(guichet, capacite: 2);
        var adresse = LiensAgenda.Atelier(atelier);
        foreach (var prenom in new[] { "Awa", "Ben", "Cid" })
        {
            using var inscrit = await client.AppuyerAsync(adresse, "Inscrire", ("Prenom", prenom));
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, inscrit);
        }

        AssertPage.Dit(await client.LirePageAsync(adresse), "2 places prises sur 2, 1 personne attend");
        using var trop = await client.AppuyerAsync(adresse, "Corriger", ("Capacite", "1"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, trop);
        AssertPage.Dit(await trop.LirePageAsync(), "Plus de personnes sont déjà inscrites");
        using var agrandi = await client.AppuyerAsync(adresse, "Corriger", ("Capacite", "3"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, agrandi);
        // The one who waited is offered the new seat.
        Assert.Equal([1, 2, 3], await site.ToutLireAsync(db => db.Set<Inscription>().Where(i => i.Atelier == atelier && i.Place != null).OrderBy(i => i.Place).Select(i => i.Place!.Value).ToListAsync()));
        var feuille = await client.LirePageAsync(LiensAgenda.ImprimerAtelier(atelier));
        Assert.Equal(3, feuille.QuerySelectorAll("tbody tr").Length);

        site.Horloge.Instant = site.A(14, 5);
        client = await site.ConnecterAsync(guichet.Mediateur.Compte);
        var ids = await site.ToutLireAsync(db => db.Set<Inscription>().Where(i => i.Atelier == atelier && i.Place != null).OrderBy(i => i.Place).Select(i => i.Id).ToListAsync());
        using var presences = await client.AppuyerAsync(adresse, "Presences", ($"p_{ids[0]}", "oui"), ($"p_{ids[1]}", "non"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, presences);
        var acte = await client.LirePageAsync(LiensAgenda.NoterLAtelier(atelier));
        AssertPage.H1(acte, "Noter un atelier");
        Assert.Equal(("Reconnaître une arnaque", "1"), (acte.QuerySelector("[name='F.Titre']")!.GetAttribute("value"), acte.QuerySelector("[name='F.Total']")!.GetAttribute("value")));
        using var note = await client.EnvoyerPremierAsync(LiensAccompagnement.NouvelleActivite, acte, ("F.Thematiques", "securite_numerique"), ("F.Posture", "avec"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, note);
    }

    [Fact]
    public async Task Un_atelier_annule_le_dit_a_qui_a_son_lien()
    {
        using var guichet = await site.GuichetAsync();
        var atelier = await site.AtelierAsync(guichet);
        using var inscrit = await site.SInscrireAsync(guichet, atelier);
        using var annule = await guichet.Mediateur.Client.AppuyerAsync(LiensAgenda.Atelier(atelier), "Annuler");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, annule);
        using var visiteur = site.NouveauClient();
        AssertPage.H1(await visiteur.LirePageAsync(inscrit.Headers.Location!.OriginalString), "Annulé par le lieu");
        await SiteDesMembres.StatutAsync(HttpStatusCode.NotFound, visiteur, LiensAgenda.InscriptionA(guichet.Page, atelier));
    }

    [Fact]
    public async Task Le_mois_du_lieu_montre_les_collegues_sans_aucun_nom_de_personne()
    {
        using var guichet = await site.GuichetAsync();
        using var collegue = await site.MediateurAsync(guichet.Mediateur.Organisation);
        await site.ReserveAsync(guichet, site.A(9), ("Prenom", "Zoé-Essai"));
        var page = await collegue.Client.LirePageAsync(LiensAgenda.Mois(site.Jeudi(), guichet.Lieu));
        AssertPage.Dit(page, guichet.Mediateur.Nom);
        AssertPage.Dit(page, "1 rdv, 3 libres");
        Assert.DoesNotContain("Zoé-Essai", page.DocumentElement.TextContent, StringComparison.Ordinal);
        var semaine = await guichet.Mediateur.Client.LirePageAsync(LiensAgenda.Jour(site.Jeudi(), "semaine"));
        Assert.Equal(7, semaine.QuerySelectorAll(".fa-jour").Length);
        AssertPage.Dit(semaine, "Zoé-Essai");
    }
}
