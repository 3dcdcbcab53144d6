using System.Net;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;

namespace FaireAvec.Tests.Integration.Cartographie;

/// <summary>Addresses typed or made wrong, on every page that reads parameters: status 400, a French sentence that says what is accepted, no error in the logs.</summary>
public sealed class AdressesFaussesTests(AdressesFaussesTests.Gestionnaire site) : IClassFixture<AdressesFaussesTests.Gestionnaire>
{
    private static readonly string Long = new('a', 10_000);

    public static TheoryData<string, string> Pages() => new()
    {
        { $"/territoires?q={Long}", "200 caractères au plus" },
        { "/territoires?q=%00", "caractères invisibles" },
        { "/territoires?q=a&q=b", "qu’une fois" },
        { "/territoires?tri=population", "nom, -nom, lieux, -lieux" },
        { "/territoires/region/bretagne-53?tri=%3Cscript%3E", "nom, -nom, lieux, -lieux" },
        { $"/territoires/departement/loire-42?q={Long}", "200 caractères au plus" },
        { "/territoires/departement/loire-42?tri=nom&tri=lieux", "qu’une fois" },
        { "/territoires/departement/loire-42?page=abc", "nombre entier de 1 à 1000" },
        { "/territoires/departement/loire-42?page=-1", "nombre entier de 1 à 1000" },
        { "/territoires/departement/loire-42?page=1%27%20OR%201=1--", "nombre entier de 1 à 1000" },
        { "/territoires/departement/loire-42?page=99999999999999999999", "nombre entier de 1 à 1000" },
        { "/signalements?etat=zzz", "Nouveau, EnCours, Corrige, Ecarte" },
        { $"/signalements?etat={Long}", "200 caractères au plus" },
        { "/signalements?page=0", "nombre entier de 1 à 10000" },
        { "/lieux?ou=Paris&ou=Lyon", "qu’une fois" },
        { "/lieux?besoin=demarche&besoin=arnaques", "qu’une fois" },
        { $"/lieux?ou={Long}", "200 caractères au plus" },
        { "/lieux?besoin=coiffure", "demarche" },
        { "/lieux?lat=0&lon=0", "n’est pas en France" },
        { "/lieux?lat=2.35&lon=48.85", "semblent inversées" },
        { "/lieux?commune=75013", "« 75013 » est un code postal : cette recherche attend un code INSEE. Vouliez-vous dire : 75113 (Paris 13e Arrondissement)" },
        { "/lieux?commune=42000", "42218 (Saint-Étienne)" },
        { "/lieux?typologie=ABC", "Valeurs acceptées : " },
        { "/lieux?typologie=99999999999999999999", "BIB, " },
        { "/lieux?page=0", "nombre entier entre 1 et 100" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Une_page_dit_ce_qui_est_accepte(string adresse, string phrase)
    {
        using var reponse = await site.Client.GetAsync(adresse);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        Assert.Contains(phrase, AssertPage.Texte(page.QuerySelector(".govuk-error-summary, .fa-notification")!), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await reponse.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(site.Journaux.Lignes, l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/lieux?lat=abc&lon=2", "“lat” must be a number between -90 and 90, with a point for decimals.")]
    [InlineData("/lieux?rayon_km=0&lat=48&lon=2", "between 0.05 and 2000")]
    [InlineData("/lieux?service=coiffure", "“coiffure” isn’t a value of “service”. Accepted values: ")]
    [InlineData("/lieux?ouvert=demain", "a day and an hour in Paris")]
    [InlineData("/lieux?commune=Lyon", "Did you mean: Lyon (69123)")]
    [InlineData("/lieux?besoin=coiffure", "Accepted values for “besoin”: demarche")]
    [InlineData("/lieux?ou=Paris&ou=Lyon", "“ou” can be given only once.")]
    [InlineData("/lieux?page=0", "“page” must be a whole number between 1 and 100.")]
    [InlineData("/lieux?lat=0&lon=0", "This position isn’t in France")]
    [InlineData("/lieux?source=zzz", "No place comes from the source “zzz”. Accepted values:")]
    [InlineData("/territoires?tri=population", "nom, -nom, lieux, -lieux")]
    [InlineData("/integrer/recherche?langue=en&besoin=coiffure&couleur=zz", "Accepted values for “besoin”: demarche")]
    public async Task Une_page_en_anglais_le_dit_en_anglais(string adresse, string phrase)
    {
        using var client = site.NouveauClient();
        using var choix = await client.GetAsync("/langue?vers=en&retour=%2F");
        using var reponse = await client.GetAsync(adresse);
        await AssertPage.StatutAsync(HttpStatusCode.BadRequest, reponse);
        var page = await reponse.LirePageAsync();
        var fautes = page.QuerySelector(".govuk-error-summary, .fa-notification, .avis")!;
        Assert.Contains(phrase, AssertPage.Texte(fautes), StringComparison.Ordinal);
        Assert.DoesNotContain("«", AssertPage.Texte(fautes), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main [lang=fr] li, .avis[lang=fr]"));
    }

    [Fact]
    public async Task Facile_a_lire_les_fautes_restent_en_francais()
    {
        using var client = site.NouveauClient();
        using var choix = await client.GetAsync("/langue?vers=fr-simple&retour=%2F");
        using var reponse = await client.GetAsync("/lieux?page=0");
        AssertPage.Dit(await reponse.LirePageAsync(), "doit être un nombre entier entre 1 et 100");
    }

    [Theory]
    [InlineData("/api/v1/lieux?limite=0")]
    [InlineData("/api/v1/lieux.geojson?frais=1")]
    [InlineData("/api/v1/lieux.csv?source=inconnue")]
    [InlineData("/api/v1/lieux/en-phrases?langue=en&besoin=coiffure")]
    public async Task L_api_parle_francais_a_tous(string adresse)
    {
        using var client = site.NouveauClient();
        using var choix = await client.GetAsync("/langue?vers=en&retour=%2F");
        using var reponse = await client.GetAsync(adresse);
        var faute = (await AssertPage.ProblemeAsync(HttpStatusCode.BadRequest, reponse)).GetProperty("erreurs")[0];
        Assert.Contains("«", faute.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u00a0", faute.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=a&zz=1", "TER-007", "q, limite")]
    [InlineData("q=%00", "TER-008", "caractères invisibles")]
    public async Task L_api_des_communes_aussi(string requete, string code, string phrase)
    {
        using var reponse = await site.Client.GetAsync($"/api/v1/territoires/communes?{requete}");
        var faute = (await AssertPage.ProblemeAsync(HttpStatusCode.BadRequest, reponse)).GetProperty("erreurs")[0];
        Assert.Equal(code, faute.GetProperty("code").GetString());
        Assert.Contains(phrase, faute.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("departements?region=84")]
    [InlineData("regions?q=bretagne")]
    public async Task Une_liste_entiere_n_est_pas_donnee_pour_une_partie(string adresse)
    {
        using var reponse = await site.Client.GetAsync($"/api/v1/territoires/{adresse}");
        Assert.Equal("TER-007", (await AssertPage.ProblemeAsync(HttpStatusCode.BadRequest, reponse)).GetProperty("erreurs")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Les_parametres_des_mesures_d_audience_ne_genent_personne()
    {
        foreach (var adresse in (string[])["/api/v1/territoires/communes?q=a&utm_source=lettre", "/api/v1/lieux?utm_campaign=x", "/territoires?utm_medium=x", "/lieux?utm_source=x"])
        {
            using var reponse = await site.Client.GetAsync(adresse);
            await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        }
    }

    /// <summary>Somebody for whom the pages of data managers are open.</summary>
    public sealed class Gestionnaire() : ApplicationDeTest(new ReglagesDeTest { Connecte = Role.GestionnaireDonnees });
}
