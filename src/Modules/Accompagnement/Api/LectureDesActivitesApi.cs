using System.ComponentModel;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Api;

/// <summary>« GET /api/v1/activites »: another system of the organisation follows the acts as they change, those that are removed too. No total: it would be counted again at each page.</summary>
internal static class LectureDesActivitesApi
{
    /// <summary>
    /// An act that is being written has its instant already, and isn't seen yet: what is more recent than this comes at the next reading, so that a client that
    /// goes on from where it stopped misses nothing.
    /// </summary>
    public static readonly TimeSpan Recul = TimeSpan.FromSeconds(5);

    private const string Liste = "activites";

    private static readonly string[] Acceptes = ["du", "au", "modifiees_depuis", "type", "mediateur", "lieu", "apres", "taille"];

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/activites", ListerAsync).Droit(DroitsDeLAccompagnement.LireDesActivites)
            .WithName("ListerActivites").WithTags("Activités")
            .WithSummary("Les activités de votre organisation, dans l’ordre où elles ont changé")
            .WithDescription("« du », « au » : jour de l’activité (2026-11-25). « modifiees_depuis » : instant (2026-11-25T09:00:00Z). « type », « mediateur », « lieu ». « taille » de 1 à 500, 100 par défaut ; « apres » : la valeur de « suivant ». Celles qui ont été supprimées sont données avec « supprimee_le ». Ce qui a changé depuis moins de cinq secondes vient à la lecture suivante. Ni les personnes, ni les notes, ni la posture.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        endpoints.MapGet("/api/v1/activites/{id}", LireAsync).Droit(DroitsDeLAccompagnement.LireDesActivites)
            .WithName("LireActivite").WithTags("Activités")
            .WithSummary("Une activité de votre organisation")
            .WithDescription("L’ETag est sa version : If-None-Match répond 304 quand elle n’a pas changé, If-Match la corrige.")
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal static Task<Activite?> TrouverAsync(FaireAvecDb db, string id, Guid organisation, CancellationToken annulation) => Guid.TryParse(id, out var cherchee)
        ? db.Set<Activite>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == cherchee && a.Organisation == organisation, annulation)
        : Task.FromResult<Activite?>(null);

    private static async Task<Results<Ok<PageDActivitesJson>, ProblemHttpResult>> ListerAsync(HttpContext contexte, FaireAvecDb db, Demandeur demandeur, TimeProvider horloge, CancellationToken annulation)
    {
        var filtres = new FiltresDeLApi(contexte.Request.Query, Acceptes);
        var (du, au, depuis, curseur, taille) = (filtres.Jour("du"), filtres.Jour("au"), filtres.Instant("modifiees_depuis"), filtres.Curseur(Liste), filtres.Taille());
        var (type, mediateur, lieu) = (filtres.Parmi("type", TypesDActivite.Codes), filtres.Id("mediateur"), filtres.Texte("lieu"));
        filtres.EnOrdre(du, au);
        if (filtres.Fautes.Count > 0)
        {
            return Problemes.Refus(filtres.Fautes);
        }

        var organisation = demandeur.Identite!.Organisation ?? Guid.Empty;
        var jusqua = horloge.GetUtcNow() - Recul;
        var activites = db.Set<Activite>().AsNoTracking().Where(a => a.Organisation == organisation && a.ModifieeLe <= jusqua);
        if (curseur is { } c)
        {
            activites = activites.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.ModifieeLe, a.Id), ValueTuple.Create(c.Instant, c.Id)));
        }

        if (depuis is { } d)
        {
            activites = activites.Where(a => a.ModifieeLe >= d);
        }

        if (du is { } premier)
        {
            activites = activites.Where(a => a.Jour >= premier);
        }

        if (au is { } dernier)
        {
            activites = activites.Where(a => a.Jour <= dernier);
        }

        if (TypesDActivite.Lire(type) is { } regle)
        {
            activites = activites.Where(a => a.Type == regle.Type);
        }

        if (mediateur is { } auteur)
        {
            activites = activites.Where(a => a.Auteur == auteur);
        }

        if (lieu is not null)
        {
            activites = activites.Where(a => a.Lieu == lieu);
        }

        // One more says whether there is something after.
        var lues = await activites.OrderBy(a => a.ModifieeLe).ThenBy(a => a.Id).Take(taille + 1).ToListAsync(annulation);
        var suite = lues.Count > taille;
        var donnees = lues.Take(taille).ToList();
        return TypedResults.Ok(new PageDActivitesJson(donnees.ConvertAll(ActiviteLueJson.De), suite ? new CurseurDeLApi(donnees[^1].ModifieeLe, donnees[^1].Id).Ecrire(Liste) : null));
    }

    private static async Task<Results<Ok<ActiviteLueJson>, StatusCodeHttpResult, ProblemHttpResult>> LireAsync([Description("L’identifiant que vous avez donné à l’activité.")] string id, HttpContext contexte, FaireAvecDb db, Demandeur demandeur, CancellationToken annulation)
    {
        if (await TrouverAsync(db, id, demandeur.Identite!.Organisation ?? Guid.Empty, annulation) is not { } activite)
        {
            return Problemes.Introuvable(ErreursDeLApi.ActiviteIntrouvable);
        }

        contexte.Response.Headers.ETag = EtiquetteDeVersion.De(activite.Version);
        contexte.Response.Headers.CacheControl = "private, no-cache";
        return EtiquetteDeVersion.DejaLue(contexte.Request, activite.Version) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(ActiviteLueJson.De(activite));
    }
}
