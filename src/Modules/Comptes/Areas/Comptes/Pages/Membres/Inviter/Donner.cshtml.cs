using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Inviter;

/// <summary>One role more for somebody who works here already.</summary>
internal sealed class DonnerModel(FaireAvecDb db, AccesAuxOrganisations acces, ListeDesMembres membres, GestionDesRoles roles, ITerritoires territoires) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "organisation")]
    public Guid IdDOrganisation { get; set; }

    [BindProperty(SupportsGet = true, Name = "compte")]
    public Guid IdDeCompte { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public string? Departements { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public Compte Compte { get; private set; } = null!;

    public IReadOnlyList<Role> Donnables { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation))
        {
            return NotFound();
        }

        if (!Organisation.Ouverte || Compte.Etat != EtatDeCompte.Actif)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

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

        if (ClesDesRoles.Lire(Role) is not { } role)
        {
            ModelState.AddModelError(nameof(Role), ErreursMembres.RoleInconnu.Message);
        }
        else if (territoire is not null)
        {
            var donne = await roles.DonnerAsync(Compte, Organisation, role, territoire, null, annulation);
            if (donne.Reussi)
            {
                return Redirect($"{LiensMembres.MembresDe(Organisation.Id)}&fait=donne");
            }

            ModelState.Dire(donne.Erreurs);
        }

        Response.StatusCode = Organisation.Ouverte && Compte.Etat == EtatDeCompte.Actif ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> TrouverAsync(CancellationToken annulation)
    {
        if (await acces.TrouverAsync(IdDOrganisation, DroitsDesComptes.Inviter, annulation) is not { } organisation)
        {
            return false;
        }

        // Only somebody whom one sees; the national team may take anybody.
        var visible = acces.EstNational(DroitsDesComptes.Inviter) || await membres.Appartenances().AnyAsync(a => a.Compte == IdDeCompte, annulation);
        if (!visible || await db.Set<Compte>().SingleOrDefaultAsync(c => c.Id == IdDeCompte, annulation) is not { } compte)
        {
            return false;
        }

        (Organisation, Compte, Donnables) = (organisation, compte, roles.Donnables(organisation));
        return true;
    }
}
