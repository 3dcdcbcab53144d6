using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Orienter;

/// <summary>The card that the person takes with them, in large type.</summary>
internal sealed class ImprimerModel(FaireAvecDb db, ILieuxQuiPeuventRecevoir lieux, Demandeur demandeur, IConfiguration configuration, TimeProvider horloge) : PageModel
{
    public Orientation Orientation { get; private set; } = null!;

    public LieuQuiRecoit? Lieu { get; private set; }

    public string EditeLe { get; private set; } = "";

    /// <summary>Page of the place, for the code.</summary>
    public string? Absolue => Lieu is { } l ? $"{Request.Site(configuration)}{l.Lieu.Page}" : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        var moi = demandeur.Identite!.Compte;
        if (await db.Set<Orientation>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.Auteur == moi, annulation) is not { } orientation)
        {
            return NotFound();
        }

        var maintenant = horloge.GetUtcNow();
        (Orientation, Lieu, EditeLe) = (orientation, lieux.Trouver(orientation.Lieu, maintenant), Affichage.Jour(JourDeParis.De(maintenant)));
        return Page();
    }
}
