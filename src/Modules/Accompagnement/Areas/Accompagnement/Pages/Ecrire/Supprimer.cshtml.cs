using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Ecrire;

/// <summary>Removes an act from the figures, and gives it back. Nothing is erased: what pointed at it still finds it.</summary>
internal sealed class SupprimerModel(FaireAvecDb db, CorrigerActivite corriger, Demandeur demandeur) : PageModel
{
    [BindProperty, TexteLibre]
    public string? Motif { get; set; }

    public Activite Activite { get; private set; } = null!;

    public bool Verrouillee { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation) =>
        !await TrouverAsync(id, annulation) ? NotFound() : Activite.SupprimeeLe is null ? Page() : Redirect(LiensAccompagnement.Activite(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (this.TextesLibresAcceptes())
        {
            var supprimee = await corriger.SupprimerAsync(Activite, Motif, annulation);
            if (supprimee.Reussi)
            {
                return Redirect($"{LiensAccompagnement.Activites}?supprimee={id}");
            }

            ModelState.AddModelError(nameof(Motif), supprimee.Erreur!.Message);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRetablirAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var retablie = await corriger.RetablirAsync(Activite, annulation);
        if (retablie.Reussi)
        {
            return Redirect(LiensAccompagnement.Activite(id));
        }

        // The period was closed since.
        ModelState.Clear();
        ModelState.AddModelError("", retablie.Erreur!.Message);
        return Page();
    }

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        var moi = demandeur.Identite!.Compte;
        if (await db.Set<Activite>().SingleOrDefaultAsync(a => a.Id == id && a.Auteur == moi, annulation) is not { } activite)
        {
            return false;
        }

        Activite = activite;
        Verrouillee = await corriger.EstVerrouilleeAsync(activite, annulation);
        return true;
    }
}
