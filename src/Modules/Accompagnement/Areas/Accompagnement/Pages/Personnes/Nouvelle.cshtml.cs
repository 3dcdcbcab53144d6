using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;

/// <summary>How the person wants to be helped: without a name, with a card, by name. Asked first, and nothing is kept before.</summary>
internal sealed class NouvelleModel(SuiviDesPersonnes suivi, IConfiguration configuration, TimeProvider horloge) : PageModel
{
    [BindProperty]
    public string? Niveau { get; set; }

    /// <summary>Made with the form.</summary>
    [BindProperty]
    public Guid Envoi { get; set; }

    public CarteDonnee? Donnee { get; private set; }

    /// <summary>True when this form has already given its card.</summary>
    public bool DejaDonnee { get; private set; }

    public string Site => Request.Site(configuration);

    public void OnGet() => Proposer();

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        switch (Niveau)
        {
            case "sans-nom":
                return Redirect(LiensPersonnes.SansNom);
            case "nom":
                return Redirect(LiensPersonnes.ParNom);
            case "carte":
                Donnee = await suivi.OuvrirAvecUneCarteAsync(Envoi, annulation);
                DejaDonnee = Donnee is null;
                return Page();
            default:
                Proposer();
                ModelState.Dire([ErreursPersonnes.Choix]);
                return Page();
        }
    }

    private void Proposer()
    {
        ModelState.Clear();
        Envoi = Identifiants.Nouveau(horloge);
    }
}
