using System.Text.Encodings.Web;
using System.Text.Json;

namespace FaireAvec.Host.Commandes;

/// <summary>How commands write their results: one JSON object a line, French text left readable.</summary>
internal static class Sorties
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A step of a start that takes time, for a person: on stderr, since stdout is for programs.</summary>
    public static void Etape(string phrase) => Console.Error.WriteLine($"› {phrase}");
}
