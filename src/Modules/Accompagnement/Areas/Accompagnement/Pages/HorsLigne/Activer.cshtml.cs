using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.HorsLigne;

/// <summary>Begins to work without network on this device: what it keeps is told first. The code and the keys are made in the browser, and stay there.</summary>
[TextesRegardes(nameof(Nom))]
internal sealed class ActiverModel(AppareilsDuMediateur appareils, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    /// <summary>Nobody guesses it: who knows it is this device.</summary>
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Nom { get; set; }

    public IActionResult OnGet()
    {
        Id = Identifiants.Nouveau(horloge);
        return demandeur.Identite!.Organisation is null ? Redirect("/espace") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var moi = demandeur.Identite!;
        var inscrit = await appareils.InscrireAsync(Id, Nom, moi.Compte, moi.Organisation ?? Guid.Empty, annulation);
        if (inscrit.Reussi)
        {
            return Redirect($"{LiensHorsLigne.Appareils}?fait=inscrit");
        }

        ModelState.AddModelError(inscrit.Erreur!.Champ ?? "", inscrit.Erreur.Message);
        return Page();
    }
}
