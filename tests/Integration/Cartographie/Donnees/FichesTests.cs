using System.Net;
using FaireAvec.Cartographie;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie.Donnees;

/// <summary>The records: found, corrected with a reason, taken off the map, made by hand.</summary>
[Collection(Gestionnaires.Nom)]
public class FichesTests(SiteDesGestionnaires site, SiteFerme ferme)
{
    [Theory]
    [InlineData(LiensDonnees.Lieux)]
    [InlineData(LiensDonnees.NouveauLieu)]
    [InlineData(LiensDonnees.Horaires)]
    [InlineData("/donnees/lieux/x")]
    [InlineData("/donnees/lieux/x/modifier")]
    [InlineData("/donnees/lieux/x/etat?vers=depublier")]
    [InlineData("/donnees/lieux/x/arrets")]
    public Task Sans_le_droit_la_page_est_fermee(string adresse) => ferme.RefuseAsync(adresse);

    [Theory]
    [InlineData("")]
    [InlineData("/modifier")]
    [InlineData("/etat?vers=depublier")]
    [InlineData("/arrets")]
    public async Task Un_lieu_inconnu_n_est_pas_trouve(string suite)
    {
        using var reponse = await site.Client.GetAsync($"/donnees/lieux/inconnu{suite}");
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
    }

    [Fact]
    public async Task Les_fiches_se_cherchent_meme_celles_que_le_public_ne_voit_pas()
    {
        await new LieuDeTest().Nomme("Foyer introuvable").Retenu("mot:foyer").CreerAsync(site);
        var page = await site.PageAsync($"{LiensDonnees.Lieux}?q=introuvable");
        AssertPage.Dit(page, "hébergement, hors de la carte");
        Assert.Single((await site.PageAsync($"{LiensDonnees.Lieux}?q=introuvable&etat=retenu&departement=42")).QuerySelectorAll("tbody tr"));
        foreach (var rien in new[] { "etat=publie", "etat=nimporte", "departement=01", "source=autre" })
        {
            AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Lieux}?q=introuvable&{rien}"), "Aucune fiche ne répond à votre recherche");
        }

