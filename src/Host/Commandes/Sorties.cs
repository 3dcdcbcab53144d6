using System.Text.Encodings.Web;
using System.Text.Json;

namespace FaireAvec.Host.Commandes;

/// <summary>How commands write their results: one JSON object a line, French text left readable.</summary>
internal static class Sorties
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
