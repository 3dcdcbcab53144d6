using FaireAvec.Comptes.Invitations;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Inviter;

/// <summary>Asks one person by mail to take a role.</summary>
internal sealed class InviterModel(AccesAuxOrganisations acces, GestionDesRoles roles, Demandeur demandeur, EnvoiDInvitations envoi, ITerritoires territoires) : PageDInvitation(acces, roles, demandeur)
{
    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty]
    public string? Prenom { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Departements { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        Response.StatusCode = Organisation.Ouverte ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        var territoire = Territoires.Lire(Departements, territoires);
        if (territoire is null)
        {
            ModelState.AddModelError(nameof(Departements), MotsMembres.T("Roles.Departements.Faux"));
        }
        else
        {
            var invitation = await envoi.InviterAsync(Organisation, new InvitationSaisie(Courriel, Prenom, Nom, ClesDesRoles.Lire(Role)) { Departements = territoire }, annulation);
            if (invitation.Reussi)
            {
                return Redirect($"{LiensMembres.Invitations}?organisation={Organisation.Id}&fait=envoyee");
            }

            ModelState.Dire(invitation.Erreurs);
        }

        Response.StatusCode = Organisation.Ouverte ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }
}
