using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>The body of a delivery: the same bytes at each try, or the signature of one couldn't be compared with another's.</summary>
internal static class CorpsDeLivraison
{
    /// <param name="evenement">Id of the event: the receiver's key of idempotence.</param>
    /// <param name="nom">Its name.</param>
    /// <param name="instant">When it happened.</param>
    /// <param name="charge">What it says, in JSON.</param>
    public static string Ecrire(Guid evenement, string nom, DateTimeOffset instant, string charge)
    {
        using var flux = new MemoryStream();
        using (var json = new Utf8JsonWriter(flux))
        {
            json.WriteStartObject();
            json.WriteString("id", evenement);
            json.WriteString("nom", nom);
            json.WriteString("instant", instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WritePropertyName("donnees");
            json.WriteRawValue(charge);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(flux.ToArray());
    }
}
