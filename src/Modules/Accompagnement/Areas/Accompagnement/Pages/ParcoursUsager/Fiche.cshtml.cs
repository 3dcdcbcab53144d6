using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ParcoursUsager;

/// <summary>The sheet of orientation to print. Who goes and who sends are written in the browser, or by hand: nothing of it is sent or kept.</summary>
internal sealed class FicheModel(ILieuxQuiPeuventRecevoir lieux, ITerritoires territoires, IConfiguration configuration, TimeProvider horloge) : PageModel
{
    public LieuQuiRecoit Lieu { get; private set; } = null!;

    public BesoinDOrientation? Besoin { get; private set; }

    public string Retour { get; private set; } = "";

    public string EditeLe { get; private set; } = "";

    public string Absolue => $"{Request.Site(configuration)}{Lieu.Lieu.Page}";

    public IActionResult OnGet(string? lieu)
    {
        ModelState.Clear();
        var maintenant = horloge.GetUtcNow();
        if (lieux.Trouver(lieu, maintenant) is not { } trouve)
        {
            return NotFound();
        }

        var etat = new EtatDuParcours(Request.Query, territoires, maintenant);
        (Lieu, Besoin, Retour, EditeLe) = (trouve, etat.Besoin, etat.VersLEtape(EtatDuParcours.Liste), Affichage.Jour(JourDeParis.De(maintenant)));
        return Page();
    }
}
