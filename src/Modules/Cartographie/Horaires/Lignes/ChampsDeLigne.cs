using System.Text.Json;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Horaires.Lignes;

/// <summary>Reads the fields of a line.</summary>
internal static class ChampsDeLigne
{
    /// <summary>True when the field says something: whoever writes all the fields each time writes null in those that aren't for this line.</summary>
    public static bool Existe(JsonElement question, string champ) => question.TryGetProperty(champ, out var valeur) && valeur.ValueKind != JsonValueKind.Null;

    /// <summary>A text that must be there. Null counts as an empty text: it is what an empty cell becomes.</summary>
    public static Erreur? Texte(JsonElement question, string champ, out string texte)
    {
        texte = "";
        if (!question.TryGetProperty(champ, out var valeur))
        {
            return ErreursLignes.ChampManquant(champ);
        }

        if (valeur.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            return ErreursLignes.PasUnTexte(champ);
        }

        texte = valeur.GetString() ?? "";
        return null;
    }
}
