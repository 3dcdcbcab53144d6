using System.Text.Json;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Rapprochement;

/// <summary>Answers a line {"id", "a": {…}, "b": {…}}: decision, probability and reasons. Each pair is judged alone.</summary>
internal sealed class PairesEnLignes(Moteur moteur)
{
    public Erreur? Repondre(JsonElement paire, Utf8JsonWriter sortie)
    {
        if (Lieu(paire, "a") is not { } a || Lieu(paire, "b") is not { } b)
        {
            return new Erreur("CAR-144", "« a » et « b » doivent être deux objets, avec les champs de la norme.");
        }

        var (verdict, raisons) = moteur.Rapprocher(FicheLieu.DepuisJson(a), FicheLieu.DepuisJson(b));
        sortie.WriteString("decision", verdict.Mot);
        sortie.WriteNumber("probabilite", Math.Round(verdict.Probabilite, 4));
        sortie.WriteStartArray("raisons");
        foreach (var raison in raisons)
        {
            sortie.WriteStringValue(raison);
        }

        sortie.WriteEndArray();
        return null;
    }

    private static JsonElement? Lieu(JsonElement paire, string nom) => paire.TryGetProperty(nom, out var lieu) && lieu.ValueKind == JsonValueKind.Object ? lieu : null;
}
