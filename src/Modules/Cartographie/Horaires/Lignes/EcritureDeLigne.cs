using System.Text.Json;
using FaireAvec.Cartographie.Horaires.Mots;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Lignes;

/// <summary>Answers a line of « horaires ecrire »: the canonical text and the same hours in French words, a sentence a rule.</summary>
internal static class EcritureDeLigne
{
    /// <summary>Writes the answer.</summary>
    public static Erreur? Repondre(JsonElement question, Utf8JsonWriter sortie)
    {
        if (ChampsDeLigne.Texte(question, "horaires", out var texte) is { } erreur)
        {
            return erreur;
        }

        var horaires = HorairesOsm.Analyser(texte);
        if (!horaires.Reussi)
        {
            return horaires.Erreur;
        }

        sortie.WriteString("osm", horaires.Valeur.Canonique);
        sortie.WriteStartArray("mots");
        foreach (var mot in ReglesEnMots.Ecrire(horaires.Valeur.Regles))
        {
            sortie.WriteStringValue(mot);
        }

        sortie.WriteEndArray();
        return null;
    }
}
