using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Rapprochement.Groupes;

namespace FaireAvec.Cartographie.Rapprochement.Apprentissage;

/// <summary>Decisions that people took on pairs, as pairs to learn from. A pair of the kept set is never learnt.</summary>
internal static class DecisionsDeRelecteurs
{
    public static List<PaireEtiquetee> Lire(TextReader lecteur, IReadOnlyList<PaireEtiquetee> livrees, Action<string> message)
    {
        var gardees = livrees.Where(p => p.Garde).SelectMany(p => (string[])[p.A.Id, p.B.Id]).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        var paires = new List<PaireEtiquetee>();
        foreach (var lue in DecisionsEnLignes.Lire(lecteur, message))
        {
            if (Fiche(lue.A) is not { } a || Fiche(lue.B) is not { } b)
            {
                message(DecisionsEnLignes.Dire(lue.Ligne, "pour apprendre, « a » et « b » doivent être deux lieux, avec leurs champs."));
            }
            else if (gardees.Contains(a.Id) || gardees.Contains(b.Id))
            {
                message(DecisionsEnLignes.Dire(lue.Ligne, "un des lieux sert à mesurer, la paire n’est pas apprise."));
            }
            else
            {
                paires.Add(new PaireEtiquetee($"d{lue.Ligne}", "D", lue.Meme, Sure: true, Garde: false, a, b));
            }
        }

        return paires;
    }

    private static FicheLieu? Fiche(JsonElement lieu)
    {
        try
        {
            return lieu.ValueKind == JsonValueKind.Object ? FicheLieu.DepuisJson(lieu) : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in a string: not a text.
            return null;
        }
    }
}
