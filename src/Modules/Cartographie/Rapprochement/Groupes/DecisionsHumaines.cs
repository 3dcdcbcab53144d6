using System.Text.Json;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Rapprochement.Groupes;

/// <summary>What people decided of pairs of places, by their ids: « always » and « never » outlive every run. The last decision on a pair is the one that counts.</summary>
internal sealed class DecisionsHumaines
{
    private readonly Dictionary<(string, string), bool> _decisions = [];

    public static DecisionsHumaines Aucune { get; } = new();

    public int Nombre => _decisions.Count;

    /// <summary>The pairs that are to be together.</summary>
    public IEnumerable<(string A, string B)> Toujours => _decisions.Where(d => d.Value).Select(d => d.Key).Order();

    public void Ajouter(string a, string b, bool meme) => _decisions[Cle(a, b)] = meme;

    /// <summary>True for « always », false for « never », null when nobody said.</summary>
    public bool? De(string a, string b) => _decisions.Count > 0 && _decisions.TryGetValue(Cle(a, b), out var meme) ? meme : null;

    /// <summary>
    /// Reads JSON lines: {"a": "id", "b": "id", "decision": "toujours"}, « meme » and « distinct » standing for « toujours » and « jamais »; « a » and « b » may be whole places.
    /// </summary>
    public static DecisionsHumaines Lire(TextReader lecteur, Action<string> message)
    {
        var decisions = new DecisionsHumaines();
        var numero = 0;
        foreach (var ligne in LignesBornees.Lire(lecteur))
        {
            numero++;
            if (ligne is not null && string.IsNullOrWhiteSpace(ligne))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(ligne ?? "");
                var objet = document.RootElement;
                bool? meme = Texte(objet, "decision") switch { "toujours" or "meme" => true, "jamais" or "distinct" => false, _ => null };
                if (meme is { } m && Id(objet, "a") is { } a && Id(objet, "b") is { } b && !string.Equals(a, b, StringComparison.Ordinal))
                {
                    decisions.Ajouter(a, b, m);
                }
                else
                {
                    message($"Décisions, ligne {numero} : il faut deux identifiants différents « a » et « b » et une « decision » « toujours » ou « jamais ».");
                }
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                message($"Décisions, ligne {numero} : ce n’est pas un objet JSON lisible.");
            }
        }

        return decisions;
    }

    private static string? Texte(JsonElement objet, string champ) =>
        objet.ValueKind == JsonValueKind.Object && objet.TryGetProperty(champ, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    private static string? Id(JsonElement objet, string champ) =>
        Texte(objet, champ) ?? (objet.ValueKind == JsonValueKind.Object && objet.TryGetProperty(champ, out var v) ? Texte(v, "id") : null);

    private static (string, string) Cle(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}
