using System.Globalization;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Ressources;

/// <summary>Names of communes in a sentence: « près du Havre », « près d’Annecy », « près des Abymes », « près de L’Haÿ-les-Roses ».</summary>
internal static class NomsDeLieuxDits
{
    /// <summary>What follows « près » in French; the name alone in the other languages.</summary>
    public static string Pres(string nom) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? De(nom) : nom;

    /// <summary>The name after « de ».</summary>
    public static string De(string nom)
    {
        if (nom.StartsWith("Le ", StringComparison.Ordinal))
        {
            return $"du {nom[3..]}";
        }

        if (nom.StartsWith("Les ", StringComparison.Ordinal))
        {
            return $"des {nom[4..]}";
        }

        return SElide(TexteRecherche.Normaliser(nom)) ? $"d’{nom}" : $"de {nom}";
    }

    // An h is mute before e, i and y (Hendaye, Hyères), and most often not before the other vowels (Haguenau, Houilles); « y » before u isn't a vowel (Yutz).
    private static bool SElide(string nom) => nom switch
    {
        ['a' or 'e' or 'i' or 'o' or 'u', ..] => true,
        ['y', not ('u' or 'o' or 'a'), ..] => true,
        ['h', 'e', 'm', ..] => false,
        ['h', 'e' or 'i' or 'y', ..] => true,
        _ => false,
    };
}
