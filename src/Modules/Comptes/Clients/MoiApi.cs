using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace FaireAvec.Comptes.Clients;

/// <summary>« GET /api/v1/moi »: who the holder of the token is, and what they may do. The first call of an integration.</summary>
internal static class MoiApi
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/v1/moi", Lire)
        .WithName("LireMoi")
        .WithTags("Accès")
        .WithSummary("Dit quel accès porte le jeton, ses étendues et son territoire.")
        .Droit(DroitRequis.Connecte);

    private static Ok<MoiJson> Lire(Demandeur demandeur)
    {
        var i = demandeur.Identite!;
        return TypedResults.Ok(new MoiJson(i.Compte, i.Nom, new OrganisationJson(i.Organisation!.Value, i.NomOrganisation!), i.Etendues, i.PorteeDuClient!.Value.ToString().ToLowerInvariant(), i.Departements));
    }

    /// <param name="ClientId">The client.</param>
    /// <param name="Nom">Its name.</param>
    /// <param name="Organisation">Who answers for it.</param>
    /// <param name="Etendues">Scopes of this token.</param>
    /// <param name="Portee">"organisation", "territoire" or "national".</param>
    /// <param name="Departements">Codes, when the scope is a territory.</param>
    internal sealed record MoiJson(Guid ClientId, string Nom, OrganisationJson Organisation, IReadOnlyList<string> Etendues, string Portee, IReadOnlyList<string> Departements);

    /// <param name="Id">Its id.</param>
    /// <param name="Nom">Its name.</param>
    internal sealed record OrganisationJson(Guid Id, string Nom);
}
