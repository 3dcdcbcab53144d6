using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Imports;

/// <summary>A held import is published or refused: what it would do, why, then one write.</summary>
internal sealed class DeciderModel(FaireAvecDb db, Moissonneur moissonneur, ContexteEcriture ecriture) : PageModel
{
    public const int MotifMax = 500;

    /// <summary>"publier" or "refuser".</summary>
    [BindProperty(SupportsGet = true, Name = "vers")]
    public string? Vers { get; set; }

    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Motif { get; set; }

    public ImportDeLieux Import { get; private set; } = null!;

    public string NomDeLaSource { get; private set; } = "";

    /// <summary>False when somebody decided meanwhile.</summary>
    public bool EnAttente => Import.Statut == StatutImport.Retenu;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await LireAsync(id, annulation))
        {
            return NotFound();
        }

        if (!EnAttente)
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

        if (!ModelState.LireMotif(Motif, MotifMax, siVide: null, out var motif) || !this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        ecriture.Motif = motif;
        var resultat = Vers == "publier" ? await moissonneur.LibererAsync(id, annulation) : await moissonneur.RefuserAsync(id, annulation);
        if (!resultat.Reussi)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect($"{LiensDonnees.Import(id)}?fait={(Vers == "publier" ? "libere" : "refuse")}");
    }

    private async Task<bool> LireAsync(Guid id, CancellationToken annulation)
    {
        if (Vers is not ("publier" or "refuser") || await db.Set<ImportDeLieux>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, annulation) is not { } import)
        {
            return false;
        }

        Import = import;
        NomDeLaSource = await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == import.Source, annulation) is { } source ? Ecran.NomDe(source) : MotsDonnees.T("Imports.PlusieursSources");
        return true;
    }
}
