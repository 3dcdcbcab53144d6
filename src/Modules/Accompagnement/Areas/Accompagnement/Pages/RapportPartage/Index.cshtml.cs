using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Accompagnement.Statistiques;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.RapportPartage;

/// <summary>A report by its link, for whoever has it: read only. A link that is wrong, too old or taken back gives the same page: which of them isn't said.</summary>
internal sealed class IndexModel(RapportsGardes rapports) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string Jeton { get; set; } = "";

    public Rapport? Rapport { get; private set; }

    public IReadOnlyList<BlocDeChiffres> Blocs { get; private set; } = [];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        // The address is the key: it goes to no other site.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        ViewData[Gabarit.Robots] = "noindex";
    }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        Rapport = await rapports.OuvrirAsync(Jeton, annulation);
        if (Rapport is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Blocs = RapportsGardes.Lire(Rapport.BlocsPourTous);
    }
}
