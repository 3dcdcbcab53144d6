using FaireAvec.Comptes.Exploitation;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Actes;

/// <summary>Ends a maintenance before its end.</summary>
internal sealed class RetirerLaMaintenanceModel(FaireAvecDb db, ReglagesDeLaPlateforme reglages, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public string Texte { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var texte = await db.Database.SqlQuery<string?>($"SELECT (SELECT texte FROM noyau.maintenances WHERE id = {Id} AND retiree_le IS NULL AND fin > {maintenant}) AS \"Value\"").SingleAsync(annulation);
        Texte = texte ?? "";
        return texte is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation) => await reglages.RetirerLaMaintenanceAsync(Id, annulation) ? Redirect(LiensDAdministration.Maintenance) : NotFound();
}
