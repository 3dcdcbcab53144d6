using System.Text.Json;
using System.Text.Json.Serialization;
using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Activites;

/// <summary>An act as the one JSON document that the database turns into its row, and that the journal keeps. A test compares its names with the columns.</summary>
internal static class DocumentDActivite
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new OctetsEnHexadecimal() },
    };

    public static string Ecrire(Activite activite) => JsonSerializer.Serialize(activite, Options);

    /// <summary>What was sent, always written the same: to know that something is sent again.</summary>
    public static byte[] Empreinte(SaisieDActivite saisie) => System.Security.Cryptography.SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(saisie, Options));

    /// <summary>PostgreSQL reads bytea as "\x…".</summary>
    private sealed class OctetsEnHexadecimal : JsonConverter<byte[]>
    {
        public override byte[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Only written.");

        public override void Write(Utf8JsonWriter writer, byte[] value, JsonSerializerOptions options) => writer.WriteStringValue($@"\x{Convert.ToHexStringLower(value)}");
    }
}
