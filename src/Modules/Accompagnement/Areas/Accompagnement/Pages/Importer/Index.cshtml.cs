using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Fichiers;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;

/// <summary>A médiateur deposits the export of another tool, and finds their imports again.</summary>
[RequestSizeLimit(TailleMax + Marge)]
[RequestFormLimits(MultipartBodyLengthLimit = TailleMax + Marge)]
internal sealed class IndexModel(FaireAvecDb db, DepotDImport depot, TravauxDesImports travaux, Demandeur demandeur) : PageModel
{
    private const int TailleMax = ImportDActivites.TailleMaxMo * 1024 * 1024;

    // The other fields, and what the form puts around the file.
    private const int Marge = 64 * 1024;
    private const int Montres = 50;

    /// <summary>A file of a week is read before its page is shown.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    [BindProperty]
    public IFormFile? Fichier { get; set; }

    public IReadOnlyList<ImportDActivites> Liste { get; private set; } = [];

    /// <summary>The import of the same file that isn't over.</summary>
    public Guid? DejaLa => depot.DejaLa;

    public Task OnGetAsync(CancellationToken annulation) => LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var moi = demandeur.Identite!;
        if (Fichier is not { Length: > 0 } fichier)
        {
            // An empty file and no file look the same to a form.
            return await RefuserAsync(Fichier is null ? ErreursImports.FichierManque.Message : "Ce fichier est vide.", annulation);
        }

        if (fichier.Length > TailleMax)
        {
            return await RefuserAsync(ErreursImports.TropGros.Message, annulation);
        }

        var copie = FichierDePassage.Ouvrir();
        try
        {
            await fichier.CopyToAsync(copie, annulation);
        }
        catch
        {
            await copie.DisposeAsync();
            throw;
        }

        copie.Position = 0;
        var depose = await depot.DeposerAsync(copie, fichier.FileName, moi.Compte, moi.Organisation!.Value, moi.NomOrganisation, annulation);
        if (!depose.Reussi)
        {
            return await RefuserAsync(depose.Erreur!.Message, annulation);
        }

        await travaux.AttendreAsync(depose.Valeur.Id, Patience, annulation);
        return Redirect(depose.Valeur.Etat == EtatDImport.Colonnes ? LiensDesImports.Colonnes(depose.Valeur.Id) : LiensDesImports.Import(depose.Valeur.Id));
    }

    private async Task<IActionResult> RefuserAsync(string phrase, CancellationToken annulation)
    {
        ModelState.AddModelError(nameof(Fichier), phrase);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LireAsync(annulation);
        return Page();
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var moi = demandeur.Identite!.Compte;
        Liste = await db.Set<ImportDActivites>().AsNoTracking().Where(i => i.Auteur == moi).OrderByDescending(i => i.DeposeLe).Take(Montres).ToListAsync(annulation);
    }
}
