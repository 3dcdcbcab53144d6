using FaireAvec.Accompagnement.ATraiter;
using FaireAvec.Accompagnement.Domain.ATraiter;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.ATraiter;

/// <summary>What is to be done by who asks, since the longest first: what, why, since when, one link that does it, and « plus tard », that is undone in one touch.</summary>
internal sealed class IndexModel(ListeATraiter liste) : PageModel
{
    [BindProperty]
    public string? Cle { get; set; }

    /// <summary>In how many days it comes back.</summary>
    [BindProperty]
    public int? Jours { get; set; }

    /// <summary>Just put off: offered back.</summary>
    [BindProperty(SupportsGet = true, Name = "remise")]
    public string? Remise { get; set; }

    public ATraiterLu Lu { get; private set; } = new([], []);

    public DateOnly Aujourdhui => liste.Aujourdhui;

    /// <summary>When the line that was just put off comes back; null for one that isn't.</summary>
    public DateOnly? Jusqua => Lu.Remises.Where(r => r.Chose.Cle == Remise).Select(r => (DateOnly?)r.Jusqua).FirstOrDefault();

    public async Task OnGetAsync(CancellationToken annulation) => Lu = await liste.LireAsync(annulation);

    public async Task<IActionResult> OnPostPlusTardAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var remise = await liste.RemettreAsync(Cle, Jours is { } j && j is > 0 and <= PlusTard.Max ? Aujourdhui.AddDays(j) : null, annulation);
        if (remise is not { } fait)
        {
            return NotFound();
        }

        if (fait.Reussi)
        {
            return Redirect($"{LiensDuReseau.ATraiter}?remise={Uri.EscapeDataString(fait.Valeur.Cle)}");
        }

        ModelState.AddModelError("", fait.Erreur!.Message);
        Lu = await liste.LireAsync(annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostReprendreAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return await liste.ReprendreAsync(Cle, annulation) > 0 ? Redirect(LiensDuReseau.ATraiter) : NotFound();
    }
}
