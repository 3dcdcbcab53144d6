using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>Addresses that go wrong in every way, as pages (« /essai/… ») and as an API (« /api/v1/essai/… »).</summary>
internal sealed class ModuleDEssai : IModule
{
    public string Nom => "Essai";

    public IReadOnlyList<string> Routes => ["essai", "api/v1/essai"];

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        foreach (var racine in (string[])["/essai", "/api/v1/essai"])
        {
            endpoints.MapGet($"{racine}/panne", string () => throw new InvalidOperationException("Un secret du serveur")).Droit(DroitRequis.Public);
            endpoints.MapGet($"{racine}/mauvais", string () => throw new BadHttpRequestException("Mal écrit")).Droit(DroitRequis.Public);
            endpoints.MapGet($"{racine}/lent", string () => throw new TimeoutException()).Droit(DroitRequis.Public);
            endpoints.MapGet($"{racine}/base", (FaireAvecDb db) => db.Database.SqlQueryRaw<int>("SELECT 1 AS \"Value\"").SingleAsync()).Droit(DroitRequis.Public);
            endpoints.MapGet($"{racine}/requete-fausse", (FaireAvecDb db) => db.Database.SqlQueryRaw<int>("SELECT 1 / 0 AS \"Value\"").SingleAsync()).Droit(DroitRequis.Public);
            endpoints.MapGet($"{racine}/visiteur", (HttpContext c) => $"{c.Connection.RemoteIpAddress} {c.Request.Scheme}").Droit(DroitRequis.Public);
            endpoints.MapPost($"{racine}/envoi", () => "reçu").Droit(DroitRequis.Public);
            endpoints.MapGet($"{racine}/nombre", (int n) => n).Droit(DroitRequis.Public);
            endpoints.MapGet($"{racine}/demonstration", () => "ouvert").Droit(DroitRequis.Demonstration);
            endpoints.MapGet($"{racine}/droit-inconnu", () => "ouvert").Droit("essai.chose.inconnue");
            endpoints.MapGet($"{racine}/sans-droit", () => "ouvert");
        }
    }
}
