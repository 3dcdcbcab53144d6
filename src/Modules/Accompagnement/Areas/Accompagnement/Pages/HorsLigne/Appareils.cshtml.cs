using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.HorsLigne;

/// <summary>The devices of the one who asks. « J’ai perdu ce téléphone »: it erases itself at its next contact, and sends nothing any more.</summary>
internal sealed class AppareilsModel(AppareilsDuMediateur appareils, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? FaitDemande { get; set; }

    public string? Fait => FaitDemande is "inscrit" or "retire" ? FaitDemande : null;

    public IReadOnlyList<Appareil> Liste { get; private set; } = [];

    public int ARevoir { get; private set; }

    private Guid Moi => demandeur.Identite!.Compte;

    public async Task OnGetAsync(CancellationToken annulation)
    {
        Liste = await appareils.ListerAsync(Moi, annulation);
        ARevoir = await appareils.ARevoirAsync(Moi, annulation);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation) =>
        (await appareils.RevoquerAsync(id, Moi, annulation)).Reussi ? Redirect($"{LiensHorsLigne.Appareils}?fait=retire") : NotFound();
}
