using System.Net;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Integration.Accompagnement.Personnes;
using FaireAvec.Tests.Integration.Comptes;
using FaireAvec.Tests.Integration.Comptes.Membres;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Orientations;

/// <summary>Receiving: signed in, by the link, and what an organisation says that it receives.</summary>
[Collection(OrientationsDuSite.Nom)]
public sealed class ReceptionTests(SiteDesMembres site)
{
    [Fact]
    public async Task L_organisation_qui_recoit_voit_ce_qui_lui_est_envoye_repond_et_clot()
    {
        var lieu = await site.LieuAsync("Lieu Exemple qui reçoit", 45.601);
        using var receveur = await site.QuiOrienteAsync();
        await site.DeclarerAsync(receveur.Organisation, lieu);
        using var mediateur = await site.QuiOrienteAsync();
        var id = await mediateur.EnvoyerVersAsync(lieu, ("F.Retour", "true"), ("F.Precision", "Vient à pied"));
        var adresse = $"/orientations/{id}";
        AssertPage.Dit(await receveur.Client.LirePageAsync("/orientations?sens=recues"), "Répondre");
        var page = await receveur.Client.LirePageAsync(adresse);
        AssertPage.Dit(page, "Vient à pied");
        // Neither the yes, nor the other needs: what a welcome needs.
        Assert.DoesNotContain("Oui dit par", page.Body!.TextContent, StringComparison.Ordinal);
        await receveur.Client.AgirAsync(adresse, "recevoir", HttpStatusCode.Redirect);
        var jour = site.Horloge.Instant.AddDays(3);
        await receveur.Client.AgirAsync(adresse, "rdv", HttpStatusCode.BadRequest, ("Rdv.jour", "31"), ("Rdv.mois", "2"), ("Rdv.annee", "2027"), ("Heure", "14:30"));
        await receveur.Client.AgirAsync(adresse, "rdv", HttpStatusCode.Redirect, ("Rdv.jour", $"{jour.Day}"), ("Rdv.mois", $"{jour.Month}"), ("Rdv.annee", $"{jour.Year}"), ("Heure", "14:30"));
        await receveur.Client.AgirAsync(adresse, "honorer", HttpStatusCode.Redirect);
        await receveur.Client.AgirAsync(adresse, "clore", HttpStatusCode.BadRequest);
        await receveur.Client.AgirAsync(adresse, "clore", HttpStatusCode.Redirect, ("Resultat", "resolu"));
        var vue = await mediateur.Client.LirePageAsync(adresse);
        AssertPage.Dit(vue, "Terminée");
        AssertPage.Dit(vue, "Résolu");
    }

