using FaireAvec.Comptes.Clients;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>Takes back an access for ever, after a confirmation, with a reason.</summary>
internal sealed class RevoquerModel(GestionDesClients gestion, Demandeur demandeur) : PageDeClient(gestion, demandeur)
{
    [BindProperty, TexteLibre]
    public string? Motif { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (!this.TextesLibresAcceptes())
        {
            return Refuser();
        }

        var fait = await Gestion.RevoquerAsync(Client, Motif, annulation);
        if (fait.Reussi)
        {
            return Redirect($"{LiensDAdministration.Client(Id)}?fait=retire");
        }

        ModelState.Dire(fait.Erreurs);
        return Refuser();
    }
}
