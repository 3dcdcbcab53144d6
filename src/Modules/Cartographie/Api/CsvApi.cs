using System.Text;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme.Ecriture;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FaireAvec.Cartographie.Api;

/// <summary>« /api/v1/lieux.csv »: the same search as a file of the standard, all rows, streamed.</summary>
internal static class CsvApi
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/lieux.csv", Repondre).Droit(DroitRequis.Public)
            .WithName("LieuxEnCsv").WithTags("Lieux")
            .WithSummary("Les lieux d’une recherche, en CSV")
            .WithDescription("Mêmes paramètres que /api/v1/lieux, au schéma « lieux de médiation numérique » 1.0.2. Sans « limite », toutes les lignes.")
            .DocumenterLaRecherche("Nombre de lignes ; toutes sans ce paramètre.")
            .Produces<string>(contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task Repondre(HttpContext contexte, CatalogueLieux catalogue, LectureCriteres lecture, TimeProvider horloge)
    {
        if (await RechercheDemandee.LireOuRefuserAsync(contexte, catalogue, lecture) is not ({ } criteres, { } index))
        {
            return;
        }

        var aujourdhui = DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);
        if (EtiquetteDeLaRecherche.NonModifie(contexte, $"{index.Revision}-{aujourdhui.DayNumber:x}-{EtiquetteDeLaRecherche.Minute(criteres with { Comptes = false }):x}", 300))
        {
            return;
        }

        contexte.Response.ContentType = "text/csv; charset=utf-8";
        contexte.Response.Headers.ContentDisposition = $"attachment; filename=\"{aujourdhui:yyyy-MM-dd}_faireavec_lieux-de-mediation-numerique.csv\"";
        await using var sortie = new StreamWriter(contexte.Response.Body, new UTF8Encoding(false), 1 << 16);
        await sortie.WriteLineAsync(string.Join(',', FicheLieu.Colonnes));
        foreach (var trouve in index.Chercher(criteres with { Limite = RechercheDemandee.LimiteDUnFichier(contexte, criteres, index.Nombre), Comptes = false }).Lieux)
        {
            await sortie.WriteLineAsync(Ligne(index[trouve.Rang], aujourdhui).AsMemory(), contexte.RequestAborted);
        }
    }

    /// <summary>The row of a published place: a date that can't be believed is unknown.</summary>
    internal static string Ligne(Lieu l, DateOnly aujourdhui) => EcritureCsv.Ligne(l, DateDeMiseAJour.Croyable(l.DateMaj, aujourdhui));
}
