using System.Net;
using FaireAvec.Cartographie;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Cartographie.Donnees;

/// <summary>A file is given, read behind the page, looked at, published, rolled back.</summary>
[Collection(Gestionnaires.Nom)]
public class ImportsTests(SiteDesGestionnaires site, SiteFerme ferme)
{
    [Theory]
    [InlineData(LiensDonnees.Aujourdhui)]
    [InlineData(LiensDonnees.Importer)]
    [InlineData(LiensDonnees.Imports)]
    [InlineData("/donnees/imports/01a214bc-975a-74d4-9c59-899dfeecf364")]
    [InlineData("/donnees/imports/01a214bc-975a-74d4-9c59-899dfeecf364/decider?vers=publier")]
    [InlineData("/donnees/imports/01a214bc-975a-74d4-9c59-899dfeecf364/annuler")]
    public Task Sans_le_droit_la_page_est_fermee(string adresse) => ferme.RefuseAsync(adresse);

    [Theory]
    [InlineData("")]
    [InlineData("/decider?vers=publier")]
    [InlineData("/annuler")]
    [InlineData("?handler=Csv")]
    public async Task Un_import_inconnu_n_est_pas_trouve(string suite)
    {
        using var reponse = await site.Client.GetAsync($"{LiensDonnees.Import(Identifiants.Nouveau(site.Horloge))}{suite}");
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
    }

    [Theory]
    [InlineData(false, "Le fichier n’a pas été gardé : déposez-le à nouveau.")]
    [InlineData(true, "La source sera lue à nouveau cette nuit. Pour ne pas attendre, lisez-la depuis sa page.")]
    public async Task Un_import_que_plus_personne_ne_fait_est_dit_interrompu(bool parAdresse, string suite)
    {
        var source = await site.SourceAsync();
        var import = new ImportDeLieux
        {
            Id = Identifiants.Nouveau(site.Horloge),
            Source = source,
            Origine = parAdresse ? OrigineImport.Url : OrigineImport.Fichier,
            Fichier = "lieux.csv",
            Auteur = "demonstration",
            DebutLe = site.Horloge.Instant,
        };
        await site.AjouterAsync(import);

        // Somebody does it, on whichever node: it is said in course.
        await site.AvecBaseAsync(async db =>
        {
            await using var prise = await db.TenirAsync(import.Id, CancellationToken.None);
            var page = await site.PageAsync(LiensDonnees.Import(import.Id));
            AssertPage.H1(page, "Import en cours");
            Assert.Contains("en cours", Etat(await site.PageAsync($"{LiensDonnees.Imports}?source={source}")), StringComparison.Ordinal);
            return 0;
        });

        var rapport = await site.PageAsync(LiensDonnees.Import(import.Id));
        Assert.Null(rapport.QuerySelector("[data-rafraichir]"));
        AssertPage.H1(rapport, $"Import : Hub numéro {source[4..]}");
        AssertPage.Dit(rapport, "Rien n’a été publié.");
        AssertPage.Dit(rapport, suite);
        foreach (var adresse in (string[])[$"{LiensDonnees.Imports}?source={source}", LiensDonnees.Source(source), LiensDonnees.Aujourdhui, LiensDonnees.Sources])
        {
            AssertPage.Dit(await site.PageAsync(adresse), "interrompu, rien n’a été publié");
        }

        Assert.Contains("\"Interrompu\"", await site.Client.GetStringAsync($"{LiensDonnees.Imports}?handler=Csv&source={source}"), StringComparison.Ordinal);

        static string Etat(AngleSharp.Html.Dom.IHtmlDocument page) => AssertPage.Texte(page.QuerySelector("table .fa-pastille")!);
    }

    [Fact]
    public async Task Une_valeur_laissee_de_cote_est_dite_une_fois()
    {
        var source = await site.SourceAsync();
        var fichier = $"id,pivot,nom,commune,code_postal,adresse,date_maj,services,source,telephone\n{source}_1,,Mairie,Saint-Étienne,42000,1 rue de la Paix,hier,Coiffure,{source},04 77 00 00 00\n";
        using var depot = await site.DeposerAsync(LiensDonnees.Importer, "lieux.csv", System.Text.Encoding.UTF8.GetBytes(fichier), ("source", source), ("Mode", "essai"));
        await site.FinAsync(depot.Headers.Location!.ToString());
        var defauts = await site.AvecBaseAsync(db => db.Set<AnomalieDImport>().Where(a => a.Source == source).Select(a => new { a.Champ, a.Regle, a.Apres }).ToListAsync(), "administrateur");
        Assert.Equal(["date_maj", "services"], defauts.Where(d => d.Apres == null).Select(d => d.Champ).Order(StringComparer.Ordinal));
        Assert.Contains(defauts, d => d.Champ == "telephone" && d.Apres == "+33477000000");
        Assert.Equal(defauts.Count, defauts.Distinct().Count());
    }

