using FaireAvec.Comptes.Exploitation;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Actes;

/// <summary>Runs a job now. A failure of it that waited is then marked as taken up.</summary>
internal sealed class LancerLaTacheModel(FaireAvecDb db, RelanceDeTaches relance, ReglagesDeLaPlateforme reglages) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nom")]
    public string Nom { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation) => await ConnueAsync(annulation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!await ConnueAsync(annulation))
        {
            return NotFound();
        }

        await reglages.NoterLeLancementAsync(Nom, annulation);
        var echec = await db.Database.SqlQuery<Guid?>($"SELECT (SELECT id FROM noyau.taches_echouees WHERE tache = {Nom} AND relancee_le IS NULL ORDER BY instant DESC LIMIT 1) AS \"Value\"").SingleAsync(annulation);
        return (echec is { } id ? await relance.RelancerAsync(id, annulation) is not null : await relance.LancerAsync(Nom, annulation))
            ? Redirect($"{LiensDAdministration.Taches}?fait=lancee")
            : NotFound();
    }

    private Task<bool> ConnueAsync(CancellationToken annulation) =>
        db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM taches.qrtz_job_details WHERE job_name = {Nom}) AS \"Value\"").SingleAsync(annulation);
}
