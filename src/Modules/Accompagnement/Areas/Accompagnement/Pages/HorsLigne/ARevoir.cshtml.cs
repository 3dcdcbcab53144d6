using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.HorsLigne;

/// <summary>What one's devices sent and that couldn't be written.</summary>
internal sealed class ARevoirModel(EnvoisARevoir envois, Demandeur demandeur) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? FaitDemande { get; set; }

    public string? Fait => FaitDemande is "renonce" or "garde" or "autre" ? FaitDemande : null;

    public IReadOnlyList<(Envoi Envoi, string Appareil)> Liste { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation) => Liste = await envois.ListerAsync(demandeur.Identite!.Compte, annulation);
}