    [Fact]
    public async Task Un_import_qui_attend_est_deja_connu_et_un_arret_le_dit_interrompu()
    {
        await using var ici = new SiteDesGestionnaires();
        await ici.InitializeAsync();
        var (occupee, source) = (await ici.SourceAsync(), await ici.SourceAsync());
        async Task<string> DeposerAsync(string code)
        {
            using var depot = await ici.DeposerAsync(LiensDonnees.Importer, "lieux.csv", SiteDesGestionnaires.Fichier(code, "Mairie de la Paix"), ("source", code), ("Mode", "publier"));
            await AssertPage.StatutAsync(HttpStatusCode.Redirect, depot);
            return depot.Headers.Location!.ToString();
        }

        string[] enCours = [];
        var enAttente = await ici.AvecBaseAsync(
            async db =>
            {
                // Somebody else holds this source: its two imports take both places, and the third one waits.
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.PrendreSourceAsync(occupee, CancellationToken.None);
                enCours = [await DeposerAsync(occupee), await DeposerAsync(occupee)];
                await Attente.QueAsync("both are being read", async () => (await Task.WhenAll(enCours.Select(ici.PageAsync))).All(p => p.Body!.TextContent.Contains("est en train d’être lu", StringComparison.Ordinal)));
                var adresse = await DeposerAsync(source);
                AssertPage.Dit(await ici.PageAsync(adresse), "Le fichier lieux.csv est reçu. L’import attend son tour.");
                AssertPage.Dit(await ici.PageAsync($"{LiensDonnees.Imports}?source={source}"), "attend son tour");
                await ici.Services.GetRequiredService<TravauxDImport>().StopAsync(CancellationToken.None);
                return adresse;
            },
            "administrateur");

        var page = await ici.PageAsync(enAttente);
        Assert.Null(page.QuerySelector("[data-rafraichir]"));
        AssertPage.Dit(page, "Cet import a été interrompu");
        AssertPage.Dit(page, "Le fichier n’a pas été gardé : déposez-le à nouveau.");
        foreach (var adresse in enCours)
        {
            AssertPage.Dit(await ici.PageAsync(adresse), "Arrêté avant la fin. Rien n’a été changé.");
        }

        Assert.Equal(0, await ici.AvecBaseAsync(db => db.Set<Lieu>().CountAsync(), "administrateur"));

        // Nothing more is taken in.
        using var trop = await ici.DeposerAsync(LiensDonnees.Importer, "lieux.csv", SiteDesGestionnaires.Fichier(source, "Mairie de la Paix"), ("source", source), ("Mode", "publier"));
        await AssertPage.StatutAsync(HttpStatusCode.ServiceUnavailable, trop);
        AssertPage.Dit(await trop.LirePageAsync(), "Le site est en train de s’arrêter.");
    }

