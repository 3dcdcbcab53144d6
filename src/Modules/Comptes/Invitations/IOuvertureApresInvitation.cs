using Microsoft.AspNetCore.Http;

namespace FaireAvec.Comptes.Invitations;

/// <summary>What happens to somebody whose account a link of invitation has just made: they are signed in just enough to choose how they will sign in.</summary>
internal interface IOuvertureApresInvitation
{
    /// <summary>Opens the session and says where to lead the browser. They come back to <paramref name="retour"/> to accept, once they have a factor.</summary>
    Task<string> OuvrirAsync(HttpContext contexte, Guid compte, string retour, CancellationToken annulation);

    /// <summary>
    /// True while the account has no factor at all, so that the link that made it may open it again (the browser was closed in the middle). As soon as it has one, the link alone opens nothing.
    /// </summary>
    Task<bool> SansFacteurAsync(HttpContext contexte, Guid compte, CancellationToken annulation);
}
