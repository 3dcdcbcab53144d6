using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>A lost card made again with the médiateur who follows the person already; the old one is void at once.</summary>
internal sealed class CarteModel(FaireAvecDb db, SuiviDesPersonnes suivi, IConfiguration configuration) : PageDePersonne(db)
{
    public CarteDonnee? Donnee { get; private set; }

    public string Site => Request.Site(configuration);

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        Donnee = await suivi.RefaireLaCarteAsync(Id, annulation);
        return Page();
    }
}
