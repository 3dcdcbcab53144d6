using FaireAvec.Cartographie.Recherche;
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
        if (ValeursSansLieu.Fautes(lus.Valeur, index, PhrasesDesFautes.DeLApi) is { Count: > 0 } fautes)
        {
            await Problemes.Refus(fautes).ExecuteAsync(contexte);
            return null;
        }

        return new(lus.Valeur, index);
    }

    /// <summary>How many places a file of the whole search holds: what was asked for, or as many as it may.</summary>
    /// <param name="contexte">The request.</param>
    /// <param name="criteres">The search, valid.</param>
    /// <param name="max">When nothing was asked for.</param>
    public static int LimiteDUnFichier(HttpContext contexte, Criteres criteres, int max) => string.IsNullOrWhiteSpace(contexte.Request.Query["limite"]) ? Math.Max(1, max) : criteres.Limite;
}
