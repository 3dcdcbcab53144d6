using FaireAvec.Accompagnement.Calendriers;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Flux;

/// <summary>« /agenda/lieux/{lieu}.ics »: the public workshops of a place, for anybody.</summary>
internal sealed class LieuModel(FluxDesAgendas flux) : PageDeFlux
{
    public async Task<IActionResult> OnGetAsync(string lieu, CancellationToken annulation) => Repondre(await flux.DuLieuAsync(lieu, annulation), publique: true);
}
