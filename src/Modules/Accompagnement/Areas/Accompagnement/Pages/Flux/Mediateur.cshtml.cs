using FaireAvec.Accompagnement.Calendriers;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Flux;

/// <summary>« /agenda/flux/{secret}.ics »: the agenda of a médiateur. The secret is the right.</summary>
internal sealed class MediateurModel(FluxDesAgendas flux) : PageDeFlux
{
    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken annulation) => Repondre(await flux.DuMediateurAsync(secret, annulation), publique: false);
}
