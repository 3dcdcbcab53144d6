using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace FaireAvec.Host.Site;

/// <summary>
/// Examples of the public reads in the OpenAPI document, and the type of their numbers: these are read as texts, so that each fault gets its sentence, and the
/// framework can't know better. What takes a whole search describes itself.
/// </summary>
internal static class ExemplesDeLApi
{
    private const string Identifiant = "france-services_2469";

    private static readonly Dictionary<(string Operation, string Parametre), string> Textes = new()
    {
        [("ChercherCommunes", "q")] = "Saint-Étienne",
        [("LireCommune", "code")] = "42218",
        [("LireDepartement", "code")] = "42",
        [("CommunesDuCadre", "bbox")] = "4.2,45.3,4.6,45.6",
        [("LireLieu", "id")] = Identifiant,
        [("LireCreneaux", "lieu")] = Identifiant,
    };

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

        if (Reponse(nom) is { } exemple && operation.Responses?["200"].Content is { } contenu)
        {
            contenu["application/json"].Example = exemple;
        }
    }

    private static JsonObject? Reponse(string operation) => operation switch
    {
        "ChercherCommunes" => new JsonObject { ["communes"] = new JsonArray(Commune()) },
        "LireCommune" => Commune(),
        "LireLieu" => Lieu(),
        _ => null,
    };

    private static JsonObject Commune() => new()
    {
        ["code_insee"] = "42218",
        ["nom"] = "Saint-Étienne",
        ["departement"] = "42",
        ["nom_departement"] = "Loire",
        ["region"] = "Auvergne-Rhône-Alpes",
        ["epci"] = "Saint-Étienne Métropole",
        ["codes_postaux"] = new JsonArray("42000", "42100", "42230"),
        ["population"] = 173136,
        ["latitude"] = 45.4301,
        ["longitude"] = 4.379,
    };

    private static JsonObject Lieu() => new()
    {
        ["id"] = "exemple_1",
        ["pivot"] = null,
        ["nom"] = "Médiathèque du Grand-Pré",
        ["commune"] = "Saint-Étienne",
        ["code_postal"] = "42000",
        ["code_insee"] = "42218",
        ["departement"] = "42",
        ["adresse"] = "20 rue des Tilleuls",
        ["latitude"] = 45.43,
        ["longitude"] = 4.38,
        ["typologie"] = new JsonArray("BIB"),
        ["horaires"] = "Tu-Sa 10:00-12:00,14:00-18:30",
        ["services"] = new JsonArray("Aide aux démarches administratives"),
        ["services_deduits"] = false,
        ["url"] = "/lieux/mediatheque-du-grand-pre-exemple_1",
        ["horaires_compris"] = true,
        ["ouvert"] = null,
    };
}
