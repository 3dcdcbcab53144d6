using System.IO.Compression;
using System.Net;
using System.Text.Json;
using FaireAvec.Kernel.Securite;
using FaireAvec.Territoires;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Tests.Unit.Territoires;

/// <summary>The API alone, in memory, without the host.</summary>
public sealed class TerritoiresApiTests : IAsyncLifetime
{
    private const string Base = "/api/v1/territoires";
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Donnees:Dossier", Donnees.Dossier)]);
        builder.Services.AddAuthorization();
        var module = new TerritoiresModule();
        module.ConfigureServices(builder.Services, builder.Configuration);
        builder.Services.AddSingleton<Contracts.Territoires.ITerritoires>(Donnees.Territoires);
        _app = builder.Build();
        module.MapEndpoints(_app);
        await _app.StartAsync();
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Une_recherche_donne_les_champs_annonces()
    {
        var commune = (await Json($"{Base}/communes?q=st%20etienne&limite=3")).GetProperty("communes")[0];
        Assert.Equal("42218", commune.GetProperty("code_insee").GetString());
        Assert.Equal("Saint-Étienne", commune.GetProperty("nom").GetString());
        Assert.Equal("42", commune.GetProperty("departement").GetString());
        Assert.Equal("Loire", commune.GetProperty("nom_departement").GetString());
        Assert.Equal("84", commune.GetProperty("region").GetString());
        Assert.Equal("244200770", commune.GetProperty("epci").GetString());
        Assert.Contains("42000", commune.GetProperty("codes_postaux").EnumerateArray().Select(c => c.GetString()));
        Assert.True(commune.GetProperty("population").GetInt32() > 150_000);
        Assert.InRange(commune.GetProperty("latitude").GetDouble(), 45, 46);
        Assert.InRange(commune.GetProperty("longitude").GetDouble(), 4, 5);
    }

    [Theory]
    [InlineData("q=saint", 10)]
    [InlineData("q=saint&limite=50", 50)]
    [InlineData("q=saint&limite=1", 1)]
    [InlineData("q=zzzzzzzzzzzz", 0)]
    public async Task Le_nombre_de_reponses_est_celui_demande(string requete, int attendu) =>
        Assert.Equal(attendu, (await Json($"{Base}/communes?{requete}")).GetProperty("communes").GetArrayLength());

    [Theory]
    [InlineData("", "TER-001", "q")]
    [InlineData("q=", "TER-001", "q")]
    [InlineData("q=%20%09", "TER-001", "q")]
    [InlineData("q=a&limite=0", "TER-003", "limite")]
    [InlineData("q=a&limite=51", "TER-003", "limite")]
    [InlineData("q=a&limite=-1", "TER-003", "limite")]
    [InlineData("q=a&limite=dix", "TER-003", "limite")]
    [InlineData("q=a&limite=", "TER-003", "limite")]
    [InlineData("q=a&limite=99999999999999", "TER-003", "limite")]
    [InlineData("q=a&q=b", "TER-004", "q")]
    [InlineData("q=a&limite=1&limite=2", "TER-004", "limite")]
    public async Task Une_demande_mal_faite_est_refusee_par_une_phrase(string requete, string code, string champ)
    {
        var probleme = await Probleme($"{Base}/communes?{requete}", HttpStatusCode.BadRequest);
        var faute = Assert.Single(probleme.GetProperty("erreurs").EnumerateArray());
        Assert.Equal(code, faute.GetProperty("code").GetString());
        Assert.Equal(champ, faute.GetProperty("champ").GetString());
        Assert.Equal(probleme.GetProperty("detail").GetString(), faute.GetProperty("message").GetString());
        Assert.Contains($"« {champ} »", probleme.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Une_recherche_de_plus_de_200_caracteres_est_refusee()
    {
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync($"{Base}/communes?q={new string('a', 200)}")).StatusCode);
        var probleme = await Probleme($"{Base}/communes?q={new string('a', 201)}", HttpStatusCode.BadRequest);
        Assert.Equal("TER-002", probleme.GetProperty("erreurs")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("42218", "42218")]
    [InlineData("2a004", "2A004")]
    [InlineData("75113", "75113")]
    [InlineData("93059", "93066")]
    public async Task Une_commune_par_son_code(string code, string attendu) =>
        Assert.Equal(attendu, (await Json($"{Base}/communes/{code}")).GetProperty("code_insee").GetString());

    [Fact]
    public async Task Ce_qui_est_inconnu_est_nul_et_non_zero()
    {
        var noumea = await Json($"{Base}/communes/98818");
        Assert.Equal(JsonValueKind.Null, noumea.GetProperty("latitude").ValueKind);
        Assert.Equal(JsonValueKind.Null, noumea.GetProperty("epci").ValueKind);
    }

    [Theory]
    [InlineData("/communes/99999", "TER-005")]
    [InlineData("/communes/%01", "TER-005")]
    [InlineData("/departements/99", "TER-006")]
    public async Task Un_code_inconnu_est_introuvable(string chemin, string code) =>
        Assert.Equal(code, (await Probleme(Base + chemin, HttpStatusCode.NotFound)).GetProperty("erreurs")[0].GetProperty("code").GetString());

    [Fact]
    public async Task Les_departements_et_les_regions()
    {
        Assert.Equal(109, (await Json($"{Base}/departements")).GetProperty("departements").GetArrayLength());
        Assert.Equal(26, (await Json($"{Base}/regions")).GetProperty("regions").GetArrayLength());
        var loire = await Json($"{Base}/departements/42");
        Assert.Equal(("Loire", "42218", "metropole"), (loire.GetProperty("nom").GetString(), loire.GetProperty("chef_lieu").GetString(), loire.GetProperty("zone").GetString()));
        Assert.Equal(7, loire.GetProperty("voisins").GetArrayLength());
    }

    [Fact]
    public async Task Les_plus_grandes_communes_d_un_cadre_viennent_d_abord_avec_leur_centre()
    {
        using var reponse = await _client.GetAsync($"{Base}/communes.geojson?bbox=4.2,45.3,4.6,45.6&limite=3");
        Assert.Equal("application/geo+json", reponse.Content.Headers.ContentType!.MediaType);
        var points = JsonDocument.Parse(await reponse.Content.ReadAsByteArrayAsync()).RootElement;
        Assert.Equal("FeatureCollection", points.GetProperty("type").GetString());
        Assert.Equal(["Saint-Étienne", "Saint-Chamond", "Firminy"], points.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("nom").GetString()!));
        Assert.All(points.GetProperty("features").EnumerateArray(), f => Assert.InRange(f.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble(), 4.2, 4.6));
        Assert.Empty((await Json($"{Base}/communes.geojson?bbox=-40,40,-39,41")).GetProperty("features").EnumerateArray());
    }

