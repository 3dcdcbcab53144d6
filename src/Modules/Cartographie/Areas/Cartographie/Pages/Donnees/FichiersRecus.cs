using FaireAvec.Kernel.Fichiers;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;

/// <summary>What may be sent to the pages of places: data, compressed or not. Looked at before anything reads it.</summary>
internal static class FichiersRecus
{
    /// <summary>Ends of names that the browser proposes. What a file is is told by its content.</summary>
    public const string Extensions = ".csv,.json,.jsonl,.geojson,.xlsx,.ods,.gz";

    /// <summary>Characters of a name, when it is shown or kept.</summary>
    public const int NomMax = 120;

    private const TypeDeFichier Acceptes = TypeDeFichier.Texte | TypeDeFichier.Classeur | TypeDeFichier.Gzip | TypeDeFichier.Zip;

    /// <summary>The sentence of the refusal, or null for a file that may be read.</summary>
    public static string? Refus(this IFormFile fichier, long tailleMax)
    {
        using var flux = fichier.OpenReadStream();
        return ControleDesFichiers.Controler(flux, Acceptes, tailleMax, nameof(fichier)).Erreur?.Message;
    }
}
