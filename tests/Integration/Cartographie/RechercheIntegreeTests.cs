using System.Net;
using System.Text.Json;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>The search that other sites show: the frame, its colours, what the component asks, and the page that makes the code.</summary>
public class RechercheIntegreeTests(ApplicationAvecDonnees application) : IClassFixture<ApplicationAvecDonnees>
{
    private const string Cadre = "/integrer/recherche";
    private const string Phrases = "/api/v1/lieux/en-phrases";

    [Fact]
    public async Task Le_cadre_cherche_autour_de_la_commune_sans_temoin_ni_script_ecrit_dedans()
    {
        using var reponse = await application.Client.GetAsync($"{Cadre}?commune=42218&besoin=demarche&couleur=7a1f5c");
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.False(reponse.Headers.Contains("Set-Cookie"));
        Assert.False(reponse.Headers.Contains("X-Frame-Options"));
        Assert.Contains("frame-ancestors *", Assert.Single(reponse.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var page = await application.Client.LirePageAsync($"{Cadre}?commune=42218&besoin=demarche&couleur=7a1f5c");
        Assert.Matches("^[0-9]+ lieux pour faire une démarche près de Saint-Étienne$", AssertPage.Texte(page.QuerySelector("h2")!));
        Assert.Equal(8, page.QuerySelectorAll(".lieux > li").Length);
        Assert.All(page.QuerySelectorAll(".lieux h3 a"), a => Assert.Equal(("_blank", "noopener"), (a.GetAttribute("target"), a.GetAttribute("rel"))));
        Assert.Equal("/integrer/couleurs.css?couleur=7a1f5c", page.QuerySelectorAll("link[rel=stylesheet]")[1].GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], form[method=post]"));

        // The next page keeps the colours and the territory.
        var suite = page.QuerySelectorAll(".gestes a")[^1].GetAttribute("href")!;
        Assert.Equal($"{Cadre}?couleur=7a1f5c&commune=42218&besoin=demarche&page=2", suite);
        var seconde = await application.Client.LirePageAsync(suite);
        Assert.Equal("9", seconde.QuerySelector("ol")!.GetAttribute("start"));
        Assert.Empty(Noms(page).Intersect(Noms(seconde)));
    }

    [Fact]
    public async Task Toute_autre_page_refuse_le_cadre()
    {
        foreach (var adresse in (string[])["/", "/integrer", "/lieux", $"{Cadre}/autre", "/integrer/couleurs.css"])
        {
            using var reponse = await application.Client.GetAsync(adresse);
            Assert.Contains("frame-ancestors 'none'", Assert.Single(reponse.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("DENY", Assert.Single(reponse.Headers.GetValues("X-Frame-Options")));
        }
    }

    [Fact]
    public async Task La_personne_cherche_ailleurs_choisit_sa_ville_et_lit_la_langue_du_site()
    {
        var page = await application.Client.LirePageAsync($"{Cadre}?commune=42218&langue=en&ou=Lyon");
        Assert.EndsWith("near Lyon", AssertPage.Texte(page.QuerySelector("h2")!), StringComparison.Ordinal);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        var villes = await application.Client.LirePageAsync($"{Cadre}?commune=42218&ou=aix&fond=fff");
        AssertPage.Dit(villes, "Quelle ville ?");
        Assert.Contains(villes.QuerySelectorAll(".villes a"), a => a.GetAttribute("href") == $"{Cadre}?fond=ffffff&commune=13001");
        AssertPage.Dit(await application.Client.LirePageAsync($"{Cadre}?ou=zzzzzz"), "Nous ne trouvons pas « zzzzzz »");
        // Nothing was chosen and nothing typed: only the form.
        Assert.Null((await application.Client.LirePageAsync(Cadre)).QuerySelector("h2"));
        AssertPage.Dit(await application.Client.LirePageAsync($"{Cadre}?departement=42"), ": Loire");

        // Its cookie isn't looked at: a page that anybody may keep can't depend on it.
        using var anglais = application.NouveauClient();
        anglais.DefaultRequestHeaders.Add("Cookie", "fa-langue=c%3Den%7Cuic%3Den");
        Assert.Equal("fr", (await anglais.LirePageAsync(Cadre)).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("commune=99999", "Aucune commune")]
    [InlineData("departement=999", "Aucun département")]
    [InlineData("besoin=coiffure", "Ce besoin n’existe pas")]
    [InlineData("page=0", "entre 1 et 25")]
    [InlineData("page=26", "entre 1 et 25")]
    [InlineData("ou=%00", "200 caractères au plus")]
    [InlineData("ou=Paris&ou=Lyon", "qu’une fois")]
    [InlineData("couleur=rouge", "six chiffres")]
    [InlineData("fond=fff;}body{display:none", "six chiffres")]
    [InlineData("langue=de", "« fr » ou « en »")]
    public async Task Ce_qui_ne_va_pas_est_dit_dans_le_cadre_et_le_formulaire_reste(string parametres, string phrase)
    {
        using var reponse = await application.Client.GetAsync($"{Cadre}?{parametres}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.Dit(page, phrase);
        Assert.NotNull(page.QuerySelector("input[name=ou]"));
    }

    [Theory]
    [InlineData("?couleur=0b4f5c", ":root{--fond:#ffffff;--texte:#17252a;--couleur:#0b4f5c;--sur-couleur:#ffffff}\n")]
    [InlineData("?fond=fff&texte=eee&couleur=ffe000", ":root{--fond:#ffffff;--texte:#17252a;--couleur:#0b4f5c;--sur-couleur:#ffffff}\n")]
    [InlineData("?couleur=red;}*{display:none&fond=101820&texte=x", ":root{--fond:#101820;--texte:#ffffff;--couleur:#ffffff;--sur-couleur:#000000}\n")]
    public async Task La_feuille_des_couleurs_n_a_que_des_couleurs_qui_se_lisent(string parametres, string attendue)
    {
        using var reponse = await application.Client.GetAsync($"/integrer/couleurs.css{parametres}");
        Assert.Equal("text/css", reponse.Content.Headers.ContentType!.MediaType);
        Assert.Equal(attendue, await reponse.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Le_nom_d_un_departement_cherche_dans_ce_departement() =>
        Assert.NotEmpty((await application.Client.LirePageAsync("/integrer/recherche?ou=Haute-Garonne")).QuerySelectorAll(".lieux > li"));

    [Theory]
    [InlineData("ou=xyzabc")]
    [InlineData("commune=97801&besoin=arnaques")]
    public async Task Une_recherche_sans_reponse_dit_a_qui_demander(string parametres) =>
        AssertPage.Dit(await application.Client.LirePageAsync($"/integrer/recherche?{parametres}"), "à la mairie ou à la bibliothèque la plus proche");

    [Fact]
    public async Task Sans_couleur_il_n_y_a_pas_de_feuille_et_le_cadre_n_en_demande_pas()
    {
        using var reponse = await application.Client.GetAsync("/integrer/couleurs.css?fond=rouge");
        await AssertPage.StatutAsync(HttpStatusCode.NotFound, reponse);
        Assert.Single((await application.Client.LirePageAsync(Cadre)).QuerySelectorAll("link[rel=stylesheet]"));
    }

    [Fact]
    public async Task Le_composant_lit_les_memes_lieux_en_phrases_depuis_un_autre_site()
    {
        using var requete = new HttpRequestMessage(HttpMethod.Get, $"{Phrases}?commune=42218&besoin=demarche");
        requete.Headers.Add("Origin", "https://mairie.example.org");
        using var reponse = await application.Client.SendAsync(requete);
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.Equal("*", Assert.Single(reponse.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(reponse.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(reponse.Headers.Contains("Set-Cookie"));
        using var lu = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync());
        var racine = lu.RootElement;
        Assert.Matches("^[0-9]+ lieux pour faire une démarche près de Saint-Étienne$", racine.GetProperty("titre").GetString());
        Assert.Equal((8, true, false), (racine.GetProperty("lieux").GetArrayLength(), racine.GetProperty("encore").GetBoolean(), racine.GetProperty("inconnue").GetBoolean()));
        var cadre = await application.Client.LirePageAsync($"{Cadre}?commune=42218&besoin=demarche");
        Assert.Equal(Noms(cadre), racine.GetProperty("lieux").EnumerateArray().Select(l => l.GetProperty("page").GetString()));
        Assert.All(racine.GetProperty("lieux").EnumerateArray(), l => Assert.Contains(l.GetProperty("etat").GetString(), (string[])["ouvert", "ferme", "inconnu"]));
        Assert.StartsWith("/lieux?lat=", racine.GetProperty("sur_le_site").GetString(), StringComparison.Ordinal);

        using var villes = JsonDocument.Parse(await application.Client.GetStringAsync($"{Phrases}?ou=aix&langue=en"));
        Assert.Equal("Which town?", villes.RootElement.GetProperty("titre").GetString());
        Assert.Contains(villes.RootElement.GetProperty("villes").EnumerateArray(), v => v.GetProperty("commune").GetString() == "13001");
        using var rien = JsonDocument.Parse(await application.Client.GetStringAsync(Phrases));
        Assert.Equal(JsonValueKind.Null, rien.RootElement.GetProperty("titre").ValueKind);
    }

    [Theory]
    [InlineData("coleur=fff", "CAR-001")]
    [InlineData("langue=de", "CAR-028")]
    [InlineData("commune=x&page=x&besoin=x", "CAR-008")]
    public async Task Un_systeme_apprend_toutes_ses_fautes(string parametres, string code)
    {
        using var reponse = await application.Client.GetAsync($"{Phrases}?{parametres}");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var corps = await reponse.Content.ReadAsStringAsync();
        Assert.Contains(code, corps, StringComparison.Ordinal);
        Assert.True(code != "CAR-008" || (corps.Contains("CAR-024", StringComparison.Ordinal) && corps.Contains("CAR-025", StringComparison.Ordinal)), corps);
    }

    [Fact]
    public async Task La_page_fait_le_code_a_coller_et_dit_les_couleurs_qui_ne_se_lisent_pas()
    {
        var page = await application.Client.LirePageAsync("/integrer?ou=saint-etienne&couleur=%23ffe000&langue=en");
        AssertPage.Dit(page, "Ces couleurs ne se lisent pas assez sur ce fond : liens et bouton.");
        Assert.Equal($"{Cadre}?commune=42218&langue=en&couleur=ffe000", page.QuerySelector("iframe")!.GetAttribute("src"));
        var codes = page.QuerySelectorAll("pre code").Select(c => c.TextContent).ToList();
        Assert.Contains($"<iframe src=\"{application.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{Cadre}?commune=42218&amp;langue=en&amp;couleur=ffe000\"", codes[0], StringComparison.Ordinal);
        Assert.Contains("<faireavec-recherche commune=\"42218\" langue=\"en\" couleur=\"#ffe000\"></faireavec-recherche>", codes[1], StringComparison.Ordinal);
        Assert.Equal("Saint-Étienne (Loire)", page.QuerySelector("input[name=ou]")!.GetAttribute("value"));
        // What the code shows is there.
        await AssertPage.StatutAsync(HttpStatusCode.OK, await application.Client.GetAsync(page.QuerySelector("iframe")!.GetAttribute("src")));
        await AssertPage.StatutAsync(HttpStatusCode.OK, await application.Client.GetAsync("/ui/recherche.js"));
    }

    [Theory]
    [InlineData("ou=aix", "Plusieurs communes répondent")]
    [InlineData("ou=zzzzzz", "Nous ne trouvons pas cette commune")]
    [InlineData("couleur=rouge", "Écrivez une couleur")]
    [InlineData("departement=999", "Choisissez un département")]
    [InlineData("besoin=zz", "Choisissez une réponse")]
    [InlineData("langue=de", "Choisissez français ou anglais")]
    public async Task Une_faute_est_dite_et_rien_de_ce_qui_est_ecrit_n_est_perdu(string parametres, string phrase)
    {
        using var reponse = await application.Client.GetAsync($"/integrer?{parametres}&fond=abcdef");
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        AssertPage.Dit(page, phrase);
        Assert.Equal("abcdef", page.QuerySelector("input[name=fond]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("iframe"));
    }

    private static List<string?> Noms(AngleSharp.Dom.IParentNode page) => [.. page.QuerySelectorAll(".lieux h3 a").Select(a => a.GetAttribute("href"))];
}
