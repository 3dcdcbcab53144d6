using System.Text.Json;
using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Rapprochement.Apprentissage;

/// <summary>Reads the labelled pairs (JSON lines). Those that the reader couldn't decide (« indecis ») are left out.</summary>
internal static class Etiquettes
{
    public static List<PaireEtiquetee> Lire(string chemin)
    {
        var paires = new List<PaireEtiquetee>();
        foreach (var ligne in File.ReadLines(chemin))
        {
            using var document = JsonDocument.Parse(ligne);
            var objet = document.RootElement;
            string Mot(string champ) => objet.TryGetProperty(champ, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString()! : "";
            if (Mot("etiquette") is "meme" or "distinct")
            {
                paires.Add(new PaireEtiquetee(
                    Mot("id"), Mot("strate"), Mot("etiquette") == "meme", Mot("certitude") == "sure", Mot("jeu") == "garde",
                    FicheLieu.DepuisJson(objet.GetProperty("a")), FicheLieu.DepuisJson(objet.GetProperty("b"))));
            }
        }

        return paires;
    }
}
