using System.Net.Http.Headers;
using System.Net.Http.Json;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Tests.Integration.Comptes.Clients;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Integration.Accompagnement;

/// <summary>The embedded demonstration, people of it signed in, and a client of the API that may send acts for the invented library.</summary>
public sealed class SiteDesActivites : IAsyncLifetime
{
    public SiteDesClients Site { get; } = new();

    public static Guid Camille => Personas.Toutes.Single(p => p.Role == Role.Mediateur).Id;

    public static Guid Mediatheque => SiteDesClients.Mediatheque;

    private string _jeton = "";

    public async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        _jeton = await Site.JetonAsync(await Site.CreerAsync(Portee.Organisation, limite: 10_000, etendues: ["activites:ecrire"]));
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>An act of the usual kind, as another system sends it.</summary>
    public Dictionary<string, object?> Acte(Guid? id = null) => new()
    {
        ["id"] = id ?? Guid.CreateVersion7(),
        ["mediateur"] = Camille,
        ["type"] = "individuel",
        ["date"] = $"{Aujourdhui:yyyy-MM-dd}",
        ["duree_minutes"] = 45,
        ["type_de_lieu"] = "domicile",
        ["commune"] = "42218",
        ["thematiques"] = new[] { "email" },
        ["posture"] = new { faire_a_la_place = 10, faire_avec = 60, faire_faire = 30 },
    };

    public DateOnly Aujourdhui => JourDeParis.De(Site.Horloge.GetUtcNow());

    public async Task<HttpResponseMessage> EnvoyerAsync(object acte, string? jeton = null)
    {
        using var requete = new HttpRequestMessage(HttpMethod.Post, "/api/v1/activites") { Content = JsonContent.Create(acte) };
        requete.Headers.Authorization = new AuthenticationHeaderValue("Bearer", jeton ?? _jeton);
        return await Site.Client.SendAsync(requete);
    }
}

[CollectionDefinition(Nom)]
public sealed class CollectionDesActivites : ICollectionFixture<SiteDesActivites>
{
    public const string Nom = "activites";
}
