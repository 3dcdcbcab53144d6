using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;

/// <summary>« Annuler cet import »: what it would remove, what would stay, and the question.</summary>
internal sealed class AnnulerModel(FaireAvecDb db, ImportsDuMediateur imports, TravauxDesImports travaux, Demandeur demandeur) : PageDImport(imports, demandeur)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public bool Possible => Import.Etat == EtatDImport.Termine;

    /// <summary>Acts that it made and that are still there.</summary>
    public int Ajoutes { get; private set; }

    /// <summary>Those that somebody changed since.</summary>
    public int Changes { get; private set; }

    public Task OnGetAsync(CancellationToken annulation) => LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var annule = await Imports.AnnulerAsync(Import, annulation);
        if (!annule.Reussi)
        {
            db.ChangeTracker.Clear();
            await RechargerAsync(annulation);
            ModelState.AddModelError("", annule.Erreur!.Message);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await LireAsync(annulation);
            return Page();
        }

        await travaux.AttendreAsync(Id, Patience, annulation);
        return Redirect(LiensDesImports.Import(Id));
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var siens = db.Set<IdentifiantExterne>().Where(e => e.Import == Id && e.Cree).Join(db.Set<Activite>().Where(a => a.SupprimeeLe == null), e => e.Activite, a => a.Id, (e, a) => a.Version != e.Version);
        (Ajoutes, Changes) = (await siens.CountAsync(annulation), await siens.CountAsync(change => change, annulation));
    }
}
