using System.Text;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FaireAvec.Host.Site;

/// <summary>« POST /api/v1/sms/retours »: the gateway tells that somebody said stop, or that a message arrived. Its signature is its right.</summary>
internal static class RetoursDeSms
{
    public const string Adresse = "/api/v1/sms/retours";

    public static void MapRetoursDeSms(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Adresse, RecevoirAsync)
        .WithName("RecevoirRetourDeSms")
        .WithTags("SMS")
        .WithSummary("Ce que la passerelle SMS nous apprend : une réponse (« STOP ») ou l’arrivée d’un message.")
        .WithDescription("Signé comme nos webhooks, par l’en-tête FaireAvec-Signature et le secret des retours. « id » est celui de la passerelle : répété, le retour est refusé (409). Aucune réponse n’est gardée, sauf « STOP » : le numéro ne reçoit plus rien.")
        .Accepts<RetourJson>("application/json")
        .ProducesProblem(StatusCodes.Status409Conflict)
        .DisableAntiforgery()
        .RequireRateLimiting(Limites.Lecture)
        .Droit(DroitRequis.Public);

    private static async Task<Results<NoContent, ProblemHttpResult>> RecevoirAsync(HttpContext contexte, RetoursDeCourtsMessages retours, CancellationToken annulation)
    {
        var lu = await LireAsync(contexte, annulation) is { } corps
            ? await retours.RecevoirAsync(contexte.Request.Headers[SignatureDeWebhook.EnTete], corps, annulation)
            : RetoursDeCourtsMessages.TropGros;
        return lu.Erreur switch
        {
            null => TypedResults.NoContent(),
            { } e when e == RetoursDeCourtsMessages.DejaVu => Problemes.Conflit(e),
            { } e => Problemes.Refus(e),
        };
    }

    // The bytes as they came: they are what is signed. Null when there are too many.
    private static async Task<string?> LireAsync(HttpContext contexte, CancellationToken annulation)
    {
        if (contexte.Request.ContentLength > RetoursDeCourtsMessages.TailleMax)
        {
            return null;
        }

        if (contexte.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } taille)
        {
            taille.MaxRequestBodySize = RetoursDeCourtsMessages.TailleMax;
        }

        try
        {
            using var octets = new MemoryStream();
            await contexte.Request.Body.CopyToAsync(octets, annulation);
            return Encoding.UTF8.GetString(octets.GetBuffer(), 0, (int)octets.Length);
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }
}

/// <summary>What the gateway sends.</summary>
/// <param name="Id">The gateway's own, new for each return.</param>
/// <param name="Type">reponse, remise.</param>
/// <param name="Numero">Who answers, for reponse.</param>
/// <param name="Texte">What was answered, for reponse.</param>
/// <param name="Message">Id of the message, for remise.</param>
/// <param name="Etat">recu, non_recu, for remise.</param>
internal sealed record RetourJson(string Id, string Type, string? Numero = null, string? Texte = null, Guid? Message = null, string? Etat = null);