    [Fact]
    public async Task L_arrivee_n_est_dite_a_qui_envoie_que_si_la_personne_le_veut()
    {
        var lieu = await site.LieuAsync("Lieu Exemple discret", 45.602);
        using var receveur = await site.QuiOrienteAsync();
        await site.DeclarerAsync(receveur.Organisation, lieu);
        using var mediateur = await site.QuiOrienteAsync();
        var id = await mediateur.EnvoyerVersAsync(lieu);
        var adresse = $"/orientations/{id}";
        await receveur.Client.AgirAsync(adresse, "recevoir", HttpStatusCode.Redirect);
        await receveur.Client.AgirAsync(adresse, "honorer", HttpStatusCode.Redirect);
        await receveur.Client.AgirAsync(adresse, "clore", HttpStatusCode.Redirect, ("Resultat", "en_cours"));
        var vue = await mediateur.Client.LirePageAsync(adresse);
        AssertPage.Dit(vue, "Bien reçue");
        Assert.DoesNotContain("En cours, avec nous", vue.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("est venue", (await mediateur.Client.LirePageAsync("/orientations")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        // The person says it themselves.
        await mediateur.Client.AgirAsync(adresse, "Venue", HttpStatusCode.Redirect);
        AssertPage.Dit(await mediateur.Client.LirePageAsync(adresse), "Terminée");
    }

    [Fact]
    public async Task Une_autre_organisation_et_un_collegue_ne_voient_rien()
    {
        var lieu = await site.LieuAsync("Lieu Exemple d’un autre", 45.603);
        using var receveur = await site.QuiOrienteAsync();
        await site.DeclarerAsync(receveur.Organisation, lieu);
        using var mediateur = await site.QuiOrienteAsync();
        using var collegue = await site.QuiOrienteAsync(mediateur.Organisation);
        using var tiers = await site.QuiOrienteAsync();
        var id = await mediateur.EnvoyerVersAsync(lieu);
        foreach (var client in (HttpClient[])[collegue.Client, tiers.Client])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetStatutAsync($"/orientations/{id}")).Statut);
            Assert.DoesNotContain(id.ToString(), (await client.LirePageAsync("/orientations")).Body!.InnerHtml, StringComparison.Ordinal);
        }

        // Who receives neither prints the card nor takes it back; who sent doesn't answer in the receiver's place.
        Assert.Equal(HttpStatusCode.NotFound, (await receveur.Client.GetStatutAsync($"/orientations/{id}/imprimer")).Statut);
        var formulaire = (await mediateur.Client.LirePageAsync($"/orientations/{id}")).Formulaire("Retirer");
        formulaire.SetAttribute("action", $"/orientations/{id}?handler=Geste");
        using var vole = await mediateur.Client.EnvoyerLeAsync("", formulaire, ("quoi", "recevoir"));
        Assert.Equal(HttpStatusCode.NotFound, vole.StatusCode);
        var depuis = (await receveur.Client.LirePageAsync($"/orientations/{id}")).Formulaire("recevoir");
        depuis.SetAttribute("action", $"/orientations/{id}?handler=Retirer");
        using var retire = await receveur.Client.EnvoyerLeAsync("", depuis);
        Assert.Equal(HttpStatusCode.NotFound, retire.StatusCode);
        Assert.Equal(EtatDOrientation.Envoyee, (await site.OrientationAsync(id)).Etat);
    }

