using Microsoft.AspNetCore.Http;

namespace FaireAvec.Kernel.Securite;

/// <summary>What a client of the API may still ask for.</summary>
/// <param name="Permis">False: it asked too often, and waits <paramref name="Attente"/>.</param>
/// <param name="Limite">Requests that it may send at once.</param>
/// <param name="Reste">Of them, how many are left.</param>
/// <param name="Retour">When all of them are back.</param>
/// <param name="Attente">When the next one is back.</param>
public readonly record struct Passage(bool Permis, int Limite, int Reste, TimeSpan Retour, TimeSpan Attente);

/// <summary>How the request of a client ended, for its count of use.</summary>
public enum IssueDeDemande
{
    /// <summary>Answered.</summary>
    Servie,

    /// <summary>Refused: the client's fault.</summary>
    Refusee,

    /// <summary>Sent back because of its limit.</summary>
    Limitee,

    /// <summary>Failed: our fault.</summary>
    Panne,
}

/// <summary>The clients of the API, as the pipeline of requests sees them. Everything is in memory: thousands of requests a second come through here.</summary>
public interface IClientsDeLApi
{
    /// <summary>True when the request shows a token that this node has just checked: it is then limited by client, not by address.</summary>
    bool EnMemoire(HttpRequest requete);

    /// <summary>Takes one request from what the client may send.</summary>
    Passage Passer(Guid client);

    /// <summary>Counts one request in the client's use of the day.</summary>
    void Compter(Guid client, IssueDeDemande issue);
}
