using System.Text.Json;

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

    /// <summary>Those of a file (<see cref="DecisionsEnLignes"/>): only the ids count.</summary>
    public static DecisionsHumaines Lire(TextReader lecteur, Action<string> message)
    {
        var decisions = new DecisionsHumaines();
        foreach (var lue in DecisionsEnLignes.Lire(lecteur, message))
        {
            if (Id(lue.A) is { } a && Id(lue.B) is { } b && !string.Equals(a, b, StringComparison.Ordinal))
            {
                decisions.Ajouter(a, b, lue.Meme);
            }
            else
            {
                message(DecisionsEnLignes.Dire(lue.Ligne, "il faut deux identifiants différents."));
            }
        }

        return decisions;
    }

    private static string? Id(JsonElement lieu)
    {
        var id = lieu.ValueKind == JsonValueKind.Object && lieu.TryGetProperty("id", out var v) ? v : lieu;
        try
        {
            return id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: no place has such an id.
            return null;
        }
    }

    private static (string, string) Cle(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}
