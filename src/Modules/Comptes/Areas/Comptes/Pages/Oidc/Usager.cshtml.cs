using FaireAvec.Comptes.Oidc;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Contracts.Territoires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Oidc;

/// <summary>What FranceConnect said of the person in front of the screen, and how to erase it.</summary>
internal sealed class UsagerModel(FournisseursOidc fournisseurs, UsagerIdentifie usager, ITerritoires territoires) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "oublie")]
    public bool Oublie { get; set; }

    public IdentitePivot? Identite { get; private set; }

    public string? Commune => Identite?.LieuDeNaissance is { } code ? territoires.Commune(code)?.Nom ?? code : null;

    public IActionResult OnGet()
    {
        if (fournisseurs.FranceConnect is null)
        {
            return NotFound();
        }

        Identite = usager.Courant;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public IActionResult OnPost()
    {
        usager.Oublier();
        return LocalRedirect($"{AdressesOidc.Usager}?oublie=true");
    }
}
