using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace FaireAvec.Comptes.Clients;

/// <summary>« POST /api/v1/jetons »: a client shows its secret and gets a token of one hour (OAuth 2.0, client credentials).</summary>
internal static class JetonsApi
{
    public static readonly TimeSpan Duree = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/api/v1/jetons", DonnerAsync)
        .Produces<JetonRefuse>(StatusCodes.Status400BadRequest)
        .Produces<JetonRefuse>(StatusCodes.Status401Unauthorized)
        .DisableAntiforgery()
        .WithName("DonnerUnJeton")
        .WithTags("Accès")
        .WithSummary("Demande un jeton d’accès d’une heure (OAuth 2.0, client_credentials).")
        .Droit(DroitRequis.Public);

    private static async Task<Results<Ok<JetonEmis>, JsonHttpResult<JetonRefuse>>> DonnerAsync(HttpContext contexte, Base donnees, TimeProvider horloge, CancellationToken annulation)
    {
        contexte.Response.Headers.CacheControl = "no-store";
        var (demande, refus) = await DemandeDeJeton.LireAsync(contexte.Request, annulation);
        if (refus is not null || demande is null)
        {
            return Refuser(contexte, refus!);
        }

        var maintenant = horloge.GetUtcNow();
        if (!Guid.TryParseExact(demande.Client, "D", out var client) || SecretsDApi.Empreinte(demande.Secret, SecretsDApi.PrefixeDeSecret) is not { } empreinte)
        {
            return Refuser(contexte, ErreursDeJeton.ClientRefuse);
        }

        if (await OuvrirAsync(donnees, client, empreinte, maintenant, annulation) is not { } ouvert)
        {
            return Refuser(contexte, ErreursDeJeton.ClientRefuse);
        }

        if (demande.Etendues.Except(ouvert.Etendues, StringComparer.Ordinal).Any())
        {
            return Refuser(contexte, ErreursDeJeton.EtendueRefusee(ouvert.Etendues));
        }

        var etendues = demande.Etendues.Count > 0 ? demande.Etendues.ToArray() : ouvert.Etendues;
        var fin = maintenant + Duree < ouvert.Fin ? maintenant + Duree : ouvert.Fin;
        var jeton = SecretsDApi.Nouveau(SecretsDApi.PrefixeDeJeton);
        await using var emission = donnees.Application.CreateCommand("SELECT comptes.emettre_jeton($1, $2, $3, $4, $5, $6)");
        emission.Parameters.AddWithValue(SecretsDApi.Empreinte(jeton));
        emission.Parameters.AddWithValue(client);
        emission.Parameters.AddWithValue(ouvert.Secret);
        emission.Parameters.AddWithValue(etendues);
        emission.Parameters.AddWithValue(maintenant.UtcDateTime);
        emission.Parameters.AddWithValue(fin.UtcDateTime);
        await emission.ExecuteNonQueryAsync(annulation);
        return TypedResults.Ok(new JetonEmis(jeton, "Bearer", (int)(fin - maintenant).TotalSeconds, string.Join(' ', etendues)));
    }

    private static async Task<(Guid Secret, string[] Etendues, DateTimeOffset Fin)?> OuvrirAsync(Base donnees, Guid client, byte[] empreinte, DateTimeOffset maintenant, CancellationToken annulation)
    {
        await using var commande = donnees.Application.CreateCommand("SELECT secret, etendues, fin FROM comptes.client_ouvert($1, $2, $3)");
        commande.Parameters.Add(new NpgsqlParameter { Value = client });
        commande.Parameters.Add(new NpgsqlParameter { Value = empreinte });
        commande.Parameters.Add(new NpgsqlParameter { Value = maintenant.UtcDateTime });
        await using var l = await commande.ExecuteReaderAsync(annulation);
        return await l.ReadAsync(annulation) ? (l.GetGuid(0), l.GetFieldValue<string[]>(1), l.GetFieldValue<DateTimeOffset>(2)) : null;
    }

    private static JsonHttpResult<JetonRefuse> Refuser(HttpContext contexte, RefusDeJeton refus)
    {
        var statut = refus.Mot == "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;
        if (statut == StatusCodes.Status401Unauthorized)
        {
            contexte.Response.Headers.WWWAuthenticate = "Basic realm=\"faireavec\"";
        }

        var faute = new FauteDuProbleme(refus.Erreur.Code, refus.Erreur.Champ, refus.Erreur.Message, refus.Erreur.ValeursAcceptees);
        return TypedResults.Json(new JetonRefuse(refus.Mot, refus.Description, [faute]), statusCode: statut);
    }
}
