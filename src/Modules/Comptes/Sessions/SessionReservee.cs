using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;

namespace FaireAvec.Comptes.Sessions;

/// <summary>Keeps the session of the request for one page.</summary>
internal sealed class SessionReservee(Ouverture ouverture, IHttpContextAccessor contexte, Demandeur demandeur) : ISessionReservee
{
    public Task ReserverAsync(string chemin, CancellationToken annulation) =>
        ouverture.ReserverAsync(contexte.HttpContext!, demandeur.Identite!.Session!.Value, chemin, annulation);
}
