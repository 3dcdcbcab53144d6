using System.Collections.Concurrent;
using System.Diagnostics;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Comptes.Clients;

/// <summary>What the pipeline of requests asks of the clients: known, within their limit, counted.</summary>
internal sealed class ClientsDeLApi(ClientsEnMemoire memoire, UsagesDesClients usages) : IClientsDeLApi
{
    private const string Porteur = "Bearer ";

    private readonly ConcurrentDictionary<Guid, SeauDeDemandes> _seaux = new();
    private readonly ConcurrentDictionary<Guid, int> _limites = new();

    public bool EnMemoire(HttpRequest requete) => Jeton(requete) is { } jeton && memoire.EnMemoire(jeton) is not null;

    public Passage Passer(Guid client)
    {
        var limite = _limites.GetValueOrDefault(client, ClientApi.LimiteParDefaut);
        var seau = _seaux.AddOrUpdate(client, static (_, l) => new SeauDeDemandes(l), static (_, s, l) => s.ParSeconde == l ? s : new SeauDeDemandes(l), limite);
        return seau.Prendre(Stopwatch.GetElapsedTime(0));
    }

    public void Compter(Guid client, IssueDeDemande issue) => usages.Compter(client, issue);

    /// <summary>Told by authentication, which has just read it.</summary>
    public void Noter(ClientConnu client)
    {
        if (!_limites.TryGetValue(client.Identite.Compte, out var limite) || limite != client.LimiteParSeconde)
        {
            _limites[client.Identite.Compte] = client.LimiteParSeconde;
        }
    }

    /// <summary>The token that the request shows; null without one.</summary>
    public static string? Jeton(HttpRequest requete) =>
        requete.Headers.Authorization is [{ } entete] && entete.StartsWith(Porteur, StringComparison.OrdinalIgnoreCase) ? entete[Porteur.Length..].Trim() : null;
}
