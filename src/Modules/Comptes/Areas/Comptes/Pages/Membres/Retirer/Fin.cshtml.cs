using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Retirer;

/// <summary>Somebody leaves a role: access stops at once, what they did stays.</summary>
internal sealed class FinModel(FaireAvecDb db, AccesAuxOrganisations acces, GestionDesRoles roles, TimeProvider horloge) : PageDeRole(db, acces, roles, horloge)
{
    /// <summary>Other systems that this person let in for the organisation: they may know the secrets.</summary>
    public IReadOnlyList<string> Logiciels { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        Logiciels = await Db.Set<ClientApi>().Where(c => c.Responsable == Ligne.Compte && c.Organisation == Organisation.Id && c.RevoqueLe == null).OrderBy(c => c.Nom).Select(c => c.Nom).ToListAsync(annulation);
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
