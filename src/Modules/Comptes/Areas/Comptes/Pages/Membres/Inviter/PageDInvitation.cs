using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Inviter;

/// <summary>What the pages that invite share: the organisation, and the roles that who asks may give there.</summary>
internal abstract class PageDInvitation(AccesAuxOrganisations acces, GestionDesRoles roles, Demandeur demandeur) : PageModel
{
    /// <summary>The organisation; the one that one works for now when it isn't said.</summary>
    [BindProperty(SupportsGet = true, Name = "organisation")]
    public Guid? IdDOrganisation { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public IReadOnlyList<Role> Donnables { get; private set; } = [];

    protected GestionDesRoles Roles { get; } = roles;

    protected async Task<bool> TrouverAsync(CancellationToken annulation)
    {
        if ((IdDOrganisation ?? demandeur.Identite?.Organisation) is not { } id || await acces.TrouverAsync(id, DroitsDesComptes.Inviter, annulation) is not { } organisation)
        {
            return false;
        }

        (Organisation, Donnables) = (organisation, Roles.Donnables(organisation));
        return true;
    }
}
