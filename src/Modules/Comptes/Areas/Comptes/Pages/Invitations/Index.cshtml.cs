using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Invitations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Invitations;

/// <summary>What an invitation asks, for whoever holds its link: to sign in and accept, or to make an account first.</summary>
internal sealed class IndexModel(Acceptation acceptation, OuvertureApresInvitation ouverture, INomsDesComptes noms, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Jeton { get; set; } = "";

    [BindProperty]
    public string? Prenom { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    public InvitationMontree? Invitation { get; private set; }

    /// <summary>Why the link is worth nothing; null when it is good.</summary>
    public Erreur? Refus { get; private set; }

    public string? Par { get; private set; }

    public bool Connecte => demandeur.Connecte;

    /// <summary>True when the account that is signed in isn't the one of the invited address.</summary>
    public bool AutreCompte => demandeur.Identite is { } qui && qui.Compte != Invitation?.Compte;

    public string? NomDuConnecte => demandeur.Identite?.Nom;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (await LireAsync(annulation))
        {
            (Prenom, Nom) = (Invitation!.Prenom, Invitation.Nom);
            ModelState.Clear();
        }

        return Page();
    }

    /// <summary>Makes the account and leads to choosing a factor; or leads there again when the browser was closed in between.</summary>
    public async Task<IActionResult> OnPostCreerAsync(CancellationToken annulation)
    {
        if (!await LireAsync(annulation))
        {
            return Page();
        }

        var invitation = Invitation!;
        if (demandeur.Connecte)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (invitation.Compte is { } connu)
        {
            if (connu == invitation.CompteCree && await ouverture.OuvrirAsync(HttpContext, connu, LiensMembres.Invitation(Jeton), annulation) is { } reprise)
            {
                return Redirect(reprise);
            }

            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var compte = await acceptation.CreerLeCompteAsync(HttpContext, Jeton, Prenom, Nom, annulation);
        if (compte.Reussi)
        {
            return Redirect(await ouverture.OuvrirAsync(HttpContext, compte.Valeur, LiensMembres.Invitation(Jeton), annulation) ?? ConnexionPuisRetour());
        }

        ModelState.Dire(compte.Erreurs.Select(e => DansLaLangue(e.Champ is nameof(Prenom) or nameof(Nom) ? e : e with { Champ = null })));
        Response.StatusCode = compte.Erreur == ErreursComptes.CourrielPris ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostAccepterAsync(CancellationToken annulation)
    {
        if (!await LireAsync(annulation))
        {
            return Page();
        }

        if (demandeur.Identite is not { Session: not null } qui)
        {
            return Redirect(ConnexionPuisRetour());
        }

        var acceptee = await acceptation.AccepterAsync(HttpContext, Jeton, qui, annulation);
        if (acceptee.Reussi)
        {
            return Redirect(LiensComptes.Espace);
        }

        ModelState.Dire(acceptee.Erreurs.Select(e => DansLaLangue(e with { Champ = null })));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public string ConnexionPuisRetour() => $"{LiensComptes.Connexion}?retour={Uri.EscapeDataString(LiensMembres.Invitation(Jeton))}";

    private static Erreur DansLaLangue(Erreur erreur) => erreur with { Message = MotsInvitation.Erreur(erreur) };

    private async Task<bool> LireAsync(CancellationToken annulation)
    {
        // The address opens something: it goes to no cache, and to no other site.
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var lue = await acceptation.LireAsync(HttpContext, Jeton, annulation);
        if (!lue.Reussi)
        {
            Refus = lue.Erreur;
            Response.StatusCode = lue.Erreur == ErreursMembres.JetonInvalide ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
            return false;
        }

        Invitation = lue.Valeur;
        Par = await noms.NomAsync(lue.Valeur.InviteePar.ToString(), annulation);
        return true;
    }
}
