using FaireAvec.Comptes.Clients;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>A new secret beside the one in use, so that the other system changes without a stop.</summary>
internal sealed class SecretModel(GestionDesClients gestion, Demandeur demandeur) : PageDeClient(gestion, demandeur)
{
    [BindProperty]
    public int Chevauchement { get; set; } = 7;

    [BindProperty]
    public int DureeJours { get; set; } = GestionDesClients.DureeParDefautJours;

    public SecretDonne? Donne { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (ModelState.IsValid)
        {
            var fait = await Gestion.TournerAsync(Client, Chevauchement, DureeJours, annulation);
            if (fait.Reussi)
            {
                Donne = fait.Valeur;
                return Page();
            }

            ModelState.Dire(fait.Erreurs);
        }

        return Refuser();
    }
}
