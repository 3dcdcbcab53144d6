using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ParcoursUsager;

/// <summary>The public path, in five steps that one may skip, with the count of the places that answer. Nothing about anybody is sent.</summary>
internal sealed class IndexModel(ILieuxQuiPeuventRecevoir lieux, ITerritoires territoires, TimeProvider horloge) : PageModel
{
    public EtatDuParcours Etat { get; private set; } = null!;

    /// <summary>Places that answer so far; null before a town is known.</summary>
    public int? Nombre { get; private set; }

    public IReadOnlyList<LieuQuiRecoit> Lieux { get; private set; } = [];

    public DateOnly? Jour => Etat.Jour;

    public IActionResult OnGet()
    {
        ModelState.Clear();
        Etat = new EtatDuParcours(Request.Query, territoires, horloge.GetUtcNow());
        var demande = Etat.Demande;
        Nombre = demande is null ? null : lieux.Compter(demande);
        if (Etat.Etape == EtatDuParcours.Liste && demande is not null)
        {
            Lieux = lieux.Chercher(demande);
        }

        Response.StatusCode = Etat.CommuneInconnue || Etat.HeuresInversees ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Page();
    }
}
