using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FaireAvec.Accompagnement.Api;

/// <summary>« POST /api/v1/activites »: another system records an act, in the name of a médiateur of its organisation.</summary>
internal static class ActivitesApi
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/v1/activites", EnregistrerAsync)
        .WithName("EnregistrerActivite")
        .WithTags("Activités")
        .WithSummary("Enregistre une activité. L’identifiant vient de vous : envoyée deux fois, elle est gardée une fois (201, puis 200).")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .Droit(DroitsDeLAccompagnement.EnvoyerDesActivites);

    private static async Task<Results<Created<ActiviteGardeeJson>, Ok<ActiviteGardeeJson>, ProblemHttpResult>> EnregistrerAsync(
        ActiviteJson activite, Demandeur demandeur, EnregistrerActivite enregistrer, CancellationToken annulation)
    {
        var lue = activite.Lire();
        if (!lue.Reussi)
        {
            return Problemes.Refus(lue.Erreurs);
        }

        var client = demandeur.Identite!;
        if (TerritoireDuClient.Borne(client))
        {
            var verifiee = await enregistrer.VerifierAsync(lue.Valeur, activite.Id, activite.Mediateur, client.Organisation ?? Guid.Empty, OrigineDActivite.Api, annulation);
            if (verifiee.Reussi && !TerritoireDuClient.Couvre(client, verifiee.Valeur.Activite.Departement))
            {
                return Problemes.Refus(ErreursDeLApi.HorsDuTerritoire);
            }
        }

        var gardee = await enregistrer.ExecuterAsync(lue.Valeur, activite.Id, activite.Mediateur, demandeur.Identite!.Organisation ?? Guid.Empty, OrigineDActivite.Api, annulation);
        if (!gardee.Reussi)
        {
            return gardee.Erreur!.Code == ErreursActivites.IdDejaPris.Code || gardee.Erreur.Code == ErreursActivites.JourneeTropPleine.Code || gardee.Erreur.Code == ErreursDeStatistiques.Cloturee.Code
                ? Problemes.Conflit(gardee.Erreur)
                : Problemes.Refus(gardee.Erreurs);
        }

        var json = new ActiviteGardeeJson(gardee.Valeur.Id);
        return gardee.Valeur.Nouvelle ? TypedResults.Created((string?)null, json) : TypedResults.Ok(json);
    }
}
