using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Imports;

/// <summary>Rolls a published import back: what would be undone and what would be left, why, then one write.</summary>
internal sealed class AnnulerModel(FaireAvecDb db, ApercuDAnnulation apercu, AnnulationDImport annulationDImport, ContexteEcriture ecriture) : PageModel
{
    /// <summary>Places named on the page; the others are counted.</summary>
    public const int Montres = 200;

    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Motif { get; set; }

    public ImportDeLieux Import { get; private set; } = null!;

    public IReadOnlyList<EffetDAnnulation> Effets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await LireAsync(id, annulation))
        {
            return NotFound();
        }

        if (Import.Statut != StatutImport.Publie)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await LireAsync(id, annulation))
        {
            return NotFound();
        }

        if (!ModelState.LireMotif(Motif, DeciderModel.MotifMax, MotsDonnees.T("Annuler.Motif.Vide"), out var motif) || !this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        ecriture.Motif = motif;
        var resultat = await annulationDImport.AnnulerAsync(id, annulation);
        if (!resultat.Reussi)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LiensDonnees.Import(id)}?fait=annule&conflits={resultat.Valeur.Conflits.Count}"));
    }

    private async Task<bool> LireAsync(Guid id, CancellationToken annulation)
    {
        if (await db.Set<ImportDeLieux>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, annulation) is not { } import)
        {
            return false;
        }

        Import = import;
        Effets = import.Statut == StatutImport.Publie ? await apercu.LireAsync(id, annulation) : [];
        return true;
    }
}
