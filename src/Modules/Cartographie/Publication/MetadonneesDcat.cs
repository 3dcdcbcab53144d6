using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FaireAvec.Cartographie.Ressources;

namespace FaireAvec.Cartographie.Publication;

/// <summary>
/// The dataset as catalogues of open data want it: DCAT-AP in JSON-LD. Addresses are relative to the file's own, as JSON-LD allows: the same bytes are
/// right on any site. Its rights are those that the pages say: each producer's.
/// </summary>
internal static class MetadonneesDcat
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private static readonly Dictionary<string, string> TypesDeFichier = new(StringComparer.Ordinal)
    {
        [".csv"] = "CSV",
        [".json"] = "JSON",
        [".geojson"] = "GEOJSON",
    };

    public static void Ecrire(Stream sortie, ContenuDePublication contenu, IEnumerable<FichierFait> fichiers)
    {
        var jour = FichiersDePublication.Jour(contenu.Jour);
        var document = new JsonObject
        {
            ["@context"] = new JsonObject
            {
                ["dcat"] = "http://www.w3.org/ns/dcat#",
                ["dct"] = "http://purl.org/dc/terms/",
                ["foaf"] = "http://xmlns.com/foaf/0.1/",
                ["spdx"] = "http://spdx.org/rdf/terms#",
                ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
            },
            ["@id"] = "./",
            ["@type"] = "dcat:Dataset",
            ["dct:title"] = Francais("Lieux de médiation numérique"),
            ["dct:description"] = Francais($"{contenu.Lieux.Count} lieux où l’on est aidé pour ses démarches et ses usages numériques, réunis de {contenu.Sources.Count} sources."),
            ["dct:identifier"] = "lieux-de-mediation-numerique",
            ["dct:language"] = Id("http://publications.europa.eu/resource/authority/language/FRA"),
            ["dct:spatial"] = Id("http://publications.europa.eu/resource/authority/country/FRA"),
            ["dct:accrualPeriodicity"] = Id("http://publications.europa.eu/resource/authority/frequency/DAILY"),
            ["dcat:theme"] = Id("http://publications.europa.eu/resource/authority/data-theme/SOCI"),
            ["dcat:keyword"] = new JsonArray([.. ((string[])["médiation numérique", "inclusion numérique", "lieux", "services publics"]).Select(m => (JsonNode)Francais(m))]),
            ["dct:modified"] = new JsonObject { ["@type"] = "xsd:date", ["@value"] = jour },
            ["dcat:version"] = jour,
            ["dct:conformsTo"] = Id("https://schema.data.gouv.fr/LaMednum/standard-mediation-num/"),
            ["dct:provenance"] = new JsonArray([.. contenu.Sources.Select(s => (JsonNode)new JsonObject
            {
                ["@type"] = "dct:ProvenanceStatement",
                ["dct:title"] = s.Nom,
                ["dct:identifier"] = s.Code,
                ["dct:description"] = Francais(s.Licence is { } licence ? $"Licence de la source : {licence}" : "Licence de la source : non connue"),
            })]),
        };
        if (contenu.Editeur is { } editeur)
        {
            document["dct:publisher"] = new JsonObject { ["@type"] = "foaf:Organization", ["foaf:name"] = editeur };
        }

        document["dcat:distribution"] = new JsonArray([.. fichiers.Select(Distribution)]);
        JsonSerializer.Serialize(sortie, document, Options);
    }

    private static JsonNode Distribution(FichierFait f)
    {
        var type = f.TypeMedia.Split(';')[0];
        var distribution = new JsonObject
        {
            ["@type"] = "dcat:Distribution",
            ["dct:title"] = f.Nom,
            ["dct:description"] = Francais(FichiersDePublication.Descriptions.First(d => d.Nom == f.Nom).Description),
            ["dcat:accessURL"] = Id("./"),
            ["dcat:downloadURL"] = Id(f.Nom),
            ["dcat:mediaType"] = Id($"http://www.iana.org/assignments/media-types/{type}"),
            ["dcat:byteSize"] = new JsonObject { ["@type"] = "xsd:nonNegativeInteger", ["@value"] = f.Taille.ToString(CultureInfo.InvariantCulture) },
            ["dct:rights"] = new JsonObject { ["@type"] = "dct:RightsStatement", ["dct:description"] = Francais(Mots.DansLaLangue("Publications.Licence", CultureInfo.GetCultureInfo("fr"))) },
            ["spdx:checksum"] = new JsonObject { ["@type"] = "spdx:Checksum", ["spdx:algorithm"] = Id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"), ["spdx:checksumValue"] = f.Sha256 },
        };
        if (TypesDeFichier.TryGetValue(Path.GetExtension(f.Nom), out var court))
        {
            distribution["dct:format"] = Id($"http://publications.europa.eu/resource/authority/file-type/{court}");
        }

        return distribution;
    }

    private static JsonObject Id(string id) => new() { ["@id"] = id };

    private static JsonObject Francais(string texte) => new() { ["@language"] = "fr", ["@value"] = texte };
}
