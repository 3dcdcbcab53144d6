using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Pointer;

namespace FaireAvec.Cartographie.Correspondances.Documents;

/// <summary>What a keyword of JSON Schema reproaches to a value, as a French sentence.</summary>
internal static class PhrasesDuSchema
{
    /// <summary>The sentence; null when another keyword tells it better.</summary>
    public static string? Dire(string motCle, JsonNode? schema, JsonElement? instance, JsonPointer lieu, string evaluation) => motCle switch
    {
        "type" => $"Il faut {Types(schema?["type"])} ; c’est {Nature(instance)}.",
        "required" => $"Il manque {Cles(schema?["required"], instance)}.",
        "dependentRequired" => DependantesManquantes(schema?["dependentRequired"], instance),
        "const" or "enum" => $"Valeurs acceptées : {Valeurs(schema?[motCle])}.",
        "pattern" => "Seules les minuscules sans accent, les chiffres et les tirets sont acceptés (« departement-33 »).",
        "minLength" => "Le texte est vide ou trop court.",
        "maxLength" => $"Le texte dépasse {schema?["maxLength"]} caractères.",
        "minItems" => "La liste est vide.",
        "maxItems" => $"La liste a plus de {schema?["maxItems"]} éléments.",
        "minProperties" => "Il n’y a rien ici.",
        "maxProperties" => $"Il y a plus de {schema?["maxProperties"]} clés.",
        "minimum" or "maximum" or "not" => "Ce nombre n’est pas accepté ici.",
        "oneOf" => $"Il faut une seule de ces clés : {Alternatives(schema?["oneOf"])}{Ecrites(schema?["oneOf"], instance)}.",
        "anyOf" => $"Il faut au moins une de ces clés : {Alternatives(schema?["anyOf"])}.",
        "" when evaluation.EndsWith("/additionalProperties", StringComparison.Ordinal) => $"La clé « {Derniere(lieu)} » n’est pas connue ici.",
        _ => null,
    };

    private static string Types(JsonNode? type) => string.Join(" ou ", (type is JsonArray liste ? liste.Select(t => t!.GetValue<string>()) : [type?.GetValue<string>() ?? ""]).Select(t => t switch
    {
        "string" => "un texte",
        "array" => "une liste",
        "object" => "un ensemble de clés",
        "integer" => "un nombre entier",
        "boolean" => "true ou false",
        "null" => "rien",
        _ => t,
    }));

    private static string Nature(JsonElement? instance) => instance?.ValueKind switch
    {
        JsonValueKind.String => "un texte",
        JsonValueKind.Number => "un nombre",
        JsonValueKind.True or JsonValueKind.False => "true ou false",
        JsonValueKind.Array => "une liste",
        JsonValueKind.Object => "un ensemble de clés",
        _ => "vide",
    };

    private static string Cles(JsonNode? attendues, JsonElement? instance)
    {
        var manquantes = (attendues as JsonArray ?? []).Select(c => c!.GetValue<string>()).Where(c => instance is not { ValueKind: JsonValueKind.Object } o || !o.TryGetProperty(c, out _)).Select(c => $"« {c} »").ToList();
        return manquantes.Count switch { 0 => "une clé", 1 => $"la clé {manquantes[0]}", _ => $"les clés {string.Join(", ", manquantes)}" };
    }

    private static string? DependantesManquantes(JsonNode? dependances, JsonElement? instance)
    {
        if (instance is not { ValueKind: JsonValueKind.Object } objet)
        {
            return null;
        }

        var phrases = from d in dependances as JsonObject ?? []
                      where objet.TryGetProperty(d.Key, out _)
                      from c in (JsonArray)d.Value!
                      where !objet.TryGetProperty(c!.GetValue<string>(), out _)
                      select $"« {d.Key} » demande aussi « {c!.GetValue<string>()} »";
        return $"{string.Join(" ; ", phrases)}.";
    }

    private static string Valeurs(JsonNode? valeurs) => string.Join(", ", (valeurs as JsonArray ?? [valeurs?.DeepClone()]).Select(v => $"« {v} »"));

    private static string Alternatives(JsonNode? alternatives) =>
        string.Join(", ", (alternatives as JsonArray ?? []).Select(a => string.Join(" et ", (a?["required"] as JsonArray ?? []).Select(c => $"« {c} »"))));

    private static string Ecrites(JsonNode? alternatives, JsonElement? instance)
    {
        var ecrites = (alternatives as JsonArray ?? []).Select(a => (a?["required"] as JsonArray)?[0]?.GetValue<string>()).Where(c => c is not null && instance is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(c, out _)).Select(c => $"« {c} »").ToList();
        return ecrites.Count > 1 ? $" ; {string.Join(" et ", ecrites)} y sont ensemble" : "";
    }

    private static string Derniere(JsonPointer lieu) => lieu.ToString().Split('/')[^1].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
