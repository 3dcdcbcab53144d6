using System.Net;
using AngleSharp.Html.Dom;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>The home page and the results, read without script.</summary>
public class PagesDeRechercheTests(ApplicationAvecDonnees application) : IClassFixture<ApplicationAvecDonnees>
{
    private const string SaintEtienne = "/lieux?lat=45.44&lon=4.387&ou=Saint-%C3%89tienne";

    [Fact]
    public async Task L_accueil_pose_deux_questions_et_propose_neuf_choix()
    {
        var page = await application.Client.LirePageAsync("/");
        AssertPage.H1(page, "Trouvez quelqu’un qui fait avec vous");
        var formulaire = Assert.Single(page.Forms, f => f.GetAttribute("action") == "/lieux");
        Assert.Equal("get", formulaire.Method);
        Assert.NotNull(formulaire.QuerySelector("input[name=ou]"));
        Assert.Equal(["demarche", "appareil", "arnaques", "ecole", "emploi", "equipement", "debuter", "comprendre", "je-ne-sais-pas"], formulaire.QuerySelectorAll("input[name=besoin]").Select(i => i.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), [onclick], [style]"));
    }

    [Theory]
    [InlineData("st etienne", "lat=45.43")]
    [InlineData("42000", "lat=45.43")]
    [InlineData("Paris 13", "lat=48.8")]
    public async Task Une_ville_ecrite_devient_une_position_arrondie(string ou, string attendu)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?ou={Uri.EscapeDataString(ou)}&besoin=demarche");
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        var adresse = reponse.Headers.Location!.ToString();
        Assert.Contains(attendu, adresse, StringComparison.Ordinal);
        Assert.Contains("besoin=demarche", adresse, StringComparison.Ordinal);
        Assert.Matches("lat=-?[0-9]+(\\.[0-9]{1,3})?&lon=-?[0-9]+(\\.[0-9]{1,3})?&", adresse);
        AssertPage.SansErreur(await application.Client.LirePageAsync(adresse));
    }

