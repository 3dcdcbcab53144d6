using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.MonCompte.Courriel;

/// <summary>Another address: a link goes to both, both have to say yes.</summary>
internal sealed class IndexModel(FaireAvecDb db, Demandeur demandeur, ChangementsDeCourriel changements, AdresseDuSite adresse) : PageDuCompte(demandeur)
{
    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty(SupportsGet = true, Name = "envoye")]
    public bool Envoye { get; set; }

    public string Actuel { get; private set; } = "";

    public Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return LireAsync(annulation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await LireAsync(annulation);
        if (adresse.De(Request) is not { } site)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        var demande = await changements.DemanderAsync(HttpContext, Moi, Courriel, site, annulation);
        return demande.Reussi ? Redirect($"{LiensComptes.MonCourriel}?envoye=true") : Refuser(demande.Erreur!);
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var moi = Moi;
        Actuel = await db.Set<Compte>().Where(c => c.Id == moi).Select(c => c.Courriel).SingleAsync(annulation);
    }
}
