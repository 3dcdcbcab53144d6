using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>A lost card made again with the médiateur who follows the person already; the old one is void at once.</summary>
internal sealed class CarteModel(FaireAvecDb db, SuiviDesPersonnes suivi, IConfiguration configuration) : PageDePersonne(db)
{
    /// <summary>The card that the page showed: made again meanwhile, the new one stays the good one.</summary>
    [BindProperty]
    public Guid? Vue { get; set; }

    public CarteDonnee? Donnee { get; private set; }

    /// <summary>True when this form has already given its card.</summary>
    public bool DejaDonnee { get; private set; }

    public string Site => Request.Site(configuration);

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        Donnee = await suivi.RefaireLaCarteAsync(Id, Vue, annulation);
        DejaDonnee = Donnee is null;
        return Page();
    }
}