    [Fact]
    public async Task Les_resultats_disent_ce_qui_a_ete_cherche_et_donnent_des_lieux()
    {
        var page = await application.Client.LirePageAsync($"{SaintEtienne}&besoin=demarche");
        Assert.Matches("^[0-9]+ lieux pour .*près de Saint-Étienne$", AssertPage.Texte(page.QuerySelector("h1")!));
        AssertPage.Dit(page, "Nous sommes mercredi 18 novembre, 10 h 00.");
        AssertPage.Dit(page, "À moins de");
        var cartes = page.QuerySelectorAll(".fa-liste-cartes > li");
        Assert.InRange(cartes.Length, 12, 24);
        Assert.All(cartes, c => Assert.StartsWith("/lieux/", c.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("a[href^='tel:']"), a => a.GetAttribute("href")!.StartsWith("tel:+33", StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("form[method=post]"));
    }

    [Fact]
    public async Task Les_puces_portent_leur_compte_et_menent_a_ce_compte()
    {
        var page = await application.Client.LirePageAsync(SaintEtienne + "&rayon_km=20");
        var avant = Total(page);
        Assert.NotEmpty(page.QuerySelectorAll("input[name=frais][value=gratuit]"));
        var filtree = await application.Client.LirePageAsync(SaintEtienne + "&rayon_km=20&frais=gratuit");
        Assert.InRange(Total(filtree), 1, avant - 1);
        Assert.Contains(page.QuerySelectorAll("label, a, button"), e => AssertPage.Texte(e).Contains("Gratuit", StringComparison.OrdinalIgnoreCase) && AssertPage.Texte(e).Contains(Total(filtree).ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Les_pages_se_suivent_sans_se_repeter()
    {
        var premiere = await application.Client.LirePageAsync("/lieux?departement=42");
        var seconde = await application.Client.LirePageAsync("/lieux?departement=42&page=2");
        var (a, b) = (Adresses(premiere), Adresses(seconde));
        Assert.Equal((24, 24), (a.Count, b.Count));
        Assert.Empty(a.Intersect(b));
        Assert.Contains(premiere.QuerySelectorAll("nav a"), l => l.GetAttribute("href")!.Contains("page=2", StringComparison.Ordinal) && l.GetAttribute("href")!.Contains("departement=42", StringComparison.Ordinal));
        Assert.Equal("25", seconde.QuerySelector("ol.fa-liste-cartes")!.GetAttribute("start"));
    }

    [Fact]
    public async Task Sans_resultat_on_dit_ou_aller_et_quoi_faire()
    {
        var page = await application.Client.LirePageAsync("/lieux?lat=44.5&lon=3.5&rayon_km=0.05&ou=Nulle%20part");
        Assert.StartsWith("Aucun lieu", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        AssertPage.Dit(page, "Les lieux les plus proches");
        AssertPage.Dit(page, "Que faire ?");
        Assert.Equal(5, Adresses(page).Count);
    }

    [Fact]
    public async Task Un_nom_introuvable_est_dit_et_une_liste_vide_ne_s_imprime_pas()
    {
        var page = await application.Client.LirePageAsync("/lieux?q=zzzz%20introuvable");
        AssertPage.H1(page, "Aucun lieu trouvé pour « zzzz introuvable »");
        AssertPage.Dit(page, "Que faire ?");
        Assert.Null(page.QuerySelector("[data-imprimer]"));
        Assert.NotNull((await application.Client.LirePageAsync("/lieux?departement=42")).QuerySelector("[data-imprimer]"));
    }

    [Theory]
    [InlineData("lat=0&lon=0")]
    [InlineData("lat=2.35&lon=48.85")]
    public async Task Loin_de_la_France_aucun_lieu_n_est_donne_pour_proche(string position)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{position}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.Empty(Adresses(page));
        AssertPage.Dit(page, "Que faire ?");
    }

    [Fact]
    public async Task Une_commune_sans_lieu_montre_aussi_les_plus_proches()
    {
        var occupees = (await application.Base.ListerAsync<string>("SELECT DISTINCT code_insee FROM cartographie.lieux WHERE code_insee IS NOT NULL")).ToHashSet(StringComparer.Ordinal);
        var territoires = (Contracts.Territoires.ITerritoires)application.Services.GetService(typeof(Contracts.Territoires.ITerritoires))!;
        var vide = territoires.CommunesDuDepartement("48").First(c => c.Latitude is not null && !territoires.CodesInsee(c.CodeInsee).Any(occupees.Contains));
        var page = await application.Client.LirePageAsync($"/lieux?commune={vide.CodeInsee}");
        Assert.StartsWith("Aucun lieu", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        Assert.Equal(5, Adresses(page).Count);
    }

    [Fact]
    public async Task Une_ville_inconnue_est_dite_avec_des_suggestions()
    {
        using var reponse = await application.Client.GetAsync("/lieux?ou=Saint-Etiene-des-Bouas");
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.H1(page, "Nous ne trouvons pas « Saint-Etiene-des-Bouas »");
        AssertPage.Dit(page, "écrivez le code postal");
        AssertPage.Dit(page, "Que faire ?");

        using var proche = await application.Client.GetAsync("/lieux?ou=Sant-Etienn");
        var suggestions = (await proche.LirePageAsync()).QuerySelectorAll(".fa-choix-villes a");
        Assert.Contains(suggestions, s => AssertPage.Texte(s).Contains("Saint-Étienne", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Évry", "Évry-Courcouronnes (Essonne)", "Évry (Yonne)")]
    [InlineData("aix", "Aix-en-Provence (Bouches-du-Rhône)", "Aix-les-Bains (Savoie)")]
    [InlineData("saint germain", "Saint-Germain-en-Laye (Yvelines)", "Saint-Germain (Aube)")]
    [InlineData("lourde", "Lourdes (Hautes-Pyrénées)", "Lourde (Haute-Garonne)")]
    public async Task Un_village_n_est_pas_choisi_quand_une_grande_ville_commence_comme_lui(string ou, string grande, string village)
    {
        var villes = (await application.Client.LirePageAsync($"/lieux?ou={Uri.EscapeDataString(ou)}")).QuerySelectorAll(".fa-choix-villes a").Select(AssertPage.Texte).ToList();
        Assert.Contains(grande, villes);
        Assert.Contains(village, villes);
        Assert.InRange(villes.Count, 2, 8);
    }

    [Fact]
    public async Task Une_ville_a_plusieurs_se_choisit()
    {
        var page = await application.Client.LirePageAsync("/lieux?ou=Saint-Aubin&besoin=emploi");
        AssertPage.H1(page, "Quelle ville ?");
        var villes = page.QuerySelectorAll(".fa-choix-villes a");
        Assert.True(villes.Length > 1);
        Assert.All(villes, v => Assert.Contains("besoin=emploi", v.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Une_commune_sans_centre_connu_se_cherche_par_son_code()
    {
        using var client = application.NouveauClient();
        using var reponse = await client.GetAsync("/lieux?ou=Saint-Martin");
        var adresse = reponse.Headers.Location!.ToString();
        Assert.Contains("commune=97801", adresse, StringComparison.Ordinal);
        var page = await client.LirePageAsync(adresse);
        Assert.Contains(": Saint-Martin", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lat=0&lon=0", "n’est pas en France")]
    [InlineData("lat=45.2&lon=-9", "n’est pas en France")]
    [InlineData("lat=40.71&lon=-74.01", "n’est pas en France")]
    [InlineData("lat=4.387&lon=45.44", "semblent inversées")]
    public async Task Une_position_ou_il_n_y_a_personne_est_dite(string requete, string phrase)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.Dit(page, phrase);
        AssertPage.Dit(page, "Que faire ?");
    }

    [Theory]
    [InlineData("lat=45.439695&lon=4.387178", "lat=45.44&lon=4.387")]
    [InlineData("lat=45.4396&lon=4.3", "lat=45.44&lon=4.3")]
    [InlineData("lat=-21.123456&lon=55.5&ou=Chez%20moi", "lat=-21.123&lon=55.5&ou=Chez%20moi")]
    public async Task Une_position_trop_precise_est_arrondie_dans_l_adresse(string requete, string attendu)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        Assert.Equal($"/lieux?{attendu}", reponse.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Quand_peu_de_lieux_annoncent_un_service_on_en_propose_d_autres_a_qui_demander()
    {
        var page = await application.Client.LirePageAsync("/lieux?lat=44.518&lon=3.501&ou=Mende&besoin=arnaques");
        AssertPage.Dit(page, "Demandez-leur aussi");
        AssertPage.Dit(page, "appelez-les");
        Assert.NotEmpty(page.QuerySelectorAll("a[href^='tel:']"));
    }

    [Theory]
    [InlineData("limite=0")]
    [InlineData("lat=abc&lon=2")]
    [InlineData("service=coiffure")]
    [InlineData("besoin=coiffure")]
    [InlineData("page=0")]
    [InlineData("page=101")]
    [InlineData("page=deux")]
    [InlineData("ou=a%00b")]
    [InlineData("departement=75&departement=zz")]
    [InlineData("q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&tri=hasard")]
    [InlineData("service=%EF%BF%BE")]
    public async Task Un_mauvais_parametre_est_dit_sur_la_page(string requete)
    {
        using var reponse = await application.Client.GetAsync($"/lieux?{requete}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.H1(page, "Votre recherche n’a pas été comprise");
        Assert.NotEmpty(page.QuerySelectorAll("main li"));
        Assert.NotNull(page.QuerySelector("form input[name=ou]"));
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.DoesNotContain(application.Journaux.Lignes, l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dix_kilo_octets_dans_la_ville_sont_refuses()
    {
        using var reponse = await application.Client.GetAsync($"/lieux?ou={new string('a', 10_000)}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        AssertPage.Dit(await reponse.LirePageAsync(), "200 caractères au plus");
    }

    [Theory]
    [InlineData("departement=75&departement=42")]
    [InlineData("departement=")]
    [InlineData("besoin=&ou=&q=&commune=")]
    [InlineData("utm_source=lettre&fbclid=x&departement=42")]
    [InlineData("q=%3Cb%3E")]
    public async Task Ce_qui_est_bon_ou_sans_effet_passe(string requete) => AssertPage.SansErreur(await application.Client.LirePageAsync($"/lieux?{requete}"));

    [Fact]
    public async Task L_anglais_vient_avec_le_cookie()
    {
        using var client = application.NouveauClient();
        using var choix = await client.GetAsync("/langue?vers=en&retour=%2F");
        Assert.Equal(HttpStatusCode.Redirect, choix.StatusCode);
        foreach (var adresse in (string[])["/", SaintEtienne])
        {
            var page = await client.LirePageAsync(adresse);
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.DoesNotContain("lieux", AssertPage.Texte(page.QuerySelector("h1")!), StringComparison.Ordinal);
        }

        Assert.Equal("fr", (await application.Client.LirePageAsync("/")).DocumentElement.GetAttribute("lang"));
    }

    private static int Total(IHtmlDocument page) => int.Parse(new string([.. AssertPage.Texte(page.QuerySelector("h1")!).TakeWhile(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c == '\u202f').Where(char.IsAsciiDigit)]));

    private static List<string> Adresses(IHtmlDocument page) => [.. page.QuerySelectorAll(".fa-liste-cartes > li").Select(c => c.QuerySelector("a[href^='/lieux/']")!.GetAttribute("href")!)];
}
