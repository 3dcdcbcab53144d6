using System.Globalization;
using FaireAvec.Cartographie.Integration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Integrer;

/// <summary>
/// « /integrer/couleurs.css »: the colours of a frame as a style sheet of ours, since no page takes a style written in it. Made of colours that were read, never
/// of what was typed. Without any, there is nothing to say: the frame has ours.
/// </summary>
internal sealed class CouleursModel : PageModel
{
    public IActionResult OnGet()
    {
        var reglages = ReglagesDIntegration.Lire(Request.Query).Reglages;
        if (reglages.Feuille is null)
        {
            return NotFound();
        }

        var theme = reglages.Theme;
        Response.Headers.CacheControl = "public, max-age=86400";
        return Content(string.Create(CultureInfo.InvariantCulture, $":root{{--fond:{theme.Fond};--texte:{theme.Texte};--couleur:{theme.Accent};--sur-couleur:{theme.SurAccent}}}\n"), "text/css; charset=utf-8");
    }
}
