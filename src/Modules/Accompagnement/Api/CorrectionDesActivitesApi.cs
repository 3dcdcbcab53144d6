using System.ComponentModel;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Api;

/// <summary>« PUT » and « DELETE /api/v1/activites/{id} »: another system of the organisation corrects or removes an act, by the same rules as the page. Sent again, nothing changes.</summary>
internal static class CorrectionDesActivitesApi
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut("/api/v1/activites/{id}", CorrigerAsync).Droit(DroitsDeLAccompagnement.EnvoyerDesActivites)
            .WithName("CorrigerActivite").WithTags("Activités")
            .WithSummary("Corrige une activité de votre organisation")
            .WithDescription("L’activité entière, et l’en-tête If-Match avec l’ETag lu (428 sans lui, 412 quand elle a changé depuis). Posture, motif « à la place », suite et notes restent quand ils ne sont pas donnés ; les personnes suivies restent. Après 30 jours, « motif » dit pourquoi. Envoyée deux fois, la même correction répond 200.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        endpoints.MapDelete("/api/v1/activites/{id}", SupprimerAsync).Droit(DroitsDeLAccompagnement.EnvoyerDesActivites)
            .WithName("SupprimerActivite").WithTags("Activités")
            .WithSummary("Supprime une activité de votre organisation : elle ne compte plus, et reste lisible avec « supprimee_le »")
            .WithDescription("If-Match est facultatif. Après 30 jours, le corps dit pourquoi : {\"motif\":\"…\"}. Supprimée deux fois, la réponse est la même.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<Results<Ok<ActiviteLueJson>, ProblemHttpResult>> CorrigerAsync(
        [Description("L’identifiant que vous avez donné à l’activité.")] string id, CorrectionJson correction, HttpContext contexte, FaireAvecDb db, Demandeur demandeur, AuNomDeLAuteur auNom, CancellationToken annulation)
    {
        if (await LectureDesActivitesApi.TrouverAsync(db, id, demandeur.Identite!.Organisation ?? Guid.Empty, annulation) is not { } trouvee)
        {
            return Problemes.Introuvable(ErreursDeLApi.ActiviteIntrouvable);
        }

        if (EtiquetteDeVersion.Voulue(contexte.Request) is not { } version)
        {
            return Problemes.ConditionManque(ErreursDeLApi.Preconditions);
        }

        if (correction.Mediateur != trouvee.Auteur)
        {
            return Problemes.Refus(ErreursDeLApi.MediateurChange);
        }

        if (correction.Id is { } dit && dit != trouvee.Id)
        {
            return Problemes.Refus(ErreursActivites.IdFaux);
        }

        var lue = correction.Lire();
        if (!lue.Reussi)
        {
            return Problemes.Refus(lue.Erreurs);
        }

        var corrigee = await auNom.FaireAsync(trouvee.Auteur, trouvee.Organisation, async services =>
        {
            var siens = services.GetRequiredService<FaireAvecDb>();
            var activite = await siens.Set<Activite>().SingleAsync(a => a.Id == trouvee.Id, annulation);
            var note = await siens.Set<NoteDActivite>().AsNoTracking().Where(n => n.Activite == activite.Id).Select(n => n.Texte).SingleOrDefaultAsync(annulation);
            var personnes = await siens.Set<UnAccompagnement>().AsNoTracking().Where(a => a.Activite == activite.Id).Select(a => a.Personne).ToListAsync(annulation);
            var saisie = lue.Valeur with
            {
                Posture = lue.Valeur.Posture ?? activite.Posture,
                MotifALaPlace = lue.Valeur.MotifALaPlace ?? (lue.Valeur.Posture is null ? activite.MotifALaPlace : null),
                Suite = lue.Valeur.Suite ?? activite.Suite,
                Notes = lue.Valeur.Notes ?? note,
                Etiquettes = correction.Etiquettes ?? activite.Etiquettes,
                Personnes = personnes,
            };
            if (TerritoireDuClient.Borne(demandeur.Identite)
                && await services.GetRequiredService<EnregistrerActivite>().VerifierAsync(saisie, activite.Id, activite.Auteur, activite.Organisation, activite.Origine, annulation) is { Reussi: true } verifiee
                && !TerritoireDuClient.Couvre(demandeur.Identite, verifiee.Valeur.Activite.Departement))
            {
                return ErreursDeLApi.HorsDuTerritoire;
            }

            return await services.GetRequiredService<CorrigerActivite>().CorrigerAsync(activite, saisie, version, correction.Motif, annulation, rejouable: true);
        });
        return corrigee.Reussi ? Dire(contexte, corrigee.Valeur) : Refuser(corrigee.Erreurs);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SupprimerAsync(
        [Description("L’identifiant que vous avez donné à l’activité.")] string id, HttpContext contexte, FaireAvecDb db, Demandeur demandeur, AuNomDeLAuteur auNom, CancellationToken annulation, [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] MotifJson? corps = null)
    {
        if (await LectureDesActivitesApi.TrouverAsync(db, id, demandeur.Identite!.Organisation ?? Guid.Empty, annulation) is not { } trouvee)
        {
            return Problemes.Introuvable(ErreursDeLApi.ActiviteIntrouvable);
        }

        if (trouvee.SupprimeeLe is not null)
        {
            return TypedResults.NoContent();
        }

        if (EtiquetteDeVersion.Voulue(contexte.Request) is { } version && version != trouvee.Version)
        {
            return Problemes.Depasse(ErreursDeLApi.VersionDepassee);
        }

        var faite = await auNom.FaireAsync(trouvee.Auteur, trouvee.Organisation, async services =>
        {
            var activite = await services.GetRequiredService<FaireAvecDb>().Set<Activite>().SingleAsync(a => a.Id == trouvee.Id, annulation);
            return await services.GetRequiredService<CorrigerActivite>().SupprimerAsync(activite, corps?.Motif, annulation);
        });
        return faite.Reussi ? TypedResults.NoContent() : Refuser(faite.Erreurs);
    }

    private static Ok<ActiviteLueJson> Dire(HttpContext contexte, Activite activite)
    {
        contexte.Response.Headers.ETag = EtiquetteDeVersion.De(activite.Version);
        return TypedResults.Ok(ActiviteLueJson.De(activite));
    }

    private static ProblemHttpResult Refuser(IReadOnlyList<Erreur> erreurs) =>
        erreurs.Any(e => e.Code == ErreursActivites.ModifieeEntreTemps.Code) ? Problemes.Depasse(ErreursDeLApi.VersionDepassee)
        : erreurs.Any(e => e.Code == ErreursActivites.JourneeTropPleine.Code || e.Code == ErreursActivites.Supprimee.Code || e.Code == ErreursDeStatistiques.Cloturee.Code) ? Problemes.Conflit(erreurs[0])
        : Problemes.Refus(erreurs);
}
