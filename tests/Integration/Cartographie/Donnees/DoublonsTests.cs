using System.Net;
using FaireAvec.Cartographie;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Tests.Support.Constructeurs;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie.Donnees;

/// <summary>The review of duplicates: one pair at a time, several at once, what was merged, what is split.</summary>
[Collection(Gestionnaires.Nom)]
public class DoublonsTests(SiteDesGestionnaires site, SiteFerme ferme)
{
    [Theory]
    [InlineData(LiensDonnees.Doublons)]
    [InlineData(LiensDonnees.ListeDesDoublons)]
    [InlineData(LiensDonnees.Groupes)]
    [InlineData("/donnees/doublons/groupes/x")]
    [InlineData("/donnees/doublons/groupes/x/separer?fiche=y")]
    public Task Sans_le_droit_la_page_est_fermee(string adresse) => ferme.RefuseAsync(adresse);

    [Theory]
    [InlineData("/donnees/doublons?a=inconnue&b=autre")]
    [InlineData("/donnees/doublons/groupes/inconnu")]
    [InlineData("/donnees/doublons/groupes/inconnu/separer?fiche=y")]
    public async Task Ce_qui_n_existe_pas_n_est_pas_trouve(string adresse)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
    }

    [Fact]
    public async Task Une_paire_se_montre_champ_par_champ_avec_ses_differences()
    {
        var (a, b) = await site.PaireAsync(0.87, un => un.AvecTelephone("+33477000000"));
        var page = await site.PageAsync(LiensDonnees.Paire(a, b));
        AssertPage.H1(page, "Est-ce le même lieu ?");
        AssertPage.Dit(page, "Le même lieu à 87 %, selon le calcul");
        AssertPage.Dit(page, "Noms proches.");
        AssertPage.Dit(page, "À 0 m l’une de l’autre.");
        var lignes = page.QuerySelectorAll(".fa-comparaison tbody tr").ToDictionary(l => AssertPage.Texte(l.QuerySelector("th")!).Split(' ')[0], StringComparer.Ordinal);
        Assert.Contains("pareil", lignes["Nom"].QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("différent", lignes["Adresse"].QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], lignes["Adresse"].QuerySelectorAll("mark").Select(AssertPage.Texte));
        Assert.Contains("seulement en A", lignes["Téléphone"].QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal(["m", "d", "p"], page.QuerySelectorAll(".fa-revue__gestes [data-raccourci]").Select(e => e.GetAttribute("data-raccourci")));
    }

    [Fact]
    public async Task Une_decision_est_gardee_la_suivante_vient_et_la_derniere_s_annule()
    {
        var source = "source-suite";
        var (a, b) = await site.PaireAsync(0.99, un => un.DeLaSource(source));
        var (c, d) = await site.PaireAsync(0.98, un => un.DeLaSource(source));
        var premiere = await site.PageAsync($"{LiensDonnees.Doublons}?source={source}");
        AssertPage.Dit(premiere, "Paire 1 sur 2.");

        using var decide = await site.PosterAsync($"{LiensDonnees.Paire(a, b)}&source={source}", ("geste", "meme"), ("Motif", "J’ai appelé."));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, decide);
        var suite = decide.Headers.Location!.ToString();
        Assert.Contains(Uri.EscapeDataString(c), suite, StringComparison.Ordinal);
        var decision = Assert.Single(await DecisionsAsync(a, b));
        Assert.Equal((VerdictHumain.Meme, "J’ai appelé.", Personas.Lire("gestionnaire_donnees")!.Id.ToString(), null), (decision.Verdict, decision.Motif, decision.Auteur, decision.AnnuleeLe));
        var page = await site.PageAsync(suite);
        AssertPage.Dit(page, "C’est noté : le même lieu");
        AssertPage.Dit(page, "Paire 1 sur 1.");

        using var annule = await site.PosterAsync($"{suite}&handler=Annuler");
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, annule);
        Assert.Contains(Uri.EscapeDataString(a), annule.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await DecisionsAsync(a, b)).AnnuleeLe);
        AssertPage.Dit(await site.PageAsync(annule.Headers.Location.ToString()), "Est-ce le même lieu ?");

        // Wrong state: it is taken back already.
        using var encore = await site.PosterAsync($"{suite}&handler=Annuler");
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        AssertPage.Dit(await encore.LirePageAsync(), "Cette décision est déjà annulée.");
        Assert.NotEqual(d, c);
    }

    [Fact]
    public async Task Plus_tard_ne_decide_rien_et_la_fin_de_la_file_se_dit()
    {
        var (a, b) = await site.PaireAsync(0.7, un => un.DeLaSource("source-tard"));
        using var tard = await site.PosterAsync($"{LiensDonnees.Paire(a, b)}&source=source-tard", ("geste", "plus-tard"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, tard);
        Assert.Empty(await DecisionsAsync(a, b));
        var page = await site.PageAsync(tard.Headers.Location!.ToString());
        AssertPage.Dit(page, "Vous avez fait le tour");
        AssertPage.Dit(page, "1 paire reste pour plus tard.");
        var reprendre = page.QuerySelector(".fa-vide a")!.GetAttribute("href")!;
        AssertPage.H1(await site.PageAsync(reprendre), "Est-ce le même lieu ?");
    }

    [Fact]
    public async Task Un_motif_trop_long_est_refuse_et_n_est_pas_perdu()
    {
        var (a, b) = await site.PaireAsync();
        var motif = new string('é', DecisionHumaine.MotifMax + 1);
        using var reponse = await site.PosterAsync(LiensDonnees.Paire(a, b), ("geste", "distinct"), ("Motif", motif));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.Erreurs(page, "Le motif est trop long : 500 caractères au plus.");
        Assert.Equal(motif, page.QuerySelector("textarea[name=Motif]")!.TextContent.Trim());
        Assert.Empty(await DecisionsAsync(a, b));
    }

    [Fact]
    public async Task Les_filtres_trouvent_et_ne_trouvent_pas()
    {
        await site.PaireAsync(0.3, un => un.DeLaSource("source-974").A("Saint-Denis", "97400", "97411"));
        foreach (var (requete, total) in new[] { ("departement=974", 1), ("source=source-974&certitude=Faible", 1), ("source=source-974&certitude=Forte", 0), ("source=inconnue", 0), ("departement=2A", 0) })
        {
            var page = await site.PageAsync($"{LiensDonnees.ListeDesDoublons}?{requete}");
            Assert.Equal(total, page.QuerySelectorAll("tbody tr").Length);
        }

        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Doublons}?source=inconnue"), "Aucune paire ne répond à ces filtres");
    }

    [Fact]
    public async Task Plusieurs_paires_se_decident_ensemble_apres_verification()
    {
        var (a, b) = await site.PaireAsync();
        var (c, d) = await site.PaireAsync();
        var choix = new[] { new ClePaire(a, b).ToString(), new ClePaire(c, d).ToString() };
        using var verifier = await site.PosterAsync(LiensDonnees.ListeDesDoublons, ("paire", choix[0]), ("paire", choix[1]), ("Verdict", "Distinct"));
        await AssertPage.StatutAsync(HttpStatusCode.OK, verifier);
        var page = await verifier.LirePageAsync();
        AssertPage.H1(page, "2 paires : à chaque fois deux lieux différents ?");
        Assert.Empty(await DecisionsAsync(a, b));

        using var decider = await site.Client.EnvoyerAsync(LiensDonnees.ListeDesDoublons, page, ("Motif", "Vu ensemble"), ("paire", choix[0]), ("paire", choix[1]));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, decider);
        AssertPage.Dit(await site.PageAsync(decider.Headers.Location!.ToString()), "2 décisions sont notées.");
        Assert.Equal("Vu ensemble", Assert.Single(await DecisionsAsync(a, b)).Motif);
        Assert.Equal(VerdictHumain.Distinct, Assert.Single(await DecisionsAsync(c, d)).Verdict);

        // Wrong state: these pairs no longer wait; the sentence leads somewhere even when no other pair is left to show.
        await site.SansPaireAsync();
        using var encore = await site.PosterAsync($"{LiensDonnees.ListeDesDoublons}?handler=Decider", ("paire", choix[0]), ("Verdict", "Meme"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, encore);
        AssertPage.Erreurs(await encore.LirePageAsync(), "Certaines de ces paires n’attendent plus de décision : la liste a changé. Choisissez à nouveau.");
    }

    [Fact]
    public void Une_raison_garde_ses_guillemets_avec_leurs_mots() =>
        Assert.Equal("noms proches\u00a0: «\u00a0A B\u00a0» et «\u00a0C\u00a0»", FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Ecran.Insecable("noms proches : « A B » et « C »"));

    [Theory]
    [InlineData(LiensDonnees.Doublons)]
    [InlineData(LiensDonnees.ListeDesDoublons)]
    public async Task Sans_paire_on_peut_demander_la_comparaison(string adresse)
    {
        await site.SansPaireAsync();
        var vide = await site.PageAsync(adresse);
        AssertPage.Dit(vide, "Aucune paire n’attend de décision.");
        Assert.NotNull(vide.QuerySelector($".fa-vide a[href='{LiensDonnees.Groupes}']"));
        var filtree = await site.PageAsync($"{adresse}?departement=42");
        Assert.NotNull(filtree.QuerySelector($".fa-vide a[href='{adresse}']"));
    }

    [Theory]
    [InlineData("Meme", "", "Choisissez au moins une paire.")]
    [InlineData("", "a\tb", "Choisissez ce que vous décidez pour ces paires.")]
    public async Task Rien_de_choisi_se_dit(string verdict, string paire, string phrase)
    {
        await site.PaireAsync();
        using var reponse = await site.PosterAsync(LiensDonnees.ListeDesDoublons, ("paire", paire), ("Verdict", verdict));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), phrase);
    }

    [Fact]
    public async Task La_liste_se_telecharge()
    {
        var (a, b) = await site.PaireAsync();
        using var reponse = await site.Client.GetAsync($"{LiensDonnees.ListeDesDoublons}?handler=Csv");
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.Equal("text/csv", reponse.Content.Headers.ContentType?.MediaType);
        var lignes = (await reponse.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.StartsWith("\"lieu_a\",\"nom_a\"", lignes[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(lignes, l => l.Contains(a, StringComparison.Ordinal) && l.Contains(b, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Un_lieu_reuni_dit_d_ou_vient_chaque_champ_et_une_fiche_s_en_separe()
    {
        var (a, b) = await site.PaireAsync(0.9, un => un.A("Roanne", "42300", "42187").AvecTelephone("+33477000009"), autre => autre.A("Roanne", "42300", "42187"));
        await site.PosterAsync(LiensDonnees.Paire(a, b), ("geste", "meme"));
        using var regroupe = await site.PosterAsync(LiensDonnees.Groupes);
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, regroupe);
        var groupe = await site.AvecBaseAsync(db => db.Set<MembreDeGroupe>().Where(m => m.Lieu == a).Select(m => m.Groupe).SingleAsync(), "administrateur");
        await site.Services.GetRequiredService<FaireAvec.Cartographie.Recherche.CatalogueLieux>().RechargerAsync(CancellationToken.None);
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Groupes}?q={groupe}"), "1 lieu décrit par plusieurs fiches.");
        var page = await site.PageAsync(LiensDonnees.Groupe(groupe));
        AssertPage.Dit(page, "2 fiches décrivent ce lieu.");
        Assert.Equal(2, page.QuerySelectorAll(".fa-liste-cartes > li").Length);

        using var sansMotif = await site.PosterAsync(LiensDonnees.Separer(groupe, b));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansMotif);
        AssertPage.Erreurs(await sansMotif.LirePageAsync(), "Écrivez pourquoi, même en peu de mots.");
        using var separe = await site.PosterAsync(LiensDonnees.Separer(groupe, b), ("Motif", "Deux guichets"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, separe);
        Assert.Equal(0, await site.AvecBaseAsync(db => db.Set<MembreDeGroupe>().CountAsync(m => m.Lieu == a || m.Lieu == b), "administrateur"));
        Assert.Equal([VerdictHumain.Distinct], (await DecisionsAsync(a, b)).Where(x => x.AnnuleeLe is null).Select(x => x.Verdict));
    }

    private Task<List<DecisionHumaine>> DecisionsAsync(string a, string b) => site.AvecBaseAsync(
        db =>
        {
            var (un, autre) = DecisionHumaine.Ordonner(a, b);
            return db.Set<DecisionHumaine>().AsNoTracking().Where(d => d.LieuA == un && d.LieuB == autre).OrderBy(d => d.CreeeLe).ToListAsync();
        },
        "administrateur");
}
