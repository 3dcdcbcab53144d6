using FaireAvec.Accompagnement.Personnes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>The person gives their card: what they did elsewhere is found again, and they are counted once.</summary>
internal sealed class AvecCarteModel(SuiviDesPersonnes suivi) : PageModel
{
    [BindProperty]
    public string? Numero { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        var ouvert = await suivi.OuvrirParCarteAsync(Numero, Secret, annulation);
        if (ouvert.Reussi)
        {
            return Redirect($"{LiensPersonnes.Personne(ouvert.Valeur)}?fait=carte");
        }

        ModelState.Dire(ouvert.Erreurs);
        return Page();
    }
}
