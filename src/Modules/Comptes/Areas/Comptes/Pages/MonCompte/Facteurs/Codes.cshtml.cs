using FaireAvec.Comptes.Connexion;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte.Facteurs;

/// <summary>Ten new codes to print. Shown in this answer and never again.</summary>
internal sealed class CodesModel(Demandeur demandeur, FacteursDuCompte facteurs) : PageDuCompte(demandeur)
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        Codes = await facteurs.TirerDesCodesAsync(HttpContext, Moi, annulation);
        return Page();
    }
}
