using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaireAvec.Accompagnement.Data;

/// <summary>A value kept as one jsonb column: read and written whole, never searched.</summary>
internal static class EnJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static PropertyBuilder<T> GarderEnJson<T>(this PropertyBuilder<T> propriete) =>
        propriete.HasColumnType("jsonb").HasConversion(v => JsonSerializer.Serialize(v, Options), t => JsonSerializer.Deserialize<T>(t, Options)!);

    /// <summary>The same for a list: two lists that hold the same are the same.</summary>
    public static PropertyBuilder<IReadOnlyList<T>> GarderLaListeEnJson<T>(this PropertyBuilder<IReadOnlyList<T>> propriete)
    {
        propriete.GarderEnJson().Metadata.SetValueComparer(new ValueComparer<IReadOnlyList<T>>((a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)), l => l.Count, l => l));
        return propriete;
    }
}
