using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Retirer;

/// <summary>Somebody goes to work for another organisation, in the same role: one end and one beginning, at one instant.</summary>
internal sealed class TransfertModel(FaireAvecDb db, AccesAuxOrganisations acces, GestionDesRoles roles, TimeProvider horloge) : PageDeRole(db, acces, roles, horloge)
{
    /// <summary>Number of the organisation where they go.</summary>
    [BindProperty]
    public string? Vers { get; set; }

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

        var bon = LireMotif(out var motif);
        var numero = string.Concat((Vers ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        // Only where one may give roles: another one isn't there for who asks.
        var vers = numero.Length == 0 ? null : await Acces.Toutes(DroitsDesComptes.Inviter).FirstOrDefaultAsync(o => o.Numero == numero && o.FermeeLe == null && o.FusionneeDans == null, annulation);
        if (vers is null)
        {
            ModelState.AddModelError(nameof(Vers), MotsMembres.T("Transfert.Introuvable"));
        }

        if (!bon || vers is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var fait = await Roles.TransfererAsync(Ligne, vers, motif, annulation);
        if (fait.Reussi)
        {
            return Redirect($"{LiensMembres.MembresDe(vers.Id)}&fait=transfere");
        }

        ModelState.Dire(fait.Erreurs);
        Response.StatusCode = Fini ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }
}
