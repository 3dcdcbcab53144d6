using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FaireAvec.Comptes.Demonstration;

/// <summary>« GET /demo/connexion/{role} »: signs in as an invented person, in one click, on the embedded demonstration only. Elsewhere it doesn't exist.</summary>
internal static class ConnexionDeDemonstration
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/demo/connexion/{role}", async (string role, string? retour, HttpContext contexte, Ouverture ouverture) =>
    {
        if (Personas.Lire(role) is not { } persona)
        {
            return Results.NotFound();
        }

        await ouverture.OuvrirAsync(contexte, persona.Id, Facteur.Demonstration, postePartage: false, contexte.RequestAborted);
        contexte.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(Retour.Local(retour) ?? LiensComptes.Espace);
    }).ExcludeFromDescription().Droit(DroitRequis.Demonstration);
}
