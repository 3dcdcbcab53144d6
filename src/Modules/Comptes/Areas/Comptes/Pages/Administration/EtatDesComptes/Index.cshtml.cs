using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Exploitation;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.EtatDesComptes;

/// <summary>Stops an account or restores it, with a reason. The form says which way: what somebody else did meanwhile isn't undone.</summary>
internal sealed class IndexModel(FaireAvecDb db, SuspensionDesComptes suspension) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    [BindProperty, TexteLibre]
    public string? Motif { get; set; }

    public Compte Compte { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation) => await TrouverAsync(annulation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] string? vers, CancellationToken annulation)
    {
        if (!await TrouverAsync(annulation) || vers is not (nameof(EtatDeCompte.Suspendu) or nameof(EtatDeCompte.Actif)))
        {
            return NotFound();
        }

        if (!this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var fait = await suspension.PasserAsync(Id, Enum.Parse<EtatDeCompte>(vers), Motif, annulation);
        if (fait.Reussi)
        {
            return Redirect($"{LiensDAdministration.Compte(Id)}?fait=etat");
        }

        ModelState.Dire(fait.Erreurs.Select(e => e with { Champ = e.Champ ?? nameof(Motif) }));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    // One that is closed or erased has no state to change.
    private async Task<bool> TrouverAsync(CancellationToken annulation)
    {
        var compte = await db.Set<Compte>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == Id && (c.Etat == EtatDeCompte.Actif || c.Etat == EtatDeCompte.Suspendu), annulation);
        Compte = compte!;
        return compte is not null;
    }
}
