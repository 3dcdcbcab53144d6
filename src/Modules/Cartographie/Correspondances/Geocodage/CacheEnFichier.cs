using System.Text.Encodings.Web;
using System.Text.Json;

namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>A file of JSON lines, read once and added to. A line that can't be read is as if it weren't there. Answers older than a year are asked again.</summary>
internal sealed class CacheEnFichier(string chemin, TimeProvider horloge) : ICacheAdresses
{
    public const int JoursMax = 365;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Dictionary<string, AdresseTrouvee?>? _reponses;

    public async Task<IReadOnlyDictionary<string, AdresseTrouvee?>> LireAsync(IReadOnlyCollection<string> cles, CancellationToken annulation)
    {
        _reponses ??= await ChargerAsync(annulation);
        return cles.Distinct(StringComparer.Ordinal).Where(_reponses.ContainsKey).ToDictionary(c => c, c => _reponses[c], StringComparer.Ordinal);
    }

    public async Task EcrireAsync(IReadOnlyCollection<KeyValuePair<string, AdresseTrouvee?>> reponses, CancellationToken annulation)
    {
        _reponses ??= await ChargerAsync(annulation);
        var aujourdhui = DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);
        await using var sortie = new StreamWriter(chemin, append: true);
        foreach (var (cle, reponse) in reponses)
        {
            _reponses[cle] = reponse;
            await sortie.WriteLineAsync(JsonSerializer.Serialize(new Ligne(cle, aujourdhui, reponse), Json).AsMemory(), annulation);
        }
    }

    private async Task<Dictionary<string, AdresseTrouvee?>> ChargerAsync(CancellationToken annulation)
    {
        var reponses = new Dictionary<string, AdresseTrouvee?>(StringComparer.Ordinal);
        if (!File.Exists(chemin))
        {
            return reponses;
        }

        var limite = DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime).AddDays(-JoursMax);
        await foreach (var texte in File.ReadLinesAsync(chemin, annulation))
        {
            if (Lire(texte) is { } ligne && ligne.Date >= limite)
            {
                reponses[ligne.Cle] = ligne.Reponse;
            }
        }

        return reponses;
    }

    private static Ligne? Lire(string texte)
    {
        try
        {
            return JsonSerializer.Deserialize<Ligne>(texte, Json) is { Cle: not null } ligne ? ligne : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Ligne(string Cle, DateOnly Date, AdresseTrouvee? Reponse);
}
