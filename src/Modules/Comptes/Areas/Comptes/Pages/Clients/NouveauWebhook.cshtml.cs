using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Webhooks;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Clients;

/// <summary>A new webhook. Its secret is in the answer to the form, and nowhere else.</summary>
internal sealed class NouveauWebhookModel(GestionDesWebhooks webhooks, GestionDesClients gestion, Demandeur demandeur) : PageDeClient(gestion, demandeur)
{
    [BindProperty]
    public string? Adresse { get; set; }

    [BindProperty]
    public List<string> Evenements { get; set; } = [];

    public (Guid Webhook, string Secret)? Fait { get; private set; }

    public IReadOnlyList<OptionDeChamp> Options => [.. EvenementsConnus.Noms.Select(n => new OptionDeChamp(n, n) { Choisi = Evenements.Contains(n) })];

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var fait = await webhooks.CreerAsync(Client, Adresse, Evenements, annulation);
        if (fait.Reussi)
        {
            Fait = fait.Valeur;
            return Page();
        }

        ModelState.Dire(fait.Erreurs);
        return Refuser();
    }
}