    [Theory]
    [InlineData("", "TER-009")]
    [InlineData("bbox=", "TER-009")]
    [InlineData("bbox=1,2,3", "TER-009")]
    [InlineData("bbox=4.6,45.3,4.2,45.6", "TER-009")]
    [InlineData("bbox=NaN,45,5,46", "TER-009")]
    [InlineData("bbox=4,91,5,92", "TER-009")]
    [InlineData("bbox=1,2,3,4,5", "TER-009")]
    [InlineData("bbox=1,2,3,4&limite=0", "TER-010")]
    [InlineData("bbox=1,2,3,4&limite=101", "TER-010")]
    [InlineData("bbox=1,2,3,4&bbox=1,2,3,4", "TER-004")]
    [InlineData("bbox=1,2,3,4&q=a", "TER-007")]
    public async Task Un_cadre_faux_est_refuse_par_une_phrase(string requete, string code) =>
        Assert.Equal(code, (await Probleme($"{Base}/communes.geojson?{requete}", HttpStatusCode.BadRequest)).GetProperty("erreurs")[0].GetProperty("code").GetString());

    [Fact]
    public async Task Les_contours_sont_du_geojson_que_le_navigateur_garde()
    {
        using var reponse = await _client.GetAsync($"{Base}/departements.geojson");
        Assert.Equal("application/geo+json", reponse.Content.Headers.ContentType!.MediaType);
        Assert.True(reponse.Headers.CacheControl!.MaxAge >= TimeSpan.FromDays(1));
        var contours = JsonDocument.Parse(await reponse.Content.ReadAsByteArrayAsync()).RootElement;
        Assert.Equal(101, contours.GetProperty("features").GetArrayLength());
        Assert.All(contours.GetProperty("features").EnumerateArray(), f =>
            Assert.NotNull(Donnees.Territoires.Departement(f.GetProperty("properties").GetProperty("code").GetString())));

        using var encore = new HttpRequestMessage(HttpMethod.Get, $"{Base}/departements.geojson");
        encore.Headers.IfNoneMatch.Add(reponse.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(encore)).StatusCode);
    }

    [Fact]
    public async Task Les_contours_sont_compresses_pour_qui_sait_les_lire()
    {
        using var demande = new HttpRequestMessage(HttpMethod.Get, $"{Base}/departements.geojson");
        demande.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
        using var reponse = await _client.SendAsync(demande);
        Assert.Equal(["gzip"], reponse.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", reponse.Headers.Vary);
        Assert.EndsWith("-gz\"", reponse.Headers.ETag!.Tag, StringComparison.Ordinal);
        await using var lecture = new GZipStream(await reponse.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.Equal("FeatureCollection", (await JsonDocument.ParseAsync(lecture)).RootElement.GetProperty("type").GetString());

        using var refus = new HttpRequestMessage(HttpMethod.Get, $"{Base}/departements.geojson");
        refus.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip;q=0");
        using var clair = await _client.SendAsync(refus);
        Assert.Empty(clair.Content.Headers.ContentEncoding);
    }

    [Fact]
    public void Chaque_point_d_acces_est_public_et_decrit()
    {
        var points = ((IEndpointRouteBuilder)_app).DataSources.SelectMany(s => s.Endpoints).ToList();
        Assert.Equal(7, points.Count);
        Assert.All(points, p =>
        {
            Assert.Equal(DroitRequis.Public, p.Metadata.GetMetadata<DroitRequis>()!.Nom);
            Assert.NotNull(p.Metadata.GetMetadata<IAllowAnonymous>());
            Assert.NotNull(p.Metadata.GetMetadata<EndpointNameMetadata>());
        });
    }

    private async Task<JsonElement> Json(string chemin)
    {
        using var reponse = await _client.GetAsync(chemin);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        Assert.True(reponse.Headers.CacheControl!.Public);
        return JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<JsonElement> Probleme(string chemin, HttpStatusCode statut)
    {
        using var reponse = await _client.GetAsync(chemin);
        Assert.Equal(statut, reponse.StatusCode);
        Assert.Equal("application/problem+json", reponse.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement;
    }
}
