using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Modifier;

/// <summary>The places of the map where an organisation receives people.</summary>
internal sealed class LieuxModel(FaireAvecDb db, AccesAuxOrganisations acces, RegistreDesOrganisations registre, INomsDesLieux lieux) : PageModel
{
    [BindProperty]
    public string? Lieu { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public IReadOnlyList<(string Id, LieuNomme? Lieu)> Lieux { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (!Organisation.Ouverte)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var lie = await registre.LierLieuAsync(Organisation, Lieu, annulation);
        if (lie.Reussi)
        {
            return Redirect($"{LiensMembres.Organisation(id)}?fait=lieu");
        }

        ModelState.Dire(lie.Erreurs);
        Response.StatusCode = Organisation.Ouverte ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostRetirerAsync(Guid id, string? lieu, CancellationToken annulation) =>
        await TrouverAsync(id, annulation) && lieu is not null && await registre.DelierLieuAsync(Organisation, lieu, annulation)
            ? Redirect($"{LiensMembres.Organisation(id)}?fait=lieu-retire")
            : NotFound();

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        if (await acces.AModifierAsync(id, annulation) is not { } organisation)
        {
            return false;
        }

        Organisation = organisation;
        Lieux = [.. (await db.Set<LieuDOrganisation>().Where(l => l.Organisation == id).OrderBy(l => l.AjouteLe).Select(l => l.Lieu).ToListAsync(annulation)).Select(l => (l, lieux.Trouver(l)))];
        return true;
    }
}
