using FaireAvec.Accompagnement.Domain.Etiquettes;
using FaireAvec.Accompagnement.Etiquettes;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Etiquettes;

/// <summary>One label: another name, or joined to another one. No act is rewritten, so that joining can be undone.</summary>
[TextesRegardes("Nom", "Description")]
internal sealed class EtiquetteModel(CarnetDEtiquettes carnet) : PageModel
{
    [BindProperty]
    public string? Nom { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public Guid? Cible { get; set; }

    public Etiquette Etiquette { get; private set; } = null!;

    public IReadOnlyList<EtiquetteEtUsage> Cibles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        (Nom, Description) = (Etiquette.Nom, Etiquette.Description);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        ModelState.Clear();
        return await TrouverAsync(id, annulation) ? await RepondreAsync(id, await carnet.RenommerAsync(Etiquette, Nom, Description, annulation), "changee", annulation) : NotFound();
    }

    public async Task<IActionResult> OnPostReunirAsync(Guid id, CancellationToken annulation)
    {
        ModelState.Clear();
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        (Nom, Description) = (Etiquette.Nom, Etiquette.Description);
        return await RepondreAsync(id, await carnet.ReunirAsync(Etiquette, Cible, annulation), "reunie", annulation);
    }

    private async Task<IActionResult> RepondreAsync(Guid id, Resultat<Etiquette> fait, string mot, CancellationToken annulation)
    {
        if (fait.Reussi)
        {
            return Redirect($"{LiensDuReseau.Etiquettes}?fait={mot}");
        }

        foreach (var erreur in fait.Erreurs)
        {
            ModelState.AddModelError(erreur.Champ switch { "description" => nameof(Description), "cible" => nameof(Cible), _ => nameof(Nom) }, erreur.Message);
        }

        // As it is in the base: the title never shows a name that was refused.
        await TrouverAsync(id, annulation);
        Response.StatusCode = fait.Erreur!.Code == ErreursDEtiquettes.Etat.Code ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        if (await carnet.TrouverAsync(id, annulation) is not { } etiquette)
        {
            return false;
        }

        Etiquette = etiquette;
        Cibles = await carnet.CiblesAsync(etiquette, annulation);
        return true;
    }
}
