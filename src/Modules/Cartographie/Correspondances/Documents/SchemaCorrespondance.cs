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
        foreach (var detail in (resultat.Details ?? []).Prepend(resultat))
        {
            // Inside an alternative, a failure is only one of the ways tried: the alternative itself tells.
            if (detail.Errors is null || detail.EvaluationPath.ToString() is var chemin && (chemin.Contains("/oneOf/", StringComparison.Ordinal) || chemin.Contains("/anyOf/", StringComparison.Ordinal) || chemin.Contains("/not", StringComparison.Ordinal) || chemin.EndsWith("/if", StringComparison.Ordinal)))
            {
                continue;
            }

            var instance = detail.InstanceLocation.Evaluate(json.RootElement);
            foreach (var motCle in detail.Errors.Keys)
            {
                if (PhrasesDuSchema.Dire(motCle, SousSchema(detail.SchemaLocation), instance, detail.InstanceLocation, detail.EvaluationPath) is { } phrase)
                {
                    fautes.Add(new Erreur("CAR-403", phrase, Chemin(detail.InstanceLocation)));
                }
            }
        }

        return fautes.Count == 0 ? [new Erreur("CAR-403", "Le document n’a pas la forme attendue.")] : [.. fautes.DistinctBy(f => (f.Champ, f.Message)).Take(FautesMax)];
    }

    private static JsonNode? SousSchema(Uri adresse)
    {
        var fragment = Uri.UnescapeDataString(adresse.Fragment.TrimStart('#'));
        return JsonPointer.TryParse(fragment, out var pointeur) && pointeur.TryEvaluate(Arbre, out var noeud) ? noeud : null;
    }

    /// <summary>« champs.services.choix[2] » of a JSON pointer.</summary>
    private static string Chemin(JsonPointer pointeur)
    {
        var chemin = "";
        foreach (var segment in pointeur.ToString().Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            chemin += segment.All(char.IsAsciiDigit) ? $"[{segment}]" : chemin.Length == 0 ? segment : $".{segment}";
        }

        return chemin.Length == 0 ? "(document)" : chemin;
    }

    private static string LireRessource()
    {
        using var flux = typeof(SchemaCorrespondance).Assembly.GetManifestResourceStream("FaireAvec.Cartographie.Correspondances.schema.json")
            ?? throw new InvalidOperationException("The schema of mappings isn't in the assembly: see Cartographie.csproj.");
        using var lecteur = new StreamReader(flux);
        return lecteur.ReadToEnd();
    }
}
