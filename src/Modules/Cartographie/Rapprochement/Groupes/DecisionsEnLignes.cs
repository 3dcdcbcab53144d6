using System.Text.Json;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Rapprochement.Groupes;

/// <summary>
/// Reads people's decisions, one a line: {"a": "id", "b": "id", "decision": "toujours"}, « meme » and « distinct » standing for « toujours » and « jamais »; « a » and
/// « b » may be whole places. A line that isn't one is told, and reading goes on.
/// </summary>
internal static class DecisionsEnLignes
{
    public static IEnumerable<DecisionLue> Lire(TextReader lecteur, Action<string> message)
    {
        var numero = 0;
        foreach (var ligne in LignesBornees.Lire(lecteur))
        {
            numero++;
            if (ligne is not null && string.IsNullOrWhiteSpace(ligne))
            {
                continue;
            }

            if (Lire(ligne ?? "", numero) is { } lue)
            {
                yield return lue;
            }
            else
            {
                message(Dire(numero, "il faut « a » et « b » (deux identifiants, ou deux lieux) et une « decision » : « toujours » ou « meme », « jamais » ou « distinct »."));
            }
        }
    }

    public static string Dire(int ligne, string faute) => $"Décisions, ligne {ligne} : {faute}";

    private static DecisionLue? Lire(string ligne, int numero)
    {
        try
        {
            using var document = JsonDocument.Parse(ligne.TrimStart('\uFEFF'));
            var objet = document.RootElement;
            if (objet.ValueKind != JsonValueKind.Object || !objet.TryGetProperty("a", out var a) || !objet.TryGetProperty("b", out var b) || !objet.TryGetProperty("decision", out var decision))
            {
                return null;
            }

            bool? meme = decision.ValueKind != JsonValueKind.String ? null : decision.GetString() switch { "toujours" or "meme" => true, "jamais" or "distinct" => false, _ => null };
            return meme is { } m ? new DecisionLue(numero, m, a.Clone(), b.Clone()) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
