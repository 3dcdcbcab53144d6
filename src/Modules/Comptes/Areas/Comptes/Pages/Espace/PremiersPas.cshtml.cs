using FaireAvec.Comptes.PremiersPas;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Espace;

/// <summary>The list of first steps, hidden or not; ticks a step, hides the list, shows it again.</summary>
internal sealed class PremiersPasModel(ListeDesPremiersPas liste) : PageModel
{
    public IReadOnlyList<PasMontre> Pas { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation) => Pas = await liste.LireAsync(annulation);

    public async Task<IActionResult> OnPostAsync(string? pas, CancellationToken annulation) => await liste.CocherAsync(pas, annulation) ? Redirect(LiensComptes.Espace) : NotFound();

    public async Task<IActionResult> OnPostMontrerAsync(CancellationToken annulation)
    {
        await liste.MontrerAsync(annulation);
        return Redirect(LiensMembres.PremiersPas);
    }
}
