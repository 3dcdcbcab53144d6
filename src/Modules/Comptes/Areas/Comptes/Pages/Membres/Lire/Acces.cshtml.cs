using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Membres.Lire;

/// <summary>Who had access to what an organisation sees, on a day of the past.</summary>
internal sealed class AccesModel(AccesAuxOrganisations acces, QuiPouvait quiPouvait, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Le { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public IReadOnlyList<AccesCeJour>? Acces { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(id, DroitsDesComptes.LireLesMembres, annulation) is not { } organisation)
        {
            return NotFound();
        }

        Organisation = organisation;
        var aujourdhui = JourDeParis.De(horloge.GetUtcNow());
        if (Le is null && ModelState.IsValid)
        {
            Le = aujourdhui;
        }

        if (Le > aujourdhui)
        {
            ModelState.AddModelError(nameof(Le), MotsMembres.T("Acces.Futur"));
        }

        if (!ModelState.IsValid || Le is not { } jour)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Acces = await quiPouvait.LeAsync(id, jour, annulation);
        return Page();
    }
}
