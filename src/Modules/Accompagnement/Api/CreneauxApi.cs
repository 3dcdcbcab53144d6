using System.ComponentModel;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Accompagnement.Api;

/// <summary>« GET /api/v1/creneaux »: what anybody may book at a place, as the page of booking shows it. Never with whom.</summary>
internal static class CreneauxApi
{
    private static readonly string[] Acceptes = ["lieu", "du", "au"];

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/v1/creneaux", LireAsync).Droit(DroitRequis.Public)
        .WithName("LireCreneaux").WithTags("Rendez-vous")
        .WithSummary("Les créneaux libres d’un lieu, réservables en ligne")
        .WithDescription("« lieu » : identifiant de la carte. « du », « au » : jours, à l’heure du lieu. Un créneau peut être pris entre la lecture et la réservation.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<CreneauxJson>, ProblemHttpResult>> LireAsync(
        HttpContext contexte, ReservationsPubliques reservations, ReperesDesLieux reperes, INomsDesLieux noms, CancellationToken annulation, [Description("Identifiant du lieu sur la carte.")] string? lieu = null)
    {
        var filtres = new FiltresDeLApi(contexte.Request.Query, Acceptes);
        var (voulu, du, au) = (filtres.Texte("lieu"), filtres.Jour("du"), filtres.Jour("au"));
        filtres.EnOrdre(du, au);
        if (filtres.Fautes.Count > 0)
        {
            return Problemes.Refus(filtres.Fautes);
        }

        if (voulu is null)
        {
            return Problemes.Refus(ErreursDeLApi.Valeur("lieu", "l’identifiant d’un lieu de la carte"));
        }

        if (reperes.Agenda(voulu) is not { } ou || noms.Trouver(voulu) is not { } nomme)
        {
            return Problemes.Introuvable(ErreursAgenda.Lieu with { Champ = "lieu" });
        }

        var (libres, _) = await reservations.LireAsync(ou.Id, annulation);
        var creneaux = libres
            .Where(c => HeuresLocales.Jour(ou.Fuseau, c.Debut) is var jour && (du is null || jour >= du) && (au is null || jour <= au))
            .GroupBy(c => (c.Debut, c.Fin)).OrderBy(g => g.Key.Debut).ThenBy(g => g.Key.Fin)
            .Select(g => new CreneauJson(g.Key.Debut, g.Key.Fin, g.Select(c => c.Compte).Distinct().Count())).ToList();
        contexte.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = ProchainsCreneaux.Memoire };
        return TypedResults.Ok(new CreneauxJson(ou.Id, ou.Fuseau, creneaux, LiensAgenda.Reserver(nomme.Page)));
    }
}
