using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaireAvec.Tests.Architecture.Regles;
using FaireAvec.Tests.Support;
using Json.Schema;

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

    [Fact]
    public async Task Chaque_parametre_dit_ce_qu_il_est_et_donne_un_exemple()
    {
        var vus = 0;
        foreach (var (ou, operation) in await OperationsAsync())
        {
            foreach (var parametre in operation["parameters"]?.AsArray() ?? [])
            {
                vus++;
                var nom = $"{ou} {parametre!["name"]}";
                Assert.False(string.IsNullOrWhiteSpace((string?)parametre["description"]), $"{nom} doesn't say what it is.");
                Assert.True(parametre["example"] is not null, $"{nom} has no example.");
            }
        }

        Assert.True(vus > 60, $"Only {vus} were looked at.");
    }

    [Fact]
    public async Task Chaque_adresse_dit_qu_elle_peut_refuser_et_dit_tout_en_francais()
    {
        foreach (var (ou, operation) in await OperationsAsync())
        {
            foreach (var refus in operation["security"] is null ? ["400", "429"] : (string[])["400", "401", "403", "429"])
            {
                Assert.True(operation["responses"]![refus]?["content"] is not null, $"{ou} doesn't say that it refuses: {refus}.");
            }

            Assert.All(operation["responses"]!.AsObject(), r => Assert.True(r.Value!["description"]!.ToString() is var mots && mots != Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(int.Parse(r.Key, System.Globalization.CultureInfo.InvariantCulture)) && mots.Length > 0, $"{ou} {r.Key}"));
        }
    }

    [Fact]
    public async Task L_exemple_de_chaque_parametre_d_une_lecture_publique_est_accepte()
    {
        var document = JsonNode.Parse(await site.Demonstration.Client.GetStringAsync("/openapi/v1.json"))!;
        foreach (var (chemin, verbes) in document["paths"]!.AsObject())
        {
            if (verbes!["get"] is not { } operation || operation["security"] is not null)
            {
                continue;
            }

            // « rayon_km » goes with a position, the cursor with its own search: each is tried with what it needs. Only the shipped places have the sources that are named.
            foreach (var parametre in (operation["parameters"]?.AsArray() ?? []).Where(p => (string?)p!["in"] == "query" && (string?)p["name"] != "source"))
            {
                var nom = (string)parametre!["name"]!;
                var exemple = parametre["example"] is JsonArray liste ? liste[0]!.ToString() : parametre["example"]!.ToString();
                var racine = Adresse(chemin, operation) is var adresse && adresse.Contains('?', StringComparison.Ordinal) ? adresse.Split('?')[0] : adresse;
                var avec = nom switch
                {
                    "lat" => "&lon=2.35",
                    "lon" => "&lat=48.85",
                    "rayon_km" => "&lat=48.85&lon=2.35",
                    "tri" => exemple == "distance" ? "&lat=48.85&lon=2.35" : "",
                    "limite" when (string?)operation["operationId"] == "ChercherCommunes" => "&q=saint",
                    "limite" when (string?)operation["operationId"] == "CommunesDuCadre" => "&bbox=4.2,45.3,4.6,45.6",
                    _ => "",
                };
                using var reponse = await site.Demonstration.Client.GetAsync($"{racine}?{nom}={Uri.EscapeDataString(exemple)}{avec}");
                // An example may be of a place that isn't in these data.
                Assert.True(reponse.IsSuccessStatusCode || reponse.StatusCode == System.Net.HttpStatusCode.NotFound, $"{reponse.RequestMessage!.RequestUri!.PathAndQuery}: {reponse.StatusCode} {await reponse.Content.ReadAsStringAsync()}");
            }
        }
    }

    private async Task<IEnumerable<(string Ou, JsonNode Operation)>> OperationsAsync() =>
        JsonNode.Parse(await site.Demonstration.Client.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject().SelectMany(c => c.Value!.AsObject().Select(v => ($"{v.Key} {c.Key}", v.Value!)));

    [Fact]
    public async Task Chaque_exemple_et_chaque_vraie_reponse_publique_suivent_leur_schema()
    {
        var document = JsonNode.Parse(await site.Demonstration.Client.GetStringAsync("/openapi/v1.json"))!;
        var vues = 0;
        foreach (var (chemin, verbes) in document["paths"]!.AsObject())
        {
            if (verbes!["get"] is not { } operation || operation["security"] is not null)
            {
                continue;
            }

            var contenu = operation["responses"]?["200"]?["content"]?.AsObject();
            Assert.True(contenu is { Count: 1 }, $"{chemin} doesn't say what it answers.");
            var (type, media) = contenu.First();
            if (!type.EndsWith("json", StringComparison.Ordinal))
            {
                continue;
            }

            vues++;
            var schema = Schema(document, media!["schema"]!);
            if (type == "application/json")
            {
                Assert.True(media["example"] is not null, $"{chemin} has no example.");
            }

            if (media["example"] is { } exemple)
            {
                Conforme(schema, JsonSerializer.SerializeToElement(exemple), $"the example of {chemin}");
            }

            using var reponse = await site.Demonstration.Client.GetAsync(Adresse(chemin, operation));
            Assert.True(reponse.IsSuccessStatusCode, $"{Adresse(chemin, operation)}: {reponse.StatusCode}");
            using var lue = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync());
            Conforme(schema, lue.RootElement, $"the answer of {chemin}");
        }

        Assert.True(vues > 10, $"Only {vues} were looked at.");
    }

    // Those whose parameters are needed.
    private static string Adresse(string chemin, JsonNode operation) => (string?)operation["operationId"] switch
    {
        "LireCommune" => chemin.Replace("{code}", "42218", StringComparison.Ordinal),
        "LireDepartement" => chemin.Replace("{code}", "42", StringComparison.Ordinal),
        "LireLieu" => chemin.Replace("{id}", SiteDArchitecture.Lieu, StringComparison.Ordinal),
        "ChercherCommunes" => $"{chemin}?q=saint",
        "CommunesDuCadre" => $"{chemin}?bbox=4.2,45.3,4.6,45.6",
        "ChercherLieuxEnPhrases" => $"{chemin}?commune=42218&besoin=arnaques",
        "ChercherLieux" => $"{chemin}?comptes=oui&lat=45.44&lon=4.38&rayon_km=100",
        "LireCreneaux" => $"{chemin}?lieu={SiteDArchitecture.Lieu}",
        _ => chemin,
    };

    /// <summary>A schema of the document, with what it refers to.</summary>
    private static JsonSchema Schema(JsonNode document, JsonNode schema) =>
        JsonSchema.FromText(new JsonObject { ["allOf"] = new JsonArray(schema.DeepClone()), ["$defs"] = document["components"]!["schemas"]!.DeepClone() }.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal));

    private static void Conforme(JsonSchema schema, JsonElement valeur, string quoi)
    {
        var resultat = schema.Evaluate(valeur, new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(resultat.IsValid, $"{quoi}: {string.Join(" | ", (resultat.Details ?? []).Where(d => d.Errors is { Count: > 0 }).Select(d => $"{d.InstanceLocation} {string.Join(", ", d.Errors!.Values)}").Take(8))}");
    }

    private static string Ecrire(JsonNode document) => document.ToJsonString(Lisible).ReplaceLineEndings("\n") + "\n";
}
