using System.Net.Http.Headers;
using System.Text.Json;
using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Comptes.Clients;

/// <summary>The embedded demonstration with its personas, and a module whose rights have scopes.</summary>
public sealed class SiteDesClients() : ApplicationDeTest(Reglages())
{
    public static ReglagesDeTest Reglages() => new() { Embarquee = true, Modules = [new ModuleAEtendues()] };

    public static Guid Mediatheque => Personas.IdDOrganisation(Personas.Mediatheque);

    private readonly SemaphoreSlim _personas = new(1, 1);
    private bool _presentes;

    /// <summary>A browser where somebody of this role is signed in.</summary>
    internal async Task<HttpClient> CommeAsync(Role role)
    {
        await PersonasAsync();
        var client = NouveauClient();
        using var reponse = await client.GetAsync($"/demo/connexion/{role.Cle()}");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, reponse.StatusCode);
        return client;
    }

    public async Task PersonasAsync()
    {
        await _personas.WaitAsync();
        try
        {
            if (!_presentes)
            {
                await AvecBaseAsync(async db =>
                {
                    await Personas.AjouterAsync(db, Horloge, CancellationToken.None);
                    return 0;
                }, "systeme:demarrage");
                _presentes = true;
            }
        }
        finally
        {
            _personas.Release();
        }
    }

    /// <summary>A client made by the operator, with its secret.</summary>
    internal async Task<SecretDonne> CreerAsync(Portee portee = Portee.National, string? departements = null, int limite = 1000, int dureeJours = 365, params string[] etendues)
    {
        await PersonasAsync();
        return await DansAsync(async s =>
        {
            var demande = new ClientDemande { Nom = "Logiciel d’essai", Etendues = etendues.Length == 0 ? ["essai:lire", "essai:ecrire"] : etendues, Portee = portee, Departements = departements, LimiteParSeconde = limite };
            return (await s.GetRequiredService<GestionDesClients>().CreerAsync(null, Mediatheque, demande, dureeJours, CancellationToken.None)).Valeur;
        }, "systeme:commande");
    }

    internal Task<T> SurAsync<T>(Guid client, Func<GestionDesClients, ClientApi, Task<T>> action) => DansAsync(async s =>
    {
        var gestion = s.GetRequiredService<GestionDesClients>();
        return await action(gestion, (await gestion.LireAsync(null, client, CancellationToken.None))!);
    }, "systeme:commande");

    internal async Task<string> JetonAsync(SecretDonne secret, string? scope = null)
    {
        using var reponse = await DemanderAsync(("grant_type", "client_credentials"), ("client_id", secret.Client.ToString()), ("client_secret", secret.Secret), ("scope", scope ?? ""));
        var corps = await reponse.Content.ReadAsStringAsync();
        Assert.True(reponse.IsSuccessStatusCode, corps);
        return JsonDocument.Parse(corps).RootElement.GetProperty("access_token").GetString()!;
    }

    public async Task<HttpResponseMessage> DemanderAsync(params (string Nom, string Valeur)[] champs)
    {
        using var contenu = new FormUrlEncodedContent(champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)));
        return await Client.PostAsync("/api/v1/jetons", contenu);
    }

    public async Task<HttpResponseMessage> AvecJetonAsync(HttpMethod verbe, string adresse, string jeton)
    {
        using var requete = new HttpRequestMessage(verbe, adresse);
        requete.Headers.Authorization = new AuthenticationHeaderValue("Bearer", jeton);
        return await Client.SendAsync(requete);
    }

    public Task<HttpResponseMessage> LireAsync(string adresse, string jeton) => AvecJetonAsync(HttpMethod.Get, adresse, jeton);

    /// <summary>Rights that clients may be given: one that managers have too, one that only the national team has.</summary>
    internal sealed class ModuleAEtendues : IModule
    {
        public string Nom => "Essai";

        public IReadOnlyList<string> Routes => ["api/v1/essai"];

        public IReadOnlyList<RegleDeDroit> Droits =>
        [
            new("essai.chose.lire", "Lire des choses", (Role.GestionnaireStructure, Portee.Organisation), (Role.AdministrateurNational, Portee.National)) { Etendue = "essai:lire" },
            new("essai.chose.ecrire", "Écrire des choses", (Role.GestionnaireStructure, Portee.Organisation)) { Etendue = "essai:ecrire" },
            new("essai.chose.tout", "Tout faire", (Role.AdministrateurNational, Portee.National)) { Etendue = "essai:tout" },
        ];

        public void MapEndpoints(IEndpointRouteBuilder endpoints)
        {
            endpoints.MapGet("/api/v1/essai/choses", (ContexteAcces acces, ContexteEcriture ecriture) => $"{acces.Role} {acces.Organisation} [{acces.Departements}] {ecriture.Acteur}").Droit("essai.chose.lire");
            endpoints.MapPost("/api/v1/essai/choses", () => "écrit").Droit("essai.chose.ecrire");
            endpoints.MapGet("/api/v1/essai/panne", string () => throw new InvalidOperationException("panne")).Droit("essai.chose.lire");
        }
    }
}

[CollectionDefinition(Nom)]
public sealed class CollectionDesClients : ICollectionFixture<SiteDesClients>
{
    public const string Nom = "clients";
}
