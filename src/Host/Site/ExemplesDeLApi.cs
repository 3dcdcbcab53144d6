using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FaireAvec.Host.Site;

/// <summary>
/// Examples of the reads in the OpenAPI document, and the type of their numbers: these are read as texts, so that each fault gets its sentence, and the
/// framework can't know better. What takes a whole search describes itself.
/// </summary>
internal static class ExemplesDeLApi
{
    private const string Identifiant = "france-services_2469";
    private const string Annee = "2026";
    private const string Uuid = "0199f0c4-6a51-7c3e-9d20-5b8e1f3a7c42";

    private static readonly Dictionary<(string Operation, string Parametre), string> Textes = new()
    {
        [("ChercherCommunes", "q")] = "Saint-Étienne",
        [("LireCommune", "code")] = "42218",
        [("LireDepartement", "code")] = "42",
        [("CommunesDuCadre", "bbox")] = "4.2,45.3,4.6,45.6",
        [("LireLieu", "id")] = Identifiant,
        [("LireCreneaux", "lieu")] = Identifiant,
        [("LireChargeTransferee", "annee")] = Annee,
        [("ChargeTransfereeEnCsv", "annee")] = Annee,
        [("LireOrientation", "id")] = Uuid,
        [("LireActivite", "id")] = Uuid,
        [("CorrigerActivite", "id")] = Uuid,
        [("SupprimerActivite", "id")] = Uuid,
        [("LireRendezVous", "id")] = Uuid,
        [("ChangerRendezVous", "id")] = Uuid,
    };

    // By operation: answers of the product, cut short.
    private static readonly Lazy<JsonObject> Reponses = new(Lire);

    private static readonly Dictionary<(string Operation, string Parametre), (int Exemple, int Maximum)> Nombres = new()
    {
        [("ChercherCommunes", "limite")] = (10, 50),
        [("CommunesDuCadre", "limite")] = (40, 100),
    };

    public static void Ajouter(OpenApiOperation operation)
    {
        var nom = operation.OperationId ?? "";
        foreach (var parametre in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (Textes.TryGetValue((nom, parametre.Name!), out var texte))
            {
                parametre.Example = texte;
            }
            else if (Nombres.TryGetValue((nom, parametre.Name!), out var nombre))
            {
                parametre.Example = nombre.Exemple;
                parametre.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = nombre.Maximum.ToString(System.Globalization.CultureInfo.InvariantCulture), Default = nombre.Exemple };
            }
        }

        if (Reponses.Value[nom] is { } exemple && operation.Responses?["200"].Content is { Count: > 0 } contenu)
        {
            contenu.Values.First().Example = exemple.DeepClone();
        }
    }

    private static JsonObject Lire()
    {
        using var flux = typeof(ExemplesDeLApi).Assembly.GetManifestResourceStream("exemples-de-l-api.json")!;
        return JsonNode.Parse(flux)!.AsObject();
    }
}
