using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Architecture;

/// <summary>
/// Rule 9: the committed description of the API is the one that the product gives. <c>FAIREAVEC_ECRIRE=oui</c> writes it again; a published version
/// may only gain things.
/// </summary>
public sealed class OpenApiTests(SiteDArchitecture site)
{
    private static readonly JsonSerializerOptions Lisible = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string Fichier = Depot.Chemin("docs", "openapi-v1.json");

    [Fact]
    public async Task Regle_9_le_contrat_ecrit_est_le_contrat_servi()
    {
        var servi = Ecrire(JsonNode.Parse(await site.Demonstration.Client.GetStringAsync("/openapi/v1.json"))!);
        if (Depot.Ecrire)
        {
            await File.WriteAllTextAsync(Fichier, servi);
            return;
        }

        Assert.Equal(await File.ReadAllTextAsync(Fichier), servi);
    }

    [Fact]
    public void Regle_9_mord_sur_un_champ_qui_disparait_ou_change()
    {
        var publie = JsonNode.Parse("""{"paths":{"/a":{"get":{"parameters":[{"name":"q"}]}}},"components":{"schemas":{"A":{"properties":{"x":{"type":"string"}}}}}}""")!;
        var sansX = JsonNode.Parse("""{"paths":{"/a":{"get":{"parameters":[{"name":"q"}]}}},"components":{"schemas":{"A":{"properties":{}}}}}""")!;
        Assert.NotEqual(Ecrire(publie), Ecrire(sansX));
        Assert.Equal(Ecrire(publie), Ecrire(publie.DeepClone()));
    }

    [Fact]
    public async Task Le_contrat_decrit_chaque_adresse_de_l_api()
    {
        var chemins = JsonNode.Parse(await site.Demonstration.Client.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject();
        Assert.All(site.Routes.Where(r => r.Route.StartsWith(ReglesDesRoutes.ApiPubliee, StringComparison.Ordinal)), r =>
        {
            Assert.True(chemins.ContainsKey(r.Route), r.Route);
            Assert.All(r.Verbes, v => Assert.True(chemins[r.Route]!.AsObject().ContainsKey(v.ToLowerInvariant()), $"{v} {r.Route}"));
        });
        Assert.All(chemins, c => Assert.Contains(site.Routes, r => r.Route == c.Key));
    }

    private static string Ecrire(JsonNode document) => document.ToJsonString(Lisible).ReplaceLineEndings("\n") + "\n";
}
