using FaireAvec.Comptes.Areas.Comptes.Pages.Connexion;
using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Secours;

/// <summary>Somebody has lost everything: once the mailbox is proved, they ask two colleagues, and get the code to tell them.</summary>
internal sealed class IndexModel(EtapesDeConnexion etapes, SecoursADeux secours, AdresseDuSite adresse) : PageDeConnexion
{
    /// <summary>Null as long as the mailbox isn't proved.</summary>
    public EtapeDeConnexion? Etape { get; private set; }

    public DemandeDeSecours? Demande { get; private set; }

    public Task OnGetAsync(CancellationToken annulation) => LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        await LireAsync(annulation);
        if (Etape is null)
        {
            return Redirect($"{LiensComptes.Connexion}?recommencer=true");
        }

        if (adresse.De(Request) is not { } site)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        var demande = await secours.DemanderAsync(HttpContext, Etape, site, annulation);
        if (!demande.Reussi)
        {
            return Refuser(demande.Erreur!, demande.Erreur == ErreursDeConnexion.SecoursEnCours ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
        }

        return Redirect(LiensComptes.Secours);
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        Etape = await etapes.LireAsync(HttpContext, annulation);
        Demande = Etape is null ? null : await secours.EnCoursAsync(HttpContext, Etape.Compte.Id, annulation);
    }
}