    [Fact]
    public async Task Un_fichier_se_depose_se_regarde_se_publie_et_s_annule()
    {
        var source = await site.SourceAsync();
        using var depot = await site.DeposerAsync(LiensDonnees.Importer, "lieux.csv", SiteDesGestionnaires.Fichier(source, "Mairie de la Paix", "Annexe de la Paix", ""), ("source", source), ("Mode", "essai"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, depot);
        var adresse = depot.Headers.Location!.ToString();
        var rapport = await site.FinAsync(adresse);
        AssertPage.H1(rapport, $"Import : Hub numéro {source[4..]}");
        AssertPage.Dit(rapport, "attend une décision");
        AssertPage.Dit(rapport, "2 ajoutés, 0 modifiés, 0 retirés");
        Assert.Contains(rapport.QuerySelectorAll("table td"), c => c.TextContent.Contains("ligne refusée", StringComparison.Ordinal));
        Assert.Equal(0, await LieuxAsync(source));

        using var csv = await site.Client.GetAsync($"{adresse}?handler=Csv");
        await AssertPage.StatutAsync(HttpStatusCode.OK, csv);
        Assert.Contains("\"ligne\",\"lieu\",\"niveau\"", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var verifier = await site.PageAsync($"{adresse}/decider?vers=publier");
        AssertPage.H1(verifier, "Publier cet import ?");
        using var publie = await site.PosterAsync($"{adresse}/decider?vers=publier", ("Motif", "Regardé"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, publie);
        AssertPage.Dit(await site.PageAsync(publie.Headers.Location!.ToString()), "C’est publié.");
        Assert.Equal(2, await LieuxAsync(source));

        // Wrong state: nothing waits any more.
        using var encore = await site.Client.GetAsync($"{adresse}/decider?vers=publier");
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, encore);
        AssertPage.Dit(await encore.LirePageAsync(), "Cet import n’attend pas de décision.");

        // One place is changed meanwhile: it will be left as it is.
        await site.AvecBaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE cartographie.lieux SET nom = 'Changé depuis' WHERE id = {source + "_1"}"), "administrateur");
        var annuler = await site.PageAsync($"{adresse}/annuler");
        AssertPage.Dit(annuler, "1 lieu a changé depuis");
        AssertPage.Dit(annuler, "changé depuis : laissé comme il est");
        using var sansMotif = await site.PosterAsync($"{adresse}/annuler");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, sansMotif);
        AssertPage.Erreurs(await sansMotif.LirePageAsync(), "Écrivez pourquoi vous annulez cet import, même en peu de mots.");
        using var annule = await site.PosterAsync($"{adresse}/annuler", ("Motif", "Mauvais fichier"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, annule);
        AssertPage.Dit(await site.PageAsync(annule.Headers.Location!.ToString()), "1 lieu, changé depuis, est resté comme il est.");
        Assert.Equal(1, await LieuxAsync(source));
        using var deja = await site.Client.GetAsync($"{adresse}/annuler");
        await AssertPage.StatutAsync(HttpStatusCode.Conflict, deja);
    }

    [Fact]
    public async Task Un_import_retenu_se_refuse()
    {
        var source = await site.SourceAsync();
        var import = await site.ImportAsync(source, StatutImport.Retenu);
        AssertPage.Dit(await site.PageAsync(LiensDonnees.Aujourdhui), $"Hub numéro {source[4..]} : un import du");
        using var refuse = await site.PosterAsync(LiensDonnees.Decider(import, "refuser"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, refuse);
        AssertPage.Dit(await site.PageAsync(refuse.Headers.Location!.ToString()), "C’est refusé : rien n’a changé sur la carte.");
        using var autre = await site.Client.GetAsync($"{LiensDonnees.Import(import)}/decider?vers=autre");
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, autre);
    }

    [Fact]
    public async Task Un_fichier_illisible_echoue_avec_sa_raison()
    {
        var source = await site.SourceAsync();
        using var depot = await site.DeposerAsync(LiensDonnees.Importer, "page.csv", "{\"lieux\": ["u8.ToArray(), ("source", source), ("Mode", "essai"));
        var page = await site.FinAsync(depot.Headers.Location!.ToString());
        AssertPage.Dit(page, "échec");
        Assert.NotNull(page.QuerySelector(".fa-notification, .govuk-notification-banner, [class*=notification]"));
    }

    [Fact]
    public async Task Une_nouvelle_source_se_cree_avec_son_fichier()
    {
        using var depot = await site.DeposerAsync(LiensDonnees.Importer, "lieux.csv", SiteDesGestionnaires.Fichier("tout-neuf", "Lieu neuf"), ("source", "nouvelle-source"), ("Code", "tout-neuf"), ("Nom", "Hub tout neuf"), ("Mode", "publier"));
        await AssertPage.StatutAsync(HttpStatusCode.Redirect, depot);
        AssertPage.Dit(await site.FinAsync(depot.Headers.Location!.ToString()), "publié");
        Assert.Equal(1, await LieuxAsync("tout-neuf"));
    }

    [Theory]
    [InlineData("", "essai", "id,nom", "Choisissez la source du fichier.", "Choisissez à nouveau le fichier : le navigateur ne le garde pas.")]
    [InlineData("nouvelle-source", "essai", "", "Choisissez un fichier qui n’est pas vide.")]
    public async Task Ce_qui_manque_se_dit(string source, string mode, string fichier, params string[] phrases)
    {
        using var depot = await site.DeposerAsync(LiensDonnees.Importer, "lieux.csv", System.Text.Encoding.UTF8.GetBytes(fichier), ("source", source), ("Mode", mode), ("Nom", "Un nom déjà écrit"));
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, depot);
        var page = await depot.LirePageAsync();
        AssertPage.Erreurs(page, phrases);
        Assert.Equal("Un nom déjà écrit", page.QuerySelector("input[name=Nom]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Les_imports_se_filtrent_et_se_telechargent()
    {
        var source = await site.SourceAsync();
        await site.ImportAsync(source, StatutImport.Publie);
        Assert.Single((await site.PageAsync($"{LiensDonnees.Imports}?source={source}&statut=Publie")).QuerySelectorAll("tbody tr"));
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Imports}?source={source}&statut=Echec"), "Aucun import");
        AssertPage.Dit(await site.PageAsync($"{LiensDonnees.Imports}?statut=Nimporte"), "Aucun import");
        using var csv = await site.Client.GetAsync($"{LiensDonnees.Imports}?handler=Csv&source={source}");
        Assert.Equal(3, (await csv.Content.ReadAsStringAsync()).Split("\r\n").Length);
    }

    private Task<int> LieuxAsync(string source) => site.AvecBaseAsync(db => db.Set<Lieu>().CountAsync(l => l.Source == source));
}
