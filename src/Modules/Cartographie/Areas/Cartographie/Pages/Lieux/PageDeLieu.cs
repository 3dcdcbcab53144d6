using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Lieux;

/// <summary>
/// The pages of one place share their address: « /lieux/{slug}-{id} ». The slug is for people: when it isn't the place's, the page sends to the right
/// address for ever; an id that no public place has is « introuvable ».
/// </summary>
internal abstract class PageDeLieu(CatalogueLieux catalogue, TimeProvider horloge) : PageModel
{
    public ConnaissanceDuLieu Connu { get; private set; } = null!;

    public Lieu Lieu => Connu.Lieu;

    protected IndexLieux Index { get; } = catalogue.Index;

    protected CompositionDesLieux Composition { get; } = catalogue.Composition;

    protected DateTimeOffset Maintenant { get; } = horloge.GetUtcNow();

    protected int Rang { get; private set; } = -1;

    /// <summary>Finds the place; null when it is found at its own address, otherwise what to answer.</summary>
    protected IActionResult? Trouver(string cle, Func<Lieu, string> adresse)
    {
        Rang = CleDeLieu.Rang(Index, cle);
        if (Rang < 0)
        {
            return NotFound();
        }

        Connu = new ConnaissanceDuLieu(Index, Rang, Maintenant);
        var juste = adresse(Lieu);
        // What was typed in a form isn't lost for a slug: only reads are sent elsewhere.
        return !(HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method)) || string.Equals(Uri.UnescapeDataString(juste), Request.Path.Value, StringComparison.Ordinal) ? null : RedirectPermanent(juste);
    }
}
