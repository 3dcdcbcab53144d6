using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>The weight of each clue, the two thresholds, and where they come from; kept in <c>data/rapprochement/poids.json</c>.</summary>
internal sealed record Poids
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    // A copy made by « with » keeps the fields: the vector is that of the clues it was made for.
    private (SortedDictionary<string, double> Pour, float[] Valeurs)? _vecteur;

    /// <summary>How and on what they were estimated, in words.</summary>
    public required string Provenance { get; init; }

    public required double Constante { get; init; }

    /// <summary>At this probability and above, the two are one.</summary>
    public required double SeuilMeme { get; init; }

    /// <summary>At this probability and under, they are two.</summary>
    public required double SeuilDistinct { get; init; }

    /// <summary>In log-odds for a clue that is fully there, by name of <see cref="Indice"/>.</summary>
    public required SortedDictionary<string, double> Indices { get; init; }

    /// <summary>What was measured on the pairs that weren't used to estimate.</summary>
    public SortedDictionary<string, double> Mesures { get; init; } = [];

    /// <summary>The weights in the order of <see cref="Indice"/>.</summary>
    [JsonIgnore]
    public ReadOnlySpan<float> Vecteur
    {
        get
        {
            if (_vecteur is not { } v || !ReferenceEquals(v.Pour, Indices))
            {
                _vecteur = v = (Indices, [.. Enum.GetNames<Indice>().Select(nom => (float)Indices.GetValueOrDefault(nom))]);
            }

            return v.Valeurs;
        }
    }

    public static Poids Lire(string chemin)
    {
        using var flux = File.OpenRead(chemin);
        var poids = JsonSerializer.Deserialize<Poids>(flux, Json) ?? throw new InvalidDataException($"{chemin} is empty.");
        var inconnus = poids.Indices.Keys.Except(Enum.GetNames<Indice>()).ToList();
        return inconnus.Count == 0 ? poids : throw new InvalidDataException($"{chemin} has weights for unknown clues: {string.Join(", ", inconnus)}.");
    }

    public void Ecrire(string chemin) => File.WriteAllText(chemin, JsonSerializer.Serialize(this, Json) + "\n");
}