        using var csv = await site.Client.GetAsync($"{LiensDonnees.Lieux}?handler=Csv&q=introuvable");
        Assert.Contains("Foyer introuvable", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_date_de_remplissage_est_inconnue_et_le_premier_du_mois_se_dit()
    {
        var rempli = await new LieuDeTest().Nomme("Sans date vraie").MisAJour(new DateOnly(2022, 12, 1)).CreerAsync(site);
        await new LieuDeTest().Nomme("Avec date vraie").MisAJour(new DateOnly(2024, 3, 1)).CreerAsync(site);
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Lieux}?q=sans+date+vraie"), "date inconnue");
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Lieux}?q=avec+date+vraie"), "1er mars 2024");
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Lieu(rempli)), "Date de remplissage : elle compte comme inconnue.");
    }

    [Theory]
    [InlineData("%")]
    [InlineData("___________")]
    [InlineData("\\")]
    [InlineData("zz' OR 1=1 --")]
    public async Task Les_signes_d_une_recherche_ne_sont_que_des_signes(string q) =>
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Lieux}?q={Uri.EscapeDataString(q)}"), "Aucune fiche ne répond à votre recherche");

    [Fact]
    public async Task Un_champ_se_corrige_avec_sa_raison_se_voit_dans_l_historique_et_se_retire()
    {
        var id = await new LieuDeTest().Nomme("Lieu à corriger").DeLaSource("source-corrigee").AvecTelephone("+33477000000").CreerAsync(site);
        var adresse = LiensDonnees.ModifierLieu(id);
        var formulaire = await site.PageAsync(adresse);
        using var sansMotif = await site.Client.EnvoyerAsync(adresse, formulaire, ("telephone", "+33477000001"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansMotif);
        var refuse = await sansMotif.LirePageAsync();
        AssertPage.Erreurs(refuse, "Écrivez pourquoi vous changez cette fiche, même en peu de mots.");
        Assert.Equal("+33477000001", refuse.QuerySelector("input[name=telephone]")!.GetAttribute("value"));

        using var toutFaux = await site.Client.EnvoyerAsync(adresse, formulaire, ("nom", ""), ("latitude", "200"));
        Assert.Equal(3, (await toutFaux.LirePageAsync()).QuerySelectorAll(".govuk-error-summary__list li").Length);

        using var corrige = await site.Client.EnvoyerAsync(adresse, formulaire, ("telephone", "+33477000001"), ("Motif", "Le lieu a appelé"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, corrige);
        var correction = Assert.Single(await CorrectionsAsync(id));
        Assert.Equal(("telephone", "+33477000001", "+33477000000", "Le lieu a appelé"), (correction.Champ, correction.Valeur, correction.ValeurDeLaSource, correction.Motif));
        var fiche = await site.PageAsync(LiensDonnees.Lieu(id));
        AssertPage.Dit(fiche, "correction faite ici");
        AssertPage.Dit(fiche, "Une correction est faite. Motif : Le lieu a appelé");
        AssertPage.Dit(fiche, "Qualité de la fiche :");

        using var retire = await site.PosterAsync($"{LiensDonnees.Lieu(id)}?handler=Retirer", ("correction", correction.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retire);
        Assert.Equal(EtatCorrection.Retiree, Assert.Single(await CorrectionsAsync(id)).Etat);
        using var encore = await site.PosterAsync($"{LiensDonnees.Lieu(id)}?handler=Retirer", ("correction", correction.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
    }

    [Fact]
    public async Task Un_formulaire_renvoye_tel_quel_ne_change_rien()
    {
        var id = await new LieuDeTest().Nomme("Lieu intact").Ouvert("Mo-Fr 09:00-12:00").Avec(l => (l.Courriels, l.SiteWeb, l.Typologie) = (["a@example.org", "b@example.org"], ["https://example.org"], ["MUNI"])).CreerAsync(site);
        using var reponse = await site.Client.EnvoyerAsync(LiensDonnees.ModifierLieu(id), await site.PageAsync(LiensDonnees.ModifierLieu(id)));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, reponse);
        Assert.EndsWith("?fait=rien", reponse.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await CorrectionsAsync(id));
    }

    [Fact]
    public async Task Une_valeur_refusee_se_dit_pres_de_son_champ()
    {
        var id = await new LieuDeTest().CreerAsync(site);
        using var reponse = await site.Client.EnvoyerAsync(LiensDonnees.ModifierLieu(id), await site.PageAsync(LiensDonnees.ModifierLieu(id)), ("code_postal", "4200"), ("Motif", "Essai"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.Equal("#code_postal", Assert.Single(page.QuerySelectorAll(".govuk-error-summary__list a")).GetAttribute("href"));
        Assert.Equal("4200", page.QuerySelector("#code_postal")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Un_lieu_se_retire_de_la_carte_et_y_revient()
    {
        var id = await new LieuDeTest().Nomme("Lieu fermé").CreerAsync(site);
        AssertPage.H1(await site.PageAsync(LiensDonnees.EtatDeLieu(id, "depublier")), "Retirer de la carte : Lieu fermé");
        using var sansMotif = await site.PosterAsync(LiensDonnees.EtatDeLieu(id, "depublier"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansMotif);
        using var retire = await site.PosterAsync(LiensDonnees.EtatDeLieu(id, "depublier"), ("Motif", "Fermé définitivement"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retire);
        var fiche = await site.PageAsync(retire.Headers.Location!.ToString());
        AssertPage.Dit(fiche, "retiré de la carte");
        AssertPage.Dit(fiche, "Motif : Fermé définitivement");
        using var encore = await site.Client.GetAsync(LiensDonnees.EtatDeLieu(id, "depublier"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        using var remis = await site.PosterAsync(LiensDonnees.EtatDeLieu(id, "republier"), ("Motif", "Erreur"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, remis);
        Assert.Null(await site.AvecBaseAsync(db => db.Set<Lieu>().Where(l => l.Id == id).Select(l => l.Retenu).SingleAsync()));
    }

    [Fact]
    public async Task Un_hebergement_n_est_montre_qu_avec_l_accord_de_son_gestionnaire()
    {
        var id = await new LieuDeTest().Nomme("Foyer de la Paix").Retenu("mot:foyer").CreerAsync(site);
        Assert.False(await MontreAsync(id));
        var demande = await site.PageAsync(LiensDonnees.EtatDeLieu(id, "accorder"));
        AssertPage.H1(demande, "Montrer au public : Foyer de la Paix");
        using var sansMotif = await site.PosterAsync(LiensDonnees.EtatDeLieu(id, "accorder"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansMotif);
        using var accorde = await site.PosterAsync(LiensDonnees.EtatDeLieu(id, "accorder"), ("Motif", "La direction, par courrier"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, accorde);
        Assert.True(await MontreAsync(id));
        var fiche = await site.PageAsync(LiensDonnees.Lieu(id));
        AssertPage.Dit(fiche, "montré avec l’accord de son gestionnaire");
        AssertPage.Dit(fiche, "Le gestionnaire a donné son accord pour montrer ce lieu. Motif : La direction, par courrier");

        // Wrong state: it was given already.
        using var encore = await site.PosterAsync(LiensDonnees.EtatDeLieu(id, "accorder"), ("Motif", "Encore"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        using var retire = await site.PosterAsync(LiensDonnees.EtatDeLieu(id, "retirer-accord"), ("Motif", "Demandé par la direction"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retire);
        Assert.False(await MontreAsync(id));
        Assert.Equal(1, await site.AvecBaseAsync(db => db.Set<AccordDHebergement>().CountAsync(a => a.Lieu == id && a.RetireLe != null)));
    }

    [Fact]
    public async Task Une_fiche_reunie_a_un_hebergement_dit_pourquoi_elle_n_est_pas_montree()
    {
        var guichet = await new LieuDeTest().Nomme("Centre communal").CreerAsync(site);
        var foyer = await new LieuDeTest().Nomme("Foyer du centre").Retenu("mot:foyer").CreerAsync(site);
        await site.AjouterAsync(new GroupeDeLieux { Id = guichet, CreeLe = site.Horloge.Instant }, new MembreDeGroupe { Lieu = guichet, Groupe = guichet, Probabilite = 0.97, Raisons = [] }, new MembreDeGroupe { Lieu = foyer, Groupe = guichet, Probabilite = 0.97, Raisons = [] });
        var fiche = await site.PageAsync(LiensDonnees.Lieu(guichet));
        AssertPage.Dit(fiche, "réuni à un hébergement, hors de la carte");
        AssertPage.Dit(fiche, "Si ce sont deux lieux, séparez les fiches.");
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Groupe(guichet)), "2 fiches décrivent ce lieu. Il n’est pas montré.");
        Assert.Equal("réuni à un hébergement, hors de la carte", await EtatAsync("Centre+communal"));
        Assert.Equal("hébergement, hors de la carte", await EtatAsync("Foyer+du+centre"));
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Lieux}?q=Foyer+du+centre"), "Règle : mot:foyer.");
        Assert.Empty((await site.PageAsync($"{LiensDonnees.Lieux}?q=Centre+communal&etat=publie")).QuerySelectorAll("tbody tr"));
        Assert.Single((await site.PageAsync($"{LiensDonnees.Lieux}?q=Centre+communal&etat=avec-hebergement")).QuerySelectorAll("tbody tr"));
        Assert.EndsWith("\"avec-hebergement\"", (await site.Client.GetStringAsync($"{LiensDonnees.Lieux}?handler=Csv&q=Centre+communal")).TrimEnd(), StringComparison.Ordinal);

        using var accorde = await site.PosterAsync(LiensDonnees.EtatDeLieu(foyer, "accorder"), ("Motif", "La direction, par courrier"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, accorde);
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Groupe(guichet)), "2 fiches décrivent ce lieu. Il est montré une seule fois.");
        Assert.Equal("publié", await EtatAsync("Centre+communal"));
        Assert.Equal("hébergement, montré avec l’accord de son gestionnaire", await EtatAsync("Foyer+du+centre"));
        Assert.Single((await site.PageAsync($"{LiensDonnees.Lieux}?q=Foyer+du+centre&etat=accord")).QuerySelectorAll("tbody tr"));

        async Task<string> EtatAsync(string nom) => AssertPage.Texte((await site.PageAsync($"{LiensDonnees.Lieux}?q={nom}")).QuerySelectorAll("tbody tr").Single().QuerySelector(".fa-pastille")!);
    }

    [Fact]
    public async Task Un_lieu_sans_nom_est_montre_des_qu_on_le_nomme()
    {
        var id = await new LieuDeTest().Nomme("ANCT Test").Retenu("nom d’essai").CreerAsync(site);
        Assert.False(await MontreAsync(id));
        var fiche = await site.PageAsync(LiensDonnees.Lieu(id));
        AssertPage.Dit(fiche, "sans nom, hors de la carte");
        AssertPage.Dit(fiche, "Corrigez le nom, et elle sera montrée.");
        Assert.DoesNotContain("qui y logent", AssertPage.Texte(fiche.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Single((await site.PageAsync($"{LiensDonnees.Lieux}?q={id}&etat=sans-nom")).QuerySelectorAll("tbody tr"));
        using var accorder = await site.Client.GetAsync(LiensDonnees.EtatDeLieu(id, "accorder"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, accorder);

        using var nomme = await site.Client.EnvoyerAsync(LiensDonnees.ModifierLieu(id), await site.PageAsync(LiensDonnees.ModifierLieu(id)), ("nom", "Espace numérique des Tilleuls"), ("Motif", "Vu sur la porte"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, nomme);
        Assert.True(await MontreAsync(id));
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Lieu(id)), "publié");
        Assert.Single((await site.PageAsync($"{LiensDonnees.Lieux}?q={id}&etat=publie")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await site.PageAsync($"{LiensDonnees.Lieux}?q={id}&etat=sans-nom")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Une_correction_qui_fait_d_un_lieu_un_hebergement_le_cache_et_rien_qu_elle_ote_ne_le_montre()
    {
        var maison = await new LieuDeTest().Nomme("Maison des Peupliers").CreerAsync(site);
        var autre = await new LieuDeTest().Nomme("Maison des Peupliers bis").CreerAsync(site);
        await site.AjouterAsync(new GroupeDeLieux { Id = autre, CreeLe = site.Horloge.Instant }, new MembreDeGroupe { Lieu = autre, Groupe = autre, Probabilite = 0.97, Raisons = [] }, new MembreDeGroupe { Lieu = maison, Groupe = autre, Probabilite = 0.97, Raisons = [] });
        Assert.True(await MontreAsync(autre));
        using var corrige = await site.Client.EnvoyerAsync(LiensDonnees.ModifierLieu(maison), await site.PageAsync(LiensDonnees.ModifierLieu(maison)), ("nom", "CHRS des Peupliers"), ("Motif", "Dit par sa directrice"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, corrige);
        Assert.False(await MontreAsync(autre));
        var fiche = await site.PageAsync(LiensDonnees.Lieu(maison));
        AssertPage.Dit(fiche, "hébergement, hors de la carte");
        AssertPage.Dit(fiche, "Corriger la fiche ne le montre pas");
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Lieu(autre)), "réuni à un hébergement, hors de la carte");
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Groupe(autre)), "2 fiches décrivent ce lieu. Il n’est pas montré.");
        Assert.Single((await site.PageAsync($"{LiensDonnees.Lieux}?q={maison}&etat=retenu")).QuerySelectorAll("tbody tr"));
        Assert.Single((await site.PageAsync($"{LiensDonnees.Lieux}?q={autre}&etat=avec-hebergement")).QuerySelectorAll("tbody tr"));

        // The agreement of its manager shows it, under its corrected name; another name alone doesn't.
        var chrs = await new LieuDeTest().Nomme("CHRS des Saules").Retenu("mot « chrs »").CreerAsync(site);
        using var renomme = await site.Client.EnvoyerAsync(LiensDonnees.ModifierLieu(chrs), await site.PageAsync(LiensDonnees.ModifierLieu(chrs)), ("nom", "Les Saules"), ("Motif", "Nom plus court"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, renomme);
        Assert.False(await MontreAsync(chrs));
        using var accorde = await site.PosterAsync(LiensDonnees.EtatDeLieu(chrs, "accorder"), ("Motif", "La direction, par courrier"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, accorde);
        Assert.True(await MontreAsync(chrs));
    }

    [Fact]
    public async Task Un_lieu_ordinaire_n_a_pas_besoin_d_accord()
    {
        var id = await new LieuDeTest().CreerAsync(site);
        using var reponse = await site.Client.GetAsync(LiensDonnees.EtatDeLieu(id, "accorder"));
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, reponse);
    }

    [Fact]
    public async Task Un_lieu_se_cree_a_la_main_avec_ses_horaires_verifies()
    {
        var formulaire = await site.PageAsync(LiensDonnees.NouveauLieu);
        (string, string)[] saisie = [("nom", "Maison toute neuve"), ("commune", "Saint-Étienne"), ("code_postal", "42000"), ("adresse", "3 rue de la Paix"), ("horaires", "Mo-Fr 09:00-12:00")];
        using var verifie = await site.Client.EnvoyerAsync(LiensDonnees.NouveauLieu, formulaire, [.. saisie, ("geste", "horaires")]);
        await AssertPage.StatutAsync(HttpStatusCode.OK, verifie);
        var page = await verifie.LirePageAsync();
        AssertPage.Dit(page, "compris");
        AssertPage.Dit(page, "9 h – 12 h");
        Assert.Equal("Maison toute neuve", page.QuerySelector("input[name=nom]")!.GetAttribute("value"));

        using var cree = await site.Client.EnvoyerAsync(LiensDonnees.NouveauLieu, formulaire, [.. saisie, ("services", "Aide aux démarches administratives")]);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, cree);
        var fiche = await site.PageAsync(cree.Headers.Location!.ToString());
        AssertPage.H1(fiche, "Maison toute neuve");
        AssertPage.Dit(fiche, "Aide aux démarches administratives");

        using var vide = await site.Client.EnvoyerAsync(LiensDonnees.NouveauLieu, formulaire, ("commune", "Saint-Étienne"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vide);
        Assert.Equal("Saint-Étienne", (await vide.LirePageAsync()).QuerySelector("input[name=commune]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Test", "Ce nom est celui d’un essai")]
    [InlineData("2026", "Écrivez le nom du lieu en toutes lettres")]
    public async Task Un_nom_qui_n_en_est_pas_un_est_refuse_et_rien_n_est_perdu(string nom, string phrase)
    {
        var formulaire = await site.PageAsync(LiensDonnees.NouveauLieu);
        using var cree = await site.Client.EnvoyerAsync(LiensDonnees.NouveauLieu, formulaire, ("nom", nom), ("commune", "Saint-Étienne"), ("code_postal", "42000"), ("adresse", "5 rue de la Paix"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, cree);
        var page = await cree.LirePageAsync();
        AssertPage.Dit(page, phrase);
        Assert.DoesNotContain("producteur", AssertPage.Texte(page.QuerySelector(".govuk-error-summary")!), StringComparison.Ordinal);
        Assert.Equal((nom, "5 rue de la Paix"), (page.QuerySelector("input[name=nom]")!.GetAttribute("value"), page.QuerySelector("input[name=adresse]")!.GetAttribute("value")));

        var id = await new LieuDeTest().Nomme("Maison bien nommée").CreerAsync(site);
        var modifier = await site.PageAsync($"{LiensDonnees.Lieu(id)}/modifier");
        using var corrige = await site.Client.EnvoyerAsync($"{LiensDonnees.Lieu(id)}/modifier", modifier, ("nom", nom), ("Motif", "Essai de correction"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, corrige);
        AssertPage.Dit(await corrige.LirePageAsync(), phrase);
    }

    [Theory]
    [InlineData("Mo-Fr 09:00-12:00", "compris")]
    [InlineData("du lundi au vendredi de 9h à 12h", "non compris")]
    [InlineData("sunrise-sunset", "non compris")]
    public async Task Les_horaires_se_verifient_seuls(string texte, string reponse) =>
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Horaires}?texte={Uri.EscapeDataString(texte)}"), reponse);

    [Fact]
    public async Task Un_arret_s_ajoute_et_se_retire()
    {
        var id = await new LieuDeTest().Nomme("Bus numérique").CreerAsync(site);
        var adresse = LiensDonnees.Arrets(id);
        AssertPage.Dit(await site.PageAsync(adresse), "Aucun arrêt");
        using var vide = await site.PosterAsync(adresse, ("Commune", "Firminy"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, vide);
        var refuse = await vide.LirePageAsync();
        AssertPage.Dit(refuse, "Écrivez le premier jour de l’arrêt.");
        Assert.Equal("Firminy", refuse.QuerySelector("input[name=Commune]")!.GetAttribute("value"));

        using var ajoute = await site.PosterAsync(adresse, ("Commune", "Firminy"), ("CodePostal", "42700"), ("PremierJour.jour", "2"), ("PremierJour.mois", "12"), ("PremierJour.annee", "2026"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, ajoute);
        var arret = await site.AvecBaseAsync(db => db.Set<Arret>().SingleAsync(a => a.Lieu == id));
        Assert.Equal((new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 2), "Firminy"), (arret.PremierJour, arret.DernierJour, arret.Commune));
        using var retire = await site.PosterAsync($"{adresse}?handler=Retirer", ("arret", arret.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, retire);
        using var encore = await site.PosterAsync($"{adresse}?handler=Retirer", ("arret", arret.Id.ToString()));
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, encore);
    }

    private async Task<bool> MontreAsync(string id)
    {
        var catalogue = site.Services.GetRequiredService<FaireAvec.Cartographie.Recherche.CatalogueLieux>();
        await catalogue.RechargerAsync(CancellationToken.None);
        return catalogue.Index.RangDe(id) >= 0;
    }

    private Task<List<CorrectionDeChamp>> CorrectionsAsync(string id) => site.AvecBaseAsync(db => db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => c.Lieu == id).ToListAsync(), "administrateur");
}
