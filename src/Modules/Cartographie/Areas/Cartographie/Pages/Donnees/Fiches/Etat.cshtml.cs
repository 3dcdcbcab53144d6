using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>Takes a place off the map, or puts it back: why, then one write.</summary>
internal sealed class EtatModel(FaireAvecDb db, SaisieDesLieux saisie, ContexteEcriture ecriture) : PageDeFiche(db)
{
    /// <summary>"depublier" or "republier".</summary>
    [BindProperty(SupportsGet = true, Name = "vers")]
    public string? Vers { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    public bool Possible => Vers == "depublier" ? Etat != "depublie" : Etat == "depublie";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation)
    {
        if (Vers is not ("depublier" or "republier") || !await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (!Possible)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken annulation)
    {
        if (Vers is not ("depublier" or "republier") || !await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var motif = Motif?.Trim();
        if (string.IsNullOrEmpty(motif) || motif.Length > CorrectionDeChamp.MotifMax)
        {
            ModelState.AddModelError(nameof(Motif), string.IsNullOrEmpty(motif) ? MotsDonnees.T("Etat.Motif.Vide") : MotsDonnees.T("Doublons.Motif.Long", CorrectionDeChamp.MotifMax));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        ecriture.Motif = motif;
        var change = Vers == "depublier" ? await saisie.DepublierAsync(id, annulation) : await saisie.RepublierAsync(id, annulation);
        if (!change.Reussi)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect($"{LiensDonnees.Lieu(id)}?fait={(Vers == "depublier" ? "depublie" : "republie")}");
    }
}
