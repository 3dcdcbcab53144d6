using FaireAvec.Cartographie.NosLieux;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.NosLieux;

/// <summary>The places of one's organisation: what is missing, what nobody confirmed for six months, and « tout est à jour » in one gesture.</summary>
internal sealed class IndexModel(LieuxDeLOrganisation lieux) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public IReadOnlyList<LieuTenu> Lieux { get; private set; } = [];

    public IReadOnlyList<LieuTenu> AConfirmer => [.. Lieux.Where(l => l.AConfirmer)];

    public async Task OnGetAsync(CancellationToken annulation) => Lieux = [.. (await lieux.ListerAsync(annulation)).OrderByDescending(l => l.AConfirmer).ThenBy(l => l.Nom, StringComparer.CurrentCulture)];

    /// <summary>One place, or all those that are to be confirmed.</summary>
    public async Task<IActionResult> OnPostConfirmerAsync(string? lieu, CancellationToken annulation)
    {
        var tous = await lieux.ListerAsync(annulation);
        List<LieuTenu> vises = [.. lieu is null ? tous.Where(l => l.AConfirmer) : tous.Where(l => l.Id == lieu)];
        if (lieu is not null && vises.Count == 0)
        {
            return NotFound();
        }

        var confirmes = await lieux.ConfirmerAsync(vises, annulation);
        return Redirect($"{LiensDonnees.NosLieux}?fait={(confirmes.Valeur > 0 ? "confirme" : "deja")}");
    }
}
