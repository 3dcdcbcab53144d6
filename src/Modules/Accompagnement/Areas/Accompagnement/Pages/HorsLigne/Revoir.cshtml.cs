using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.HorsLigne;

/// <summary>One thing that a device sent and that couldn't be written: with what stands in its place, when something does.</summary>
internal sealed class RevoirModel(EnvoisARevoir envois, Demandeur demandeur) : PageModel
{
    public EnvoiLu Lu { get; private set; } = null!;

    /// <summary>The ordinary page where it is done again, when it isn't a draft.</summary>
    public string? Ailleurs => Lu switch
    {
        { Envoi.Genre: GenreDEnvoi.RendezVous, Corps: not null } => $"{LiensAgenda.NouveauRendezVous}?appareil={Lu.Envoi.Appareil}&envoi={Lu.Envoi.Id}",
        { Envoi.Genre: GenreDEnvoi.Presence, Corps: { } corps } when LectureDEnvoi.Lire<PresenceEnvoyee>(corps) is { } p => LiensAgenda.Atelier(p.Atelier),
        { Envoi.Genre: GenreDEnvoi.Carte } => LiensPersonnes.Personnes,
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(Guid appareil, Guid id, CancellationToken annulation) => await TrouverAsync(appareil, id, annulation) ? Page() : NotFound();

    /// <summary>Opens the act in the ordinary form.</summary>
    public async Task<IActionResult> OnPostOuvrirAsync(Guid appareil, Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(appareil, id, annulation))
        {
            return NotFound();
        }

        var brouillon = await envois.EnBrouillonAsync(Lu, annulation);
        return brouillon.Reussi ? Redirect(LiensAccompagnement.ReprendreBrouillon(brouillon.Valeur)) : Refuser(brouillon.Erreurs);
    }

    /// <summary>This one is kept, and takes the place of the other one.</summary>
    public async Task<IActionResult> OnPostCelleCiAsync(Guid appareil, Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(appareil, id, annulation))
        {
            return NotFound();
        }

        var fait = await envois.GarderCelleCiAsync(Lu, annulation);
        return fait.Reussi ? Redirect($"{LiensHorsLigne.ARevoir}?fait=garde") : Refuser(fait.Erreurs);
    }

    /// <summary>The other one is kept.</summary>
    public Task<IActionResult> OnPostAutreAsync(Guid appareil, Guid id, CancellationToken annulation) => DeciderAsync(appareil, id, "autre", annulation);

    /// <summary>It is given up.</summary>
    public Task<IActionResult> OnPostRenoncerAsync(Guid appareil, Guid id, CancellationToken annulation) => DeciderAsync(appareil, id, "renonce", annulation);

    private async Task<IActionResult> DeciderAsync(Guid appareil, Guid id, string fait, CancellationToken annulation)
    {
        if (!await TrouverAsync(appareil, id, annulation))
        {
            return NotFound();
        }

        var decide = await envois.DeciderAsync(Lu.Envoi, EtatDEnvoi.Abandonne, annulation);
        return decide.Reussi ? Redirect($"{LiensHorsLigne.ARevoir}?fait={fait}") : Refuser(decide.Erreurs);
    }

    private async Task<bool> TrouverAsync(Guid appareil, Guid id, CancellationToken annulation)
    {
        if (await envois.LireAsync(appareil, id, demandeur.Identite!.Compte, annulation) is not { } lu)
        {
            return false;
        }

        Lu = lu;
        return true;
    }

    private PageResult Refuser(IReadOnlyList<Erreur> erreurs)
    {
        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError("", erreur.Message);
        }

        return Page();
    }
}
