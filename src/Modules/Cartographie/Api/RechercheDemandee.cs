using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Cartographie.Api;

/// <summary>A search asked for by a system, in whatever form it wants the answer: JSON, GeoJSON or CSV.</summary>
internal readonly record struct RechercheDemandee(Criteres Criteres, IndexLieux Index)
{
    /// <summary>The search and the places to look in; null when it was refused: the refusal is then written.</summary>
    public static async ValueTask<RechercheDemandee?> LireOuRefuserAsync(HttpContext contexte, CatalogueLieux catalogue, LectureCriteres lecture)
    {
        var lus = lecture.Lire(contexte.Request.Query, AdresseMesuree.Ignores);
        if (!lus.Reussi)
        {
            await Problemes.Refus(lus.Erreurs).ExecuteAsync(contexte);
            return null;
        }

        var index = await catalogue.ActuelAsync(contexte.RequestAborted);
        if (SourcesInconnues(lus.Valeur, index) is { Count: > 0 } fautes)
        {
            await Problemes.Refus(fautes).ExecuteAsync(contexte);
            return null;
        }

        return new(lus.Valeur, index);
    }

    // A misspelt name would read as « no place »: it is told which ones there are.
    private static List<Erreur> SourcesInconnues(Criteres criteres, IndexLieux index) =>
        [.. criteres.Sources.Where(s => !index.Sources.Contains(s)).Select(s => PhrasesDesFautes.DeLApi.Faute("CAR-022", "Source.Inconnue", "source", [.. index.Sources], LectureCriteres.Court(s), string.Join(", ", index.Sources)))];
}
