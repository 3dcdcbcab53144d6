using System.Globalization;
using FaireAvec.Cartographie.Correspondances.Geocodage;
using FaireAvec.Cartographie.Correspondances.Moteur;
using FaireAvec.Cartographie.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Tests.Unit.Cartographie.Correspondances;

/// <summary>The adapter of the address service against a real HTTP server.</summary>
public sealed class GeocodageTests : IAsyncLifetime
{
    private readonly List<string> _demandes = [];
    private readonly Queue<Func<HttpContext, Task>> _pannes = new();
    private readonly Dictionary<string, string> _lot = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _seules = new(StringComparer.Ordinal);
    private readonly HttpClient _client = ServiceDAdresses.Client();
    private WebApplication _serveur = null!;

    public async ValueTask InitializeAsync()
    {
        var constructeur = WebApplication.CreateSlimBuilder();
        constructeur.WebHost.UseUrls("http://127.0.0.1:0");
        constructeur.Logging.ClearProviders();
        _serveur = constructeur.Build();
        _serveur.MapPost("/geo/search/csv", LotAsync);
        _serveur.MapGet("/geo/search", async (HttpContext c) =>
        {
            var question = c.Request.Query["q"].ToString();
            _demandes.Add(question);
            await c.Response.WriteAsync(_seules.FirstOrDefault(s => question.StartsWith(s.Key, StringComparison.Ordinal)).Value ?? """{"features":[]}""");
        });
        await _serveur.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _serveur.DisposeAsync();
    }

    private ReglagesGeocodage Reglages => new() { Adresse = new Uri($"{_serveur.Urls.First()}/geo/"), TailleDuLot = 2, Delai = TimeSpan.FromSeconds(5), Attente = TimeSpan.FromMilliseconds(5) };

    private ServiceDAdresses Service(ReglagesGeocodage? reglages = null) => new(_client, reglages ?? Reglages, Banc.Territoires, TimeProvider.System);

