using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Lecture;

namespace FaireAvec.Cartographie.Rapprochement.Apprentissage;

/// <summary>Decisions that people took on pairs, as pairs to learn from. A pair of the kept set is never learnt.</summary>
internal static class DecisionsDeRelecteurs
{
    public static List<PaireEtiquetee> Lire(string chemin, IReadOnlyList<PaireEtiquetee> livrees, Action<string> message)
    {
        var gardees = livrees.Where(p => p.Garde).SelectMany(p => (string[])[p.A.Id, p.B.Id]).Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        var paires = new List<PaireEtiquetee>();
        var numero = 0;
        using var lecteur = new StreamReader(chemin);
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
                var decision = objet.TryGetProperty("decision", out var d) && d.ValueKind == JsonValueKind.String ? d.GetString() : null;
                if (decision is not ("meme" or "distinct") || !objet.TryGetProperty("a", out var a) || !objet.TryGetProperty("b", out var b))
                {
                    message($"Ligne {numero} : il faut « a », « b » et une « decision » « meme » ou « distinct ».");
                    continue;
                }

                var (x, y) = (FicheLieu.DepuisJson(a), FicheLieu.DepuisJson(b));
                if (gardees.Contains(x.Id) || gardees.Contains(y.Id))
                {
                    message($"Ligne {numero} : un des lieux sert à mesurer, la paire n’est pas apprise.");
                    continue;
                }

                paires.Add(new PaireEtiquetee($"d{numero}", "D", decision == "meme", Sure: true, Garde: false, x, y));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                message($"Ligne {numero} : ce n’est pas un objet JSON lisible.");
            }
        }

        return paires;
    }
}
