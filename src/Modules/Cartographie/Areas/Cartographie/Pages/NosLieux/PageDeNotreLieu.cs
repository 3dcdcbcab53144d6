using FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;
using FaireAvec.Cartographie.NosLieux;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.NosLieux;

/// <summary>What the pages of one place of the organisation share: the place, found among those of the organisation only.</summary>
internal abstract class PageDeNotreLieu(LieuxDeLOrganisation lieux) : PageModel
{
    public LieuTenu Lieu { get; private set; } = null!;

    protected LieuxDeLOrganisation Lieux { get; } = lieux;

    protected async Task<bool> TrouverAsync(string id, CancellationToken annulation)
    {
        if (await Lieux.TrouverAsync(id, annulation) is not { } lieu)
        {
            return false;
        }

        Lieu = lieu;
        return true;
    }

    /// <summary>What was typed stays; what is wrong with it is ours to say, in our words.</summary>
    protected void SansPhrases()
    {
        foreach (var entree in ModelState.Values)
        {
            entree.Errors.Clear();
        }
    }

    /// <summary>The page again, with what was refused: 409 when the place isn't as the page said, 400 for what was typed.</summary>
    protected PageResult Refuser(IReadOnlyList<Erreur> erreurs)
    {
        ModelState.Dire(erreurs);
        Response.StatusCode = erreurs.Any(e => e.Code is "CAR-563" or "CAR-564" or "CAR-565" or "CAR-524") ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }
}
