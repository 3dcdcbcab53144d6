using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Invitations;

/// <summary>Opens a session that the link alone has opened, and leads to the account, where one chooses a factor.</summary>
internal sealed class OuvertureApresInvitation(Ouverture ouverture, IServiceScopeFactory portees) : IOuvertureApresInvitation
{
    public async Task<string> OuvrirAsync(HttpContext contexte, Guid compte, string retour, CancellationToken annulation)
    {
        await ouverture.OuvrirAsync(contexte, compte, Facteur.LienDInvitation, postePartage: false, annulation);
        return $"{LiensComptes.MonCompte}?retour={Uri.EscapeDataString(retour)}";
    }

    public Task<bool> SansFacteurAsync(HttpContext contexte, Guid compte, CancellationToken annulation) => portees.EnSystemeAsync("systeme:connexion", contexte, compte, async services =>
        !await services.GetRequiredService<FaireAvecDb>().Set<Session>().AnyAsync(s => s.Compte == compte && s.Facteur != Facteur.LienDInvitation, annulation));
}
