using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Demo;

/// <summary>Signs in as an invented person, in one click, on the embedded demonstration only. Elsewhere it doesn't exist.</summary>
internal sealed class ConnexionModel(Ouverture ouverture) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string role, string? retour, CancellationToken annulation)
    {
        // On a base without its invented people (--empty), nobody is there to sign in as.
        if (Personas.Lire(role) is not { } persona || !await ouverture.ExisteAsync(persona.Id, annulation))
        {
            return NotFound();
        }

        await ouverture.OuvrirAsync(HttpContext, persona.Id, Facteur.Demonstration, postePartage: false, annulation);
        Response.Headers.CacheControl = "no-store";
        return LocalRedirect(Retour.Local(retour) ?? LiensComptes.Espace);
    }
}