    [Fact]
    public async Task Le_lien_ouvre_une_seule_orientation_et_rien_quand_il_est_faux_perime_ou_retire()
    {
        var lieu = await site.LieuAsync("Lieu Exemple sans compte", 45.604, "lieu-lien@example.org");
        using var mediateur = await site.QuiOrienteAsync();
        var id = await mediateur.EnvoyerVersAsync(lieu);
        var adresse = Lien("lieu-lien@example.org");
        using var visiteur = site.NouveauClient();
        var page = await visiteur.LirePageAsync(adresse);
        AssertPage.H1(page, "Une personne est orientée vers vous");
        await visiteur.AgirAsync(adresse, "recevoir", HttpStatusCode.Redirect);
        await visiteur.AgirAsync(adresse, "refuser", HttpStatusCode.BadRequest);
        await visiteur.AgirAsync(adresse, "honorer", HttpStatusCode.Redirect);
        var orientation = await site.OrientationAsync(id);
        Assert.Equal((EtatDOrientation.Honoree, ConfirmationDArrivee.Receveur), (orientation.Etat, orientation.ConfirmeePar));
        // It tells who acted: nobody known, by the link.
        Assert.Contains("systeme:orientation", await site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT acteur AS \"Value\" FROM noyau.journal WHERE entite_id = {id.ToString()}").ToListAsync(), "auditeur"));

        Assert.DoesNotContain(await site.AvecBaseAsync(db => db.Database.SqlQuery<string>($"SELECT processus AS \"Value\" FROM noyau.journal WHERE acteur = 'systeme:orientation' UNION SELECT processus FROM noyau.evenements").ToListAsync(), "auditeur"), p => p.Contains(adresse[^64..], StringComparison.Ordinal));
        foreach (var faux in (string[])[adresse[..^1] + (adresse[^1] == '0' ? '1' : '0'), "/orientation/x", $"/orientation/{new string('a', 64)}", $"/orientation/{id}", "/orientation/%00"])
        {
            Assert.True((await visiteur.GetStatutAsync(faux)).Statut is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, faux);
        }

        // Another link voids the first; taken back, none opens.
        using var neuf = await mediateur.Client.EnvoyerLeAsync("", (await mediateur.Client.LirePageAsync($"/orientations/{id}")).Formulaire("Lien"));
        var donne = new Uri((await neuf.LirePageAsync()).QuerySelector(".fa-code")!.TextContent.Trim()).AbsolutePath;
        Assert.Equal(HttpStatusCode.NotFound, (await visiteur.GetStatutAsync(adresse)).Statut);
        Assert.Equal(HttpStatusCode.OK, (await visiteur.GetStatutAsync(donne)).Statut);
        await site.EnProprietaireAsync($"UPDATE accompagnement.liens_d_orientation SET expire_le = '2020-01-01' WHERE orientation = '{id}' AND retire_le IS NULL");

        Assert.Equal(HttpStatusCode.NotFound, (await visiteur.GetStatutAsync(donne)).Statut);
    }

    [Fact]
    public async Task La_personne_change_d_avis_et_le_lien_ne_montre_plus_rien()
    {
        var lieu = await site.LieuAsync("Lieu Exemple d’avis", 45.605, "lieu-avis@example.org");
        using var mediateur = await site.QuiOrienteAsync();
        var id = await mediateur.EnvoyerVersAsync(lieu);
        using var visiteur = site.NouveauClient();
        Assert.Equal(HttpStatusCode.OK, (await visiteur.GetStatutAsync(Lien("lieu-avis@example.org"))).Statut);
        await mediateur.Client.AgirAsync($"/orientations/{id}", "Retirer", HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.NotFound, (await visiteur.GetStatutAsync(Lien("lieu-avis@example.org"))).Statut);
    }

    [Fact]
    public async Task La_fiche_part_par_courriel_et_l_adresse_n_est_pas_gardee()
    {
        var lieu = await site.LieuAsync("Lieu Exemple du courriel", 45.606);
        using var mediateur = await site.QuiOrienteAsync();
        var id = await mediateur.EnvoyerVersAsync(lieu);
        await mediateur.Client.AgirAsync($"/orientations/{id}", "Courriel", HttpStatusCode.BadRequest, ("Courriel", "a@example.org, b@example.org"));
        await mediateur.Client.AgirAsync($"/orientations/{id}", "Courriel", HttpStatusCode.Redirect, ("Courriel", "personne.fiche@example.org"));
        var message = site.Boite.Messages.Single(m => m.A == "personne.fiche@example.org");
        foreach (var mot in (string[])["Lieu Exemple du courriel", "Dites ou montrez ce code", "Défenseur des droits"])
        {
            Assert.Contains(mot, message.Texte, StringComparison.Ordinal);
        }

        var ligne = await site.ToutAsync(db => db.Database.SqlQuery<string>($"SELECT o::text AS \"Value\" FROM accompagnement.orientations o WHERE id = {id}").SingleAsync());
        Assert.DoesNotContain("personne.fiche", ligne, StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_fiche_part_par_SMS_une_seule_fois_et_pas_a_qui_n_en_veut_plus()
    {
        var lieu = await site.LieuAsync("Lieu Exemple du SMS", 45.616);
        using var mediateur = await site.QuiOrienteAsync();
        var adresse = $"/orientations/{await mediateur.EnvoyerVersAsync(lieu)}";
        await mediateur.Client.AgirAsync(adresse, "Sms", HttpStatusCode.BadRequest, ("Mobile", "04 77 00 00 00"));
        var formulaire = (await mediateur.Client.LirePageAsync(adresse)).Formulaire("Sms");
        for (var fois = 0; fois < 2; fois++)
        {
            using var envoye = await mediateur.Client.EnvoyerLeAsync(adresse, formulaire, ("Mobile", "06 39 98 04 52"));
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, envoye);
        }

        var sms = Assert.Single(Directory.GetFiles(Path.Combine(site.Services.GetRequiredService<OptionsDonnees>().Dossier, "sms"), "*.txt").Select(File.ReadAllText), t => t.StartsWith("A: +33639980452\n", StringComparison.Ordinal));
        foreach (var mot in (string[])["Lieu Exemple du SMS, 1 rue Exemple", "Code ", $"/lieux/lieu-exemple-du-sms-{lieu}"])
        {
            Assert.Contains(mot, sms, StringComparison.Ordinal);
        }

        Assert.InRange(LongueurDeCourtMessage.Mesurer(sms.Split("\n\n", 2)[1].TrimEnd()).Segments, 1, 2);
        await site.Services.GetRequiredService<Desinscriptions>().DesinscrireAsync(NumeroDeMobile.Lire("06 39 98 04 53")!, "page", CancellationToken.None);
        await mediateur.Client.AgirAsync(adresse, "Sms", HttpStatusCode.BadRequest, ("Mobile", "06 39 98 04 53"));
        Assert.DoesNotContain("998045", await site.ToutAsync(db => db.Database.SqlQuery<string>($"SELECT string_agg(o::text, ' ') AS \"Value\" FROM accompagnement.orientations o").SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_organisation_dit_ce_que_son_lieu_recoit_et_pas_celui_d_une_autre()
    {
        var (lieu, ailleurs) = (await site.LieuAsync("Lieu Exemple déclaré", 45.607), await site.LieuAsync("Lieu Exemple d’ailleurs", 45.608));
        using var claude = await site.QuiOrienteAsync(role: Role.Referent);
        await site.AjouterAsync(new LieuDOrganisation { Organisation = claude.Organisation, Lieu = lieu, AjouteLe = site.Horloge.Instant });
        var adresse = $"/orientations/reception?lieu={lieu}";
        var page = await claude.Client.LirePageAsync(adresse);
        using var faux = await claude.Client.EnvoyerPremierAsync("", page, ("ParSemaine", "beaucoup"), ("SuspenduJusquAu.jour", "1"), ("SuspenduJusquAu.mois", "1"), ("SuspenduJusquAu.annee", "2020"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
        var lue = await faux.LirePageAsync();
        foreach (var phrase in (string[])["Choisissez au moins un besoin", "Écrivez combien de personnes", "Donnez une date à venir"])
        {
            AssertPage.Dit(lue, phrase);
        }

        Assert.Equal("beaucoup", lue.QuerySelector("[name='ParSemaine']")!.GetAttribute("value"));
        using var bon = await claude.Client.EnvoyerPremierAsync("", page, ("Besoins", BesoinsDOrientation.Apprendre), ("ParSemaine", "4"), ("Langues", "uk"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, bon);
        var receveur = await site.ToutAsync(db => db.Set<Receveur>().AsNoTracking().SingleAsync(r => r.Lieu == lieu));
        Assert.Equal((claude.Organisation, 4, "uk"), (receveur.Organisation, receveur.ParSemaine, Assert.Single(receveur.Langues)));
        Assert.Equal(HttpStatusCode.NotFound, (await claude.Client.GetStatutAsync($"/orientations/reception?lieu={ailleurs}")).Statut);
        await claude.Client.AgirAsync(adresse, "Retirer", HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Les_chiffres_sont_ceux_de_l_organisation_et_les_petits_nombres_se_taisent()
    {
        var lieu = await site.LieuAsync("Lieu Exemple compté", 45.609);
        using var mediateur = await site.QuiOrienteAsync();
        using var maxime = await site.QuiOrienteAsync(mediateur.Organisation, Role.GestionnaireStructure);
        await mediateur.EnvoyerVersAsync(lieu);
        AssertPage.Dit(await maxime.Client.LirePageAsync("/orientations/chiffres"), "Trop peu");
        for (var i = 0; i < 11; i++)
        {
            await mediateur.EnvoyerVersAsync(lieu);
        }

        // Whole months only: by today's figures and yesterday's one would find one person.
        AssertPage.Dit(await maxime.Client.LirePageAsync("/orientations/chiffres?periode=3"), "Trop peu");
        site.Horloge.Avancer(TimeSpan.FromDays(31));
        using var revenu = await site.QuiOrienteAsync(mediateur.Organisation, Role.GestionnaireStructure);
        Assert.Equal("12", (await revenu.Client.LirePageAsync("/orientations/chiffres?periode=3")).QuerySelector(".fa-tuile__valeur")!.TextContent.Trim());
        using var ailleurs = await site.QuiOrienteAsync(role: Role.GestionnaireStructure);
        AssertPage.Dit(await ailleurs.Client.LirePageAsync("/orientations/chiffres"), "Trop peu");
        Assert.Equal(HttpStatusCode.Forbidden, (await revenu.Client.GetStatutAsync("/orientations")).Statut);
    }

    private string Lien(string courriel)
    {
        var texte = site.Boite.Messages.Last(m => m.A == courriel).Texte;
        var debut = texte.IndexOf("/orientation/", StringComparison.Ordinal);
        return texte.Substring(debut, "/orientation/".Length + 64);
    }
}
