using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaireAvec.Kernel.Resultats;
using Json.Pointer;
using Json.Schema;

namespace FaireAvec.Cartographie.Correspondances.Documents;

/// <summary>The shape of a document, told by data/correspondances/schema.json, and its faults in French sentences with their paths.</summary>
internal static class SchemaCorrespondance
{
    /// <summary>Faults told at once: a person mends a few at a time.</summary>
    public const int FautesMax = 50;

    /// <summary>The schema itself, to be published or shown beside an editor.</summary>
    public static readonly string Texte = LireRessource();

    private static readonly JsonNode Arbre = JsonNode.Parse(Texte)!;
    private static readonly JsonSchema Schema = JsonSchema.FromText(Texte);

    /// <summary>The faults of a document; none when its shape is right.</summary>
    public static IReadOnlyList<Erreur> Verifier(JsonNode document)
    {
        using var json = JsonDocument.Parse(document.ToJsonString());
        var resultat = Schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (resultat.IsValid)
        {
            return [];
        }

        var fautes = new List<Erreur>();
        foreach (var detail in (resultat.Details ?? []).Prepend(resultat).Where(d => !d.IsValid))
        {
            // Inside an alternative, a failure is only one of the ways tried: the alternative itself tells.
            var evaluation = detail.EvaluationPath.ToString();
            if (evaluation.Contains("/oneOf/", StringComparison.Ordinal) || evaluation.Contains("/anyOf/", StringComparison.Ordinal) || evaluation.EndsWith("/not", StringComparison.Ordinal) || evaluation.EndsWith("/if", StringComparison.Ordinal))
            {
                continue;
            }

            var (schema, instance) = (SousSchema(evaluation), detail.InstanceLocation.Evaluate(json.RootElement));
            var motsCles = (detail.Errors?.Keys ?? Enumerable.Empty<string>()).Concat(Alternatives(schema, instance));
            foreach (var phrase in motsCles.Select(m => PhrasesDuSchema.Dire(m, schema, instance, detail.InstanceLocation, evaluation)).OfType<string>())
            {
                fautes.Add(new Erreur("CAR-403", phrase, Chemin(detail.InstanceLocation)));
            }
        }

        return fautes.Count == 0 ? [new Erreur("CAR-403", "Le document n’a pas la forme attendue.")] : [.. fautes.DistinctBy(f => (f.Champ, f.Message)).Take(FautesMax)];
    }

    /// <summary>The part of the schema that was evaluated: the library's own location is wrong below « then ».</summary>
    private static JsonNode? SousSchema(string evaluation)
    {
        JsonNode? noeud = Arbre;
        foreach (var segment in evaluation.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Decoder))
        {
            noeud = segment == "$ref" ? Arbre["$defs"]?[noeud?["$ref"]?.GetValue<string>().Split('/')[^1] ?? ""]
                : noeud is JsonArray liste && int.TryParse(segment, CultureInfo.InvariantCulture, out var rang) ? liste[rang]
                // The library writes « items » twice.
                : segment == "items" && noeud is JsonObject objet && !objet.ContainsKey(segment) ? noeud
                : (noeud as JsonObject)?[segment];
        }

        return noeud;
    }

    /// <summary>The library says nothing of an alternative of which too many ways, or none, are taken.</summary>
    private static IEnumerable<string> Alternatives(JsonNode? schema, JsonElement? instance)
    {
        if (instance is not { ValueKind: JsonValueKind.Object } objet)
        {
            yield break;
        }

        int Prises(string motCle) => ((JsonArray)schema![motCle]!).Count(a => ((JsonArray)a!["required"]!).All(c => objet.TryGetProperty(c!.GetValue<string>(), out _)));
        if (schema?["oneOf"] is not null && Prises("oneOf") != 1)
        {
            yield return "oneOf";
        }

        if (schema?["anyOf"] is not null && Prises("anyOf") == 0)
        {
            yield return "anyOf";
        }
    }

    /// <summary>« champs.services.choix[2] » of a JSON pointer.</summary>
    private static string Chemin(JsonPointer pointeur)
    {
        var chemin = "";
        foreach (var segment in pointeur.ToString().Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Decoder))
        {
            chemin += segment.All(char.IsAsciiDigit) ? $"[{segment}]" : chemin.Length == 0 ? segment : $".{segment}";
        }

        return chemin.Length == 0 ? "(document)" : chemin;
    }

    private static string Decoder(string segment) => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static string LireRessource()
    {
        using var flux = typeof(SchemaCorrespondance).Assembly.GetManifestResourceStream("FaireAvec.Cartographie.Correspondances.schema.json")
            ?? throw new InvalidOperationException("The schema of mappings isn't in the assembly: see Cartographie.csproj.");
        using var lecteur = new StreamReader(flux);
        return lecteur.ReadToEnd();
    }
}
