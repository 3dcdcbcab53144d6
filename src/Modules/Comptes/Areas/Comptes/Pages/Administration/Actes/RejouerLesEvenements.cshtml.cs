using FaireAvec.Comptes.Exploitation;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Actes;

/// <summary>Puts given-up deliveries back in the queue: of one event, or all of them.</summary>
internal sealed class RejouerLesEvenementsModel(FaireAvecDb db, ReglagesDeLaPlateforme reglages) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "evenement")]
    public Guid? Evenement { get; set; }

    public int Nombre { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        Nombre = await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM noyau.livraisons WHERE morte_le IS NOT NULL AND ({Evenement == null} OR evenement = {Evenement})").SingleAsync(annulation);
        return ModelState.IsValid && Nombre > 0 ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation) =>
        ModelState.IsValid && await reglages.RejouerAsync(Evenement, annulation) > 0 ? Redirect($"{LiensDAdministration.Evenements}?fait=rejoue") : NotFound();
}
