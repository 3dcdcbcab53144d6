using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Sources;

/// <summary>Changes what is known of a source.</summary>
internal sealed class ModifierModel(FaireAvecDb db, RegistreDesSources registre) : FormulaireDeSource
{
    public Source Source { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken annulation)
    {
        if (await TrouverAsync(code, annulation))
        {
            Remplir(Source);
            return Page();
        }

        return NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken annulation)
    {
        if (!await TrouverAsync(code, annulation))
        {
            return NotFound();
        }

        if (Lire(code) is { } demande)
        {
            var resultat = await registre.ModifierAsync(demande, annulation);
            if (resultat.Reussi)
            {
                return Redirect($"{LiensDonnees.Source(code)}?fait=modifiee");
            }

            Dire(resultat.Erreurs);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> TrouverAsync(string code, CancellationToken annulation)
    {
        if (await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, annulation) is not { } source)
        {
            return false;
        }

        Source = source;
        return true;
    }
}
