using System.Net;
using FaireAvec.Accompagnement;
using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Tests.Integration.Accompagnement.Capacitation;

/// <summary>The pages of somebody's path: choose, look, ask for news, lose and find again.</summary>
[Collection(CollectionDeCapacitation.Nom)]
public sealed class ParcoursTests(SiteDeCapacitation site)
{
    private static readonly Guid Personne = new("01a21000-0000-7000-8000-0000000000ff");

    public static TheoryData<string> Pages() => ["/personnes/{0}/savoir-faire", "/personnes/{0}/savoir-faire/choisir", "/personnes/{0}/savoir-faire/imprimer"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Sans_le_droit_la_page_est_refusee(string page)
    {
        var adresse = string.Format(System.Globalization.CultureInfo.InvariantCulture, page, await site.PersonneAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetStatutAsync(adresse)).Statut);
        foreach (var role in (Role[])[Role.Coordinateur, Role.GestionnaireStructure, Role.Referent, Role.AdministrateurNational, Role.Support, Role.Financeur])
        {
            using var client = await site.ClientDeAsync(role);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetStatutAsync(adresse)).Statut);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Une_personne_que_l_on_ne_suit_pas_n_est_pas_la(string page)
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        foreach (var id in (Guid[])[Personne, await site.PersonneAsync(Personas.IdDe("compte:conseiller_numerique"))])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetStatutAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, page, id))).Statut);
        }
    }

    [Fact]
    public async Task De_la_premiere_rencontre_aux_nouvelles_de_trois_mois()
    {
        var client = await site.ClientDeAsync(Role.Mediateur);
        Guid personne;
        Parcours parcours;
        do
        {
            // Not one of those that are drawn: that rule has its own test.
            personne = await site.PersonneAsync();
            AssertPage.Dit(await client.LirePageAsync(SiteDeCapacitation.FicheDe(personne)), "Aucun savoir-faire n’est choisi");
            using var choisi = await SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Choisir(personne), ("Codes", "I06"), ("Codes", "C01"));
            Assert.Equal(HttpStatusCode.Redirect, choisi.StatusCode);
            parcours = await site.ParcoursDeAsync(personne);
        }
        while (ControleDeSortie.EstTire(parcours.Id));

        Assert.Equal(EtatDeParcours.PositionnementInitial, parcours.Etat);
        Assert.Equal([SiteDeCapacitation.Equipe], parcours.Equipes);
        var adresse = SiteDeCapacitation.FicheDe(personne);
        var page = await client.LirePageAsync(adresse);
        Assert.Equal("Initial", page.QuerySelector("input[name=Moment]:checked")!.GetAttribute("value"));
        Assert.Equal("PersonneSeule", page.QuerySelector("input[name=Evaluateur]:checked")!.GetAttribute("value"));
        // An exit can't come first.
        using (var trop = await NoterAsync(client, personne, Moment.Sortie, 0, ("I06", 5)))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Conflict, trop);
        }

        await NoteAsync(client, personne, Moment.Initial, 0, ("I06", 1), ("C01", 2));
        var jour = site.Aujourdhui;
        site.Horloge.Avancer(TimeSpan.FromDays(30));
        client = await site.ClientDeAsync(Role.Mediateur);
        await NoteAsync(client, personne, Moment.Sortie, 0, ("I06", 4), ("C01", 3));
        Assert.Equal(EtatDeParcours.BilanDeSortie, (await site.ParcoursDeAsync(personne)).Etat);
        var rappels = await site.LireAsync(db => db.Set<RappelDeSuivi>().AsNoTracking().Where(r => r.Personne == personne).OrderBy(r => r.APartirDu).ToListAsync());
        Assert.Equal([Moment.M1, Moment.M3], rappels.Select(r => r.Moment));
        Assert.Equal(jour.AddDays(60), rappels[0].APartirDu);

        using (var vide = await client.GetAsync(LiensCapacitation.Suivis))
        {
            Assert.DoesNotContain(personne.ToString(), await vide.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        site.Horloge.Avancer(TimeSpan.FromDays(31));
        client = await site.ClientDeAsync(Role.Mediateur);
        AssertPage.Dit(await client.LirePageAsync(LiensCapacitation.Suivis), "Un mois après");
        await NoteAsync(client, personne, Moment.M1, 0, ("I06", 3));
        Assert.DoesNotContain(adresse, await client.GetStringAsync(LiensCapacitation.Suivis), StringComparison.Ordinal);
        var fiche = await client.LirePageAsync(adresse);
        Assert.Equal(2, fiche.QuerySelectorAll(".fa-progressions svg[role=img]").Length);
        Assert.Equal("Télécharger une attestation et la retrouver\u00a0: niveaux 1, 4, 3, de 0 à 5", fiche.QuerySelector(".fa-progressions svg")!.GetAttribute("aria-label"));
        AssertPage.Dit(await client.LirePageAsync(LiensCapacitation.Imprimer(personne)), "Maintenant : Je le fais sans aide, à l’entraînement");
        // In the journal, a level is closed with the person's key.
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE entite = 'accompagnement.Positionnement' AND (coalesce(avant, '') || coalesce(apres, '')) LIKE '%\"niveau\"%'"));
    }

    [Fact]
    public async Task Les_feuilles_de_la_personne_disent_ou_elle_en_est_et_la_prochaine_etape_en_grand()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        var personne = await ChoisieAsync(client);
        var avant = await client.LirePageAsync($"/personnes/{personne}/imprimer");
        AssertPage.Dit(avant, "Où j’en suis");
        AssertPage.Dit(avant, "Pas encore regardé");
        Assert.DoesNotContain("La prochaine étape", avant.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await NoteAsync(client, personne, Moment.Initial, 0, ("I06", 2));
        foreach (var adresse in (string[])[$"/personnes/{personne}/imprimer", LiensCapacitation.Imprimer(personne)])
        {
            var feuille = await client.LirePageAsync(adresse);
            Assert.NotNull(feuille.QuerySelector("article.fa-feuille--grands"));
            AssertPage.Dit(feuille, "Télécharger une attestation et la retrouver");
            AssertPage.Dit(feuille, "Maintenant : Je le fais avec de l’aide");
            AssertPage.Dit(feuille, "La prochaine étape : Je le fais sans aide, à l’entraînement");
        }
    }

    [Fact]
    public async Task Le_meme_formulaire_deux_fois_ne_note_qu_une_fois()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        var personne = await ChoisieAsync(client);
        await NoteAsync(client, personne, Moment.Initial, 0, ("I06", 1));
        await NoteAsync(client, personne, Moment.Initial, 0, ("I06", 1));
        await NoteAsync(client, personne, Moment.Initial, 0, ("I06", 2));
        var ligne = await site.LireAsync(db => db.Set<Positionnement>().AsNoTracking().SingleAsync(p => p.Personne == personne));
        Assert.Equal(2, ligne.Niveau);
    }

    [Fact]
    public async Task Une_saisie_fausse_dit_pourquoi_et_garde_ce_qui_est_tape()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        var personne = await ChoisieAsync(client);
        var adresse = SiteDeCapacitation.FicheDe(personne);
        foreach (var (champs, phrase) in new ((string, string)[], string)[]
        {
            ([("Moment", "Initial"), ("Evaluateur", "PersonneSeule"), .. Jour(0)], "Choisissez un niveau pour au moins un savoir-faire."),
            ([("Moment", "Initial"), ("Evaluateur", "PersonneSeule"), .. Jour(0), ("Niveaux[I06]", "6")], "Choisissez un niveau de 0 à 5."),
            ([("Moment", "Initial"), ("Evaluateur", "PersonneSeule"), .. Jour(0), ("Niveaux[I06]", "2"), ("Preuves[I06]", "Rêvé")], "Dites comment on le sait."),
            ([("Moment", "Initial"), ("Evaluateur", "personne"), .. Jour(0), ("Niveaux[I06]", "2")], "Dites qui a répondu."),
            ([("Moment", "Initial"), ("Evaluateur", "PersonneSeule"), .. Jour(-1), ("Niveaux[I06]", "2")], "Ce jour n’est pas encore venu."),
            ([("Moment", "Initial"), ("Evaluateur", "PersonneSeule"), .. Jour(1), ("Niveaux[I06]", "2")], "Ce jour est avant le début du parcours, ou avant le bilan de sortie."),
            ([("Moment", "Initial"), ("Evaluateur", "PersonneSeule"), .. Jour(0), ("Niveaux[R13]", "2")], "Ce savoir-faire n’est pas dans la liste."),
            ([("Moment", "Initial"), ("Evaluateur", "PersonneSeule"), ("Niveaux[I06]", "2")], "Écrivez la date, par exemple 25/11/2026."),
        })
        {
            using var reponse = await SiteDeCapacitation.PosterAsync(client, adresse, [.. champs, ("Preuve", "Declare")]);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
            var page = await reponse.LirePageAsync();
            Assert.Contains(phrase, page.QuerySelector(".govuk-error-summary__list")!.TextContent, StringComparison.Ordinal);
            if (champs.Contains(("Niveaux[I06]", "2")))
            {
                Assert.Equal("2", page.QuerySelector("input[name='Niveaux[I06]']:checked")?.GetAttribute("value"));
            }
        }

        Assert.Equal(0, await site.LireAsync(db => db.Set<Positionnement>().CountAsync(p => p.Personne == personne)));
    }

    [Theory]
    [InlineData("Choisissez au moins un savoir-faire qui compte pour la personne.")]
    [InlineData("Ce savoir-faire n’est pas dans la liste.", "Z99")]
    [InlineData("Choisissez 12 savoir-faire au plus : mieux vaut peu, et y arriver.", "I01", "I02", "I03", "I04", "I05", "I06", "I07", "I08", "I09", "I10", "I11", "I12", "C01")]
    public async Task Un_choix_impossible_est_refuse_en_clair(string phrase, params string[] codes)
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        var personne = await site.PersonneAsync();
        using var reponse = await SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Choisir(personne), [.. codes.Select(c => ("Codes", c))]);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        Assert.Contains(phrase, (await reponse.LirePageAsync()).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ce_qui_a_ete_regarde_ne_se_retire_pas_mais_se_reporte()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        var personne = await ChoisieAsync(client);
        await NoteAsync(client, personne, Moment.Initial, 0, ("I06", 1));
        using var retire = await SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Choisir(personne), ("Codes", "C01"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, retire);
        var adresse = SiteDeCapacitation.FicheDe(personne);
        AssertPage.Dit(await client.LirePageAsync(LiensCapacitation.PlusTard(personne, "I06")), "Pourquoi le laisser de côté ?");
        // A day that is over, none, and one that isn't a day.
        foreach (var jour in (int?[])[-1, null])
        {
            using var faux = await SiteDeCapacitation.PosterAsync(client, adresse, $"{adresse}?handler=Reporter", [("Code", "I06"), .. Le(jour)]);
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
            AssertPage.Erreurs(await faux.LirePageAsync(), "Écrivez le jour où y revenir : après aujourd’hui, dans les deux ans.");
        }

        using var pasUnJour = await SiteDeCapacitation.PosterAsync(client, adresse, $"{adresse}?handler=Reporter", ("Code", "I06"), ("Report.jour", "31"), ("Report.mois", "2"), ("Report.annee", "2027"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, pasUnJour);
        Assert.Equal("31", (await pasUnJour.LirePageAsync()).QuerySelector("[name='Report.jour']")!.GetAttribute("value"));
        using var reporte = await SiteDeCapacitation.PosterAsync(client, adresse, $"{adresse}?handler=Reporter", [("Code", "I06"), .. Le(60)]);
        Assert.Equal(HttpStatusCode.Redirect, reporte.StatusCode);
        AssertPage.Dit(await client.LirePageAsync(adresse), "y revenir le");
        using var encore = await SiteDeCapacitation.PosterAsync(client, adresse, $"{adresse}?handler=Reporter", [("Code", "I06"), .. Le(60)]);
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        using var absent = await SiteDeCapacitation.PosterAsync(client, adresse, $"{adresse}?handler=Reporter", [("Code", "Z99"), .. Le(60)]);
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, absent);
    }

    [Fact]
    public async Task Laisser_de_cote_demande_une_raison_que_la_base_tient_aussi()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        var personne = await ChoisieAsync(client);
        var adresse = SiteDeCapacitation.FicheDe(personne);
        foreach (var motif in (string[])["", "santé"])
        {
            using var faux = await SiteDeCapacitation.PosterAsync(client, adresse, $"{adresse}?handler=Abandonner", ("Code", "I06"), ("Motif", motif));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, faux);
            AssertPage.Erreurs(await faux.LirePageAsync(), "Dites pourquoi, ou choisissez « Non dit ».");
        }

        using var abandonne = await SiteDeCapacitation.PosterAsync(client, adresse, $"{adresse}?handler=Abandonner", ("Code", "I06"), ("Motif", "non_dit"));
        Assert.Equal(HttpStatusCode.Redirect, abandonne.StatusCode);
        AssertPage.Dit(await client.LirePageAsync(adresse), "Non dit");
        // The reason is the person's: the journal has it under their key only.
        Assert.Equal(0L, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE entite = 'accompagnement.SavoirFaireChoisi' AND (coalesce(avant, '') || coalesce(apres, '')) LIKE '%non_dit%'"));
        Assert.True(await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE entite = 'accompagnement.SavoirFaireChoisi' AND personne = $1 AND chiffre IS NOT NULL", personne) > 0);
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => site.Base.ExecuterAsync("UPDATE accompagnement.savoir_faire_choisis SET motif = NULL WHERE personne = $1 AND etat = 'Abandonne'", personne))).SqlState);
        using var repris = await SiteDeCapacitation.PosterAsync(client, adresse, $"{adresse}?handler=Reprendre", ("Code", "I06"));
        Assert.Equal(HttpStatusCode.Redirect, repris.StatusCode);
        using var deja = await SiteDeCapacitation.PosterAsync(client, adresse, $"{adresse}?handler=Reprendre", ("Code", "I06"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, deja);
    }

    [Fact]
    public async Task Dans_quoi_la_personne_apprend_se_dit_ou_ne_se_dit_pas()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        var personne = await site.PersonneAsync();
        var page = LiensCapacitation.Choisir(personne);
        using var langue = await SiteDeCapacitation.PosterAsync(client, page, ("Codes", "I06"), ("Langue", "klingon"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, langue);
        foreach (var configuration in (string[])["pas-un-id", Identifiants.Nouveau(site.Horloge).ToString()])
        {
            using var autre = await SiteDeCapacitation.PosterAsync(client, page, ("Codes", "I06"), ("Configuration", configuration));
            await AssertPage.StatutAsync(HttpStatusCode.BadRequest, autre);
            AssertPage.Erreurs(await autre.LirePageAsync(), "Choisissez une configuration de votre liste.");
        }

        using var rien = await SiteDeCapacitation.PosterAsync(client, page, ("Codes", "I06"), ("Configuration", ""), ("Langue", ""));
        Assert.Equal(HttpStatusCode.Redirect, rien.StatusCode);
        Assert.Equal((null, null), ((await site.ParcoursDeAsync(personne)).Configuration, (await site.ParcoursDeAsync(personne)).Langue));
        using var dite = await SiteDeCapacitation.PosterAsync(client, page, ("Codes", "I06"), ("Langue", "apprend"));
        Assert.Equal(HttpStatusCode.Redirect, dite.StatusCode);
        Assert.Equal("apprend", (await site.ParcoursDeAsync(personne)).Langue);
        Assert.Equal(0L, await site.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE entite = 'accompagnement.Parcours' AND (coalesce(avant, '') || coalesce(apres, '')) LIKE '%apprend%'"));
    }

    private (string, string)[] Le(int? apres)
    {
        if (apres is not { } jours)
        {
            return [];
        }

        var jour = site.Aujourdhui.AddDays(jours);
        return [("Report.jour", $"{jour.Day}"), ("Report.mois", $"{jour.Month}"), ("Report.annee", $"{jour.Year}")];
    }

    [Fact]
    public async Task Sans_nouvelles_en_un_geste_et_defait_de_meme()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        var personne = await site.PersonneAsync();
        await site.ParcoursAsync(personne, 100, 40, ("I06", 1, 4));
        Assert.Contains(SiteDeCapacitation.FicheDe(personne), await client.GetStringAsync(LiensCapacitation.Suivis), StringComparison.Ordinal);
        using var perdue = await SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Suivis, $"{LiensCapacitation.Suivis}?handler=Perdue", ("personne", personne.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, perdue.StatusCode);
        Assert.Equal(EtatDeParcours.PerduDeVue, (await site.ParcoursDeAsync(personne)).Etat);
        var apres = await client.LirePageAsync(perdue.Headers.Location!.OriginalString);
        AssertPage.Dit(apres, "Défaire");
        using (var deja = await SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Suivis, $"{LiensCapacitation.Suivis}?handler=Perdue", ("personne", personne.ToString())))
        {
            await AssertPage.StatutAsync(HttpStatusCode.Conflict, deja);
        }

        using var retrouvee = await SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Suivis, $"{LiensCapacitation.Suivis}?handler=Retrouvee", ("personne", personne.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, retrouvee.StatusCode);
        Assert.Equal(EtatDeParcours.BilanDeSortie, (await site.ParcoursDeAsync(personne)).Etat);
        using var inconnue = await SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Suivis, $"{LiensCapacitation.Suivis}?handler=Perdue", ("personne", Personne.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, inconnue);
    }

    [Fact]
    public async Task La_liste_des_nouvelles_est_a_qui_suit()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await site.Client.GetStatutAsync(LiensCapacitation.Suivis)).Statut);
        using var coordinateur = await site.ClientDeAsync(Role.Coordinateur);
        Assert.Equal(HttpStatusCode.Forbidden, (await coordinateur.GetStatutAsync(LiensCapacitation.Suivis)).Statut);
        using var conseiller = await site.ClientDeAsync(Role.ConseillerNumerique);
        AssertPage.Dit(await conseiller.LirePageAsync(LiensCapacitation.Suivis), "Personne à revoir aujourd’hui");
    }

    [Fact]
    public async Task Un_bilan_tire_au_sort_se_fait_avec_quelqu_un_d_autre()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        Guid personne;
        do
        {
            personne = await ChoisieAsync(client);
        }
        while (!ControleDeSortie.EstTire((await site.ParcoursDeAsync(personne)).Id));

        await NoteAsync(client, personne, Moment.Initial, 0, ("I06", 1));
        AssertPage.Dit(await client.LirePageAsync(SiteDeCapacitation.FicheDe(personne)), "Ce bilan est tiré au sort");
        using var seul = await NoterAsync(client, personne, Moment.Sortie, 0, ("I06", 4));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, seul);
        Assert.Contains("tiré au sort pour être fait par un autre médiateur", await seul.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var epreuve = await SiteDeCapacitation.PosterAsync(client, SiteDeCapacitation.FicheDe(personne), [("Moment", "Sortie"), ("Evaluateur", "Epreuve"), .. Jour(0), ("Niveaux[I06]", "4"), ("Preuves[I06]", "Simule")]);
        Assert.Equal(HttpStatusCode.Redirect, epreuve.StatusCode);
    }

    [Fact]
    public async Task Une_personne_reunie_garde_ce_qu_elle_avait_sous_son_premier_numero()
    {
        using var client = await site.ClientDeAsync(Role.Mediateur);
        var (une, autre) = (await site.PersonneAsync(), await site.PersonneAsync());
        await site.ParcoursAsync(une, 100, null, ("I06", 1, null));
        await site.Base.ExecuterAsync("UPDATE accompagnement.personnes SET fusionnee_dans = $2 WHERE id = $1", une, autre);
        await site.Base.ExecuterAsync("UPDATE accompagnement.suivis SET fin = greatest(now(), debut), motif = 'Mediateur' WHERE personne = $1", une);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetStatutAsync(SiteDeCapacitation.FicheDe(une))).Statut);
        AssertPage.Dit(await client.LirePageAsync(SiteDeCapacitation.FicheDe(autre)), "Télécharger une attestation et la retrouver");
    }

    [Fact]
    public async Task Le_droit_a_l_effacement_emporte_le_parcours()
    {
        var personne = await site.PersonneAsync();
        await site.ParcoursAsync(personne, 100, 40, ("I06", 1, 4));
        var lots = await site.DansAsync(s => Donnees(s).ExporterAsync(personne, CancellationToken.None), "systeme:droits");
        Assert.Equal([("savoir_faire", 2), ("savoir_faire_choisis", 1), ("parcours", 1)], lots.Select(l => (l.Cle, l.Fiches.Count)));
        Assert.Equal(1, await site.DansAsync(s => Donnees(s).EffacerAsync(personne, CancellationToken.None), "systeme:droits"));
        Assert.Equal(0, await site.DansAsync(s => Donnees(s).EffacerAsync(personne, CancellationToken.None), "systeme:droits"));
        Assert.Equal(0, await site.Base.LireAsync<long>("SELECT (SELECT count(*) FROM accompagnement.positionnements WHERE personne = $1) + (SELECT count(*) FROM accompagnement.rappels_de_suivi WHERE personne = $1)", personne));
        static DonneesDeCapacitation Donnees(IServiceProvider services) => services.GetServices<Contracts.Comptes.IDonneesDePersonne>().OfType<DonneesDeCapacitation>().Single();
    }

    private (string, string)[] Jour(int avant)
    {
        var jour = site.Aujourdhui.AddDays(-avant);
        return [("Jour.Jour", $"{jour.Day}"), ("Jour.Mois", $"{jour.Month}"), ("Jour.Annee", $"{jour.Year}")];
    }

    private async Task<Guid> ChoisieAsync(HttpClient client)
    {
        var personne = await site.PersonneAsync();
        using var choisi = await SiteDeCapacitation.PosterAsync(client, LiensCapacitation.Choisir(personne), ("Codes", "I06"), ("Codes", "C01"));
        Assert.Equal(HttpStatusCode.Redirect, choisi.StatusCode);
        return personne;
    }

    private Task<HttpResponseMessage> NoterAsync(HttpClient client, Guid personne, Moment moment, int avant, params (string Code, int Niveau)[] niveaux) =>
        SiteDeCapacitation.PosterAsync(client, SiteDeCapacitation.FicheDe(personne), [("Moment", moment.ToString()), ("Evaluateur", "Mediateur"), .. Jour(avant), .. niveaux.Select(n => ($"Niveaux[{n.Code}]", $"{n.Niveau}")), .. niveaux.Select(n => ($"Preuves[{n.Code}]", "Observe"))]);

    private async Task NoteAsync(HttpClient client, Guid personne, Moment moment, int avant, params (string Code, int Niveau)[] niveaux)
    {
        using var reponse = await NoterAsync(client, personne, moment, avant, niveaux);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
    }
}
