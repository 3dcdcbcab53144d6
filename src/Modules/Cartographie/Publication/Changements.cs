using System.Text.Json;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Publication;

/// <summary>What differs between two publications: ids added, removed, and changed with the names of the fields.</summary>
/// <param name="Precedente">Day of the one before; null for the first.</param>
/// <param name="Ajoutes">Ids.</param>
/// <param name="Modifies">Ids and fields.</param>
/// <param name="Retires">Ids.</param>
internal sealed record Changements(DateOnly? Precedente, IReadOnlyList<string> Ajoutes, IReadOnlyList<KeyValuePair<string, string[]>> Modifies, IReadOnlyList<string> Retires)
{
    /// <summary>Compares the places with those of the file of the previous publication.</summary>
    /// <param name="lieux">The places now published, in the order of their ids.</param>
    /// <param name="precedente">Day of the previous publication.</param>
    /// <param name="json">Its file lieux.json.</param>
    public static Changements Depuis(IReadOnlyList<Lieu> lieux, DateOnly precedente, Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var avant = document.RootElement.EnumerateArray().Select(FicheLieu.DepuisJson).ToDictionary(f => f.Id, StringComparer.Ordinal);
        var (ajoutes, modifies) = (new List<string>(), new List<KeyValuePair<string, string[]>>());
        foreach (var lieu in lieux)
        {
            if (!avant.Remove(lieu.Id, out var ancien))
            {
                ajoutes.Add(lieu.Id);
            }
            else if (Array.FindAll(FicheLieu.Colonnes, c => Texte(lieu, c) != Texte(ancien, c)) is { Length: > 0 } champs)
            {
                modifies.Add(new(lieu.Id, champs));
            }
        }

        return new Changements(precedente, ajoutes, modifies, [.. avant.Keys.Order(StringComparer.Ordinal)]);
    }

    // The files write fourteen zeros for a pivot that isn't known.
    private static string? Texte(FicheLieu fiche, string colonne) => fiche.Texte(colonne) is { } texte && !(colonne == "pivot" && texte.Trim('0').Length == 0) ? texte : null;

    /// <summary>The first publication: everything is new, and nothing is listed as such.</summary>
    public static Changements Premiere { get; } = new(null, [], [], []);
}
