using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Exactitude;

/// <summary>Where the link of a reminder leads. Reading it changes nothing: programs that look at mail follow links too. Only the button confirms.</summary>
internal sealed class IndexModel(ExactitudeDesSources exactitude) : PageModel
{
    /// <summary>Null when the link says nothing any more.</summary>
    public Source? Source { get; private set; }

    public int Lieux { get; private set; }

    public bool Confirme { get; private set; }

    public async Task<IActionResult> OnGetAsync(string jeton, CancellationToken annulation) => await LireAsync(jeton, annulation);

    public async Task<IActionResult> OnPostAsync(string jeton, CancellationToken annulation)
    {
        if (await exactitude.ConfirmerAsync(jeton, annulation) is not { } lieux)
        {
            return await LireAsync(jeton, annulation);
        }

        (Confirme, Lieux) = (true, lieux);
        return Page();
    }

    private async Task<IActionResult> LireAsync(string jeton, CancellationToken annulation)
    {
        // The address holds the link's secret: it isn't given to the next site.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-cache, no-store";
        if (await exactitude.TrouverAsync(jeton, annulation) is var (source, lieux))
        {
            (Source, Lieux) = (source, lieux);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Page();
    }
}
