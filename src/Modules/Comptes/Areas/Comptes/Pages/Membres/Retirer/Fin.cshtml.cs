using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Retirer;

/// <summary>Somebody leaves a role: access stops at once, what they did stays.</summary>
internal sealed class FinModel(FaireAvecDb db, AccesAuxOrganisations acces, GestionDesRoles roles, TimeProvider horloge) : PageDeRole(db, acces, roles, horloge)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        Response.StatusCode = Fini ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (!LireMotif(out var motif))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var finie = await Roles.TerminerAsync(Ligne, motif, annulation);
        if (finie.Reussi)
        {
            return Redirect($"{LiensMembres.MembresDe(Organisation.Id)}&fait=fini");
        }

        ModelState.Dire(finie.Erreurs);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
