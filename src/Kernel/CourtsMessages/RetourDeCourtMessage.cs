using System.Text.Json;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>What the gateway tells: an answer of somebody, or whether a message arrived.</summary>
/// <param name="Id">The gateway's own, new for each thing that it tells.</param>
/// <param name="Numero">Who answers; for « reponse ».</param>
/// <param name="Texte">What was answered; for « reponse ».</param>
/// <param name="Message">Our id of the message; for « remise ».</param>
/// <param name="Recu">True when it arrived on the telephone; for « remise ».</param>
internal sealed record RetourDeCourtMessage(string Id, string? Numero, string? Texte, Guid? Message, bool? Recu)
{
    private const int IdMax = 120;

    /// <summary>Null when it isn't one.</summary>
    public static RetourDeCourtMessage? Lire(string corps)
    {
        try
        {
            using var json = JsonDocument.Parse(corps, new JsonDocumentOptions { MaxDepth = 4 });
            var racine = json.RootElement;
            if (racine.ValueKind != JsonValueKind.Object || Chaine(racine, "id") is not { Length: > 0 and <= IdMax } id)
            {
                return null;
            }

            return (Chaine(racine, "type"), Chaine(racine, "etat")) switch
            {
                ("reponse", _) when Chaine(racine, "numero") is { Length: > 0 } numero => new(id, numero, Chaine(racine, "texte"), null, null),
                ("remise", "recu" or "non_recu") when Guid.TryParse(Chaine(racine, "message"), out var message) => new(id, null, null, message, Chaine(racine, "etat") == "recu"),
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    // A string may hold what isn't Unicode: it throws, and isn't one.
    private static string? Chaine(JsonElement objet, string nom) => objet.TryGetProperty(nom, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;
}
