using FaireAvec.Comptes.Exploitation;
using FaireAvec.Kernel.Exploitation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Actes;

/// <summary>Turns a feature on or off. The form says which way, so that two people who press at once want the same thing.</summary>
internal sealed class FonctionnaliteModel(ReglagesVivants vivants, ReglagesDeLaPlateforme reglages) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "nom")]
    public string Nom { get; set; } = "";

    public string Libelle => vivants.Connues.First(f => f.Nom == Nom).Libelle;

    public bool Active => vivants.Active(Nom);

    public IActionResult OnGet() => Connue ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm] string? vers, CancellationToken annulation)
    {
        if (!Connue || vers is not ("marche" or "arret"))
        {
            return NotFound();
        }

        await reglages.BasculerAsync(Nom, vers == "marche", annulation);
        return Redirect(LiensDAdministration.Fonctionnalites);
    }

    private bool Connue => vivants.Connues.Any(f => f.Nom == Nom);
}
