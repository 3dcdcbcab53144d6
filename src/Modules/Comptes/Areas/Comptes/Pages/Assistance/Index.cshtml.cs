using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Assistance;

/// <summary>The support looks at somebody's screen, with the code that the person reads out, and says why. Read-only, thirty minutes.</summary>
internal sealed class IndexModel(RegardDuSupport regard, ContexteEcriture ecriture) : PageModel
{
    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    [TexteLibre]
    public string? Motif { get; set; }

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var motif = Motif?.Trim() ?? "";
        if (motif.Length is 0 or > Consultation.PourquoiMax)
        {
            ModelState.Dire(motif.Length == 0 ? ErreursDeDonnees.MotifManque : ErreursDeDonnees.MotifLong);
        }

        if (!(this.TextesLibresAcceptes() & ModelState.IsValid))
        {
            return Page();
        }

        ecriture.Motif = motif;
        var commence = await regard.CommencerAsync(HttpContext, Courriel, Code, motif, annulation);
        if (!commence.Reussi)
        {
            ModelState.Dire(commence.Erreur!);
            Response.StatusCode = commence.Erreur == ErreursDeDonnees.RegardInterdit ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
            return Page();
        }

        return Redirect(LiensComptes.Espace);
    }
}