    private async Task LotAsync(HttpContext contexte)
    {
        if (_pannes.TryDequeue(out var panne))
        {
            await panne(contexte);
            return;
        }

        var formulaire = await contexte.Request.ReadFormAsync();
        Assert.Equal("adresse,commune", formulaire["columns"].ToString());
        using var lecteur = new StreamReader(formulaire.Files["data"]!.OpenReadStream());
        var lignes = (await lecteur.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _demandes.Add(string.Join('\n', lignes));
        // Another order, other columns between: the adapter must go by the names.
        await contexte.Response.WriteAsync(lignes[0] + ",longitude,result_score,result_label,latitude,result_type,result_street,result_citycode,result_status\n");
        foreach (var ligne in lignes.Skip(1).Reverse())
        {
            var connue = _lot.FirstOrDefault(l => ligne.Contains(l.Key, StringComparison.Ordinal)).Value ?? ",,,,,,,not-found";
            await contexte.Response.WriteAsync($"{ligne},{connue}\n");
        }
    }

    private static DemandeAdresse Demande(string voie) => new(voie, "42000", "Saint-Étienne", "42218");

    [Fact]
    public async Task Un_lot_sur_est_accepte_et_garde_score_et_niveau()
    {
        _lot["1 rue de l’Essai"] = "4.387,0.95,\"1 Rue de l'Essai, Saint-Étienne\",45.439,housenumber,Rue de l'Essai,42218,ok";
        var trouvee = (await Service().GeocoderAsync([Demande("1 rue de l’Essai")], default)).Single()!;
        Assert.Equal((45.439, 4.387, NiveauDePosition.Numero, 0.95), (trouvee.Latitude, trouvee.Longitude, trouvee.Niveau, trouvee.Score));
    }

    [Theory]
    // Unsure, in another commune, in the sea by swapped numbers, without a street.
    [InlineData("4.387,0.85,x,45.439,housenumber,Rue,42218,ok")]
    [InlineData("4.8,0.99,x,45.7,housenumber,Rue,69381,ok")]
    [InlineData("45.439,0.99,x,4.387,housenumber,Rue,42218,ok")]
    [InlineData("4.387,0.99,x,45.439,municipality,,42218,ok")]
    [InlineData("abc,0.99,x,45.439,housenumber,Rue,42218,ok")]
    public async Task Un_lot_douteux_n_est_pas_cru(string reponse)
    {
        _lot["2 rue"] = reponse;
        Assert.Null((await Service().GeocoderAsync([Demande("2 rue du Doute")], default)).Single());
    }

    [Theory]
    [InlineData(0.65, null, true)]
    [InlineData(0.45, "42218", true)]
    [InlineData(0.45, null, false)]
    [InlineData(0.35, "42218", false)]
    [InlineData(0.95, "69381", false)]
    public async Task Seule_une_adresse_est_crue_plus_bas(double score, string? code, bool acceptee)
    {
        var proprietes = $"\"score\":{score.ToString(CultureInfo.InvariantCulture)},\"type\":\"street\",\"name\":\"Rue\"{(code is null ? "" : $",\"citycode\":\"{code}\"")}";
        _seules["3 rue"] = """{"features":[{"geometry":{"coordinates":[4.39,45.44]},"properties":{""" + proprietes + "}}]}";
        var trouvee = (await Service().GeocoderAsync([Demande("3 rue")], default)).Single();
        Assert.Equal(acceptee, trouvee is not null);
    }

    [Fact]
    public async Task Une_panne_passagere_est_retentee_et_une_panne_durable_ne_perd_que_son_lot()
    {
        _lot["rue"] = "4.387,0.95,x,45.439,street,Rue,42218,ok";
        static Task Panne(HttpContext c)
        {
            c.Response.StatusCode = 503;
            return Task.CompletedTask;
        }

        _pannes.Enqueue(Panne);
        _pannes.Enqueue(c =>
        {
            c.Abort();
            return Task.CompletedTask;
        });
        var service = Service();
        var reponses = await service.GeocoderAsync([Demande("1 rue A"), Demande("2 rue B"), Demande("3 rue C")], default);
        Assert.All(reponses, Assert.NotNull);
        Assert.Empty(service.Pannes);

        for (var i = 0; i < 3; i++)
        {
            _pannes.Enqueue(Panne);
        }

        service = Service();
        reponses = await service.GeocoderAsync([Demande("1 rue A"), Demande("2 rue B"), Demande("3 rue C")], default);
        Assert.Equal([false, false, true], reponses.Select(r => r is not null));
        Assert.Equal(["Le service d’adresses a répondu 503."], service.Pannes);
    }

    [Theory]
    [InlineData(400, "")]
    [InlineData(302, "")]
    [InlineData(200, "<html>maintenance</html>")]
    [InlineData(200, "")]
    public async Task Une_reponse_qui_n_en_est_pas_une_est_dite(int code, string corps)
    {
        for (var i = 0; i < 3; i++)
        {
            _pannes.Enqueue(c =>
            {
                c.Response.StatusCode = code;
                c.Response.Headers.Location = "http://127.0.0.1:1/prive";
                return c.Response.WriteAsync(corps);
            });
        }

        var service = Service();
        Assert.Null((await service.GeocoderAsync([Demande("1 rue A")], default)).Single());
        Assert.Single(service.Pannes);
    }

    [Fact]
    public async Task Un_service_absent_rend_la_main()
    {
        var service = Service(Reglages with { Adresse = new Uri("http://127.0.0.1:9/") });
        Assert.Null((await service.GeocoderAsync([Demande("1 rue A")], default)).Single());
        Assert.Equal(["Le service d’adresses ne répond pas."], service.Pannes);
    }

    [Fact]
    public async Task Un_service_lent_est_abandonne()
    {
        for (var i = 0; i < 3; i++)
        {
            _pannes.Enqueue(c => Task.Delay(TimeSpan.FromSeconds(10), c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        }

        var service = Service(Reglages with { Delai = TimeSpan.FromMilliseconds(100) });
        Assert.Null((await service.GeocoderAsync([Demande("1 rue A")], default)).Single());
        Assert.Contains("n’a pas répondu", service.Pannes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_recherches_seules_ont_une_limite()
    {
        var service = Service(Reglages with { RecherchesMax = 1 });
        await service.GeocoderAsync([Demande("1 rue A"), Demande("2 rue B"), Demande("3 rue C")], default);
        Assert.Single(_demandes, d => !d.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Seule_l_adresse_part_une_fois_et_le_cache_la_garde()
    {
        _lot["rue"] = "4.387,0.95,x,45.439,street,Rue,42218,ok";
        var chemin = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(chemin, "ce n’est pas du JSON\n");
            async Task<IReadOnlyList<AdresseTrouvee?>> Chercher() => await new GeocodeurAvecCache(Service(), new CacheEnFichier(chemin, TimeProvider.System)).GeocoderAsync([Demande("1 rue A"), Demande("1, RUE A"), Demande("inconnue")], default);
            var (une, deux) = (await Chercher(), await Chercher());
            Assert.Equal(une, deux);
            Assert.NotNull(une[1]);
            Assert.Null(une[2]);
            Assert.Single(_demandes, d => d.Contains("rang,adresse,code_postal,commune,code_insee", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(chemin);
        }
    }

    [Fact]
    public async Task Le_centre_d_une_commune_reste_a_cote_du_lieu()
    {
        _lot["1 rue"] = "4.387,0.95,x,45.439,street,Rue,42218,ok";
        ResultatDeLigne Lieu(string? adresse, double? latitude = null) => new() { Lignes = [1], Fiche = new FicheLieu { Id = "essai_1", Nom = "Lieu", Commune = "Saint-Étienne", CodePostal = "42000", CodeInsee = "42218", Adresse = adresse, Latitude = latitude, Longitude = latitude } };
        var resultats = await Banc.Atelier.Geocodage(Service()).CompleterAsync([Lieu("1 rue"), Lieu(null), Lieu("2 rue", 45.4), ResultatDeLigne.Rejeter([4], "raison")], default);
        Assert.Equal((45.439, true, NiveauDePosition.Voie), (resultats[0].Fiche!.Latitude, resultats[0].Position!.Publiee, resultats[0].Position!.Trouvee.Niveau));
        Assert.Null(resultats[1].Fiche!.Latitude);
        Assert.Equal((false, NiveauDePosition.Commune, null), (resultats[1].Position!.Publiee, resultats[1].Position!.Trouvee.Niveau, resultats[1].Position!.Trouvee.Score));
        Assert.Null(resultats[2].Position);
        Assert.Null(resultats[3].Position);
    }

    [Fact]
    public void Le_service_est_eteint_sans_adresse_et_refuse_ce_qui_n_est_pas_http()
    {
        static IConfiguration Configuration(string? adresse) => new ConfigurationBuilder().AddInMemoryCollection([new("Geocodage:Adresse", adresse)]).Build();
        Assert.Null(ReglagesGeocodage.Lire(Configuration(null)));
        Assert.Equal("https://geo.example.org/v1/", ReglagesGeocodage.Lire(Configuration("https://geo.example.org/v1"))!.Adresse.ToString());
        Assert.Throws<InvalidOperationException>(() => ReglagesGeocodage.Lire(Configuration("file:///etc/passwd")));
    }
}
