using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Sources;

/// <summary>A source is suspended, resumed or withdrawn: what it changes, why, then one write.</summary>
internal sealed class EtatModel(FaireAvecDb db, RegistreDesSources registre, ContexteEcriture ecriture) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "vers")]
    public EtatSource? Vers { get; set; }

    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Motif { get; set; }

    public Source Source { get; private set; } = null!;

    public bool Possible => EtatsSource.Permet(Source.Etat, Vers!.Value);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken annulation)
    {
        if (!await TrouverAsync(code, annulation))
        {
            return NotFound();
        }

        if (!Possible)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken annulation)
    {
        if (!await TrouverAsync(code, annulation))
        {
            return NotFound();
        }

        if (!ModelState.LireMotif(Motif, Imports.DeciderModel.MotifMax, siVide: null, out var motif) || !this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        ecriture.Motif = motif;
        if (!Possible || !(await registre.PasserAsync(code, Vers!.Value, annulation)).Reussi)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect($"{LiensDonnees.Source(code)}?fait={Vers}");
    }

    private async Task<bool> TrouverAsync(string code, CancellationToken annulation)
    {
        if (Vers is null || !Enum.IsDefined(Vers.Value) || await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, annulation) is not { } source)
        {
            return false;
        }

        Source = source;
        return true;
    }
}
