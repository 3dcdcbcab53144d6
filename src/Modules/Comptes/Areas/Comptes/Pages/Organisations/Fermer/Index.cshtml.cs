using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Droits;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Fermer;

/// <summary>Closes an organisation: what ends, why, then one write. A closed one is opened again from here.</summary>
internal sealed class IndexModel(AccesAuxOrganisations acces, FermetureDOrganisation fermeture) : PageModel
{
    [BindProperty, TexteLibre]
    public string? Motif { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public ApercuDeFermeture Apercu { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        Response.StatusCode = Organisation.FusionneeDans is null && Apercu.Empechement is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (!this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var fermee = await fermeture.FermerAsync(id, Motif, annulation);
        if (fermee.Reussi)
        {
            return Redirect($"{LiensMembres.Organisation(id)}?fait=fermee");
        }

        ModelState.Dire(fermee.Erreurs);
        Response.StatusCode = fermee.Erreur!.Champ is null ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostRouvrirAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var rouverte = await fermeture.RouvrirAsync(id, annulation);
        if (rouverte.Reussi)
        {
            return Redirect($"{LiensMembres.Organisation(id)}?fait=rouverte");
        }

        ModelState.Dire(rouverte.Erreurs);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        if (await acces.TrouverAsync(id, DroitsDesComptes.FermerUneOrganisation, annulation) is not { } organisation)
        {
            return false;
        }

        (Organisation, Apercu) = (organisation, await fermeture.ApercuAsync(id, annulation));
        return true;
    }
}
