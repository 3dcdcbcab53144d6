using System.Text.Encodings.Web;
using System.Text.Json;

namespace FaireAvec.Cartographie.Commandes;

/// <summary>How the commands of the module write their results: one JSON object a line, French text left readable, names as in the standard.</summary>
internal static class SortieJson
{
    public static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Ecrire<T>(T valeur) => Console.WriteLine(JsonSerializer.Serialize(valeur, Options));
}
