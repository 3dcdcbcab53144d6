using FaireAvec.Comptes.PremiersPas;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Espace;

/// <summary>Where one arrives after signing in: for whom one works, and what one may do there.</summary>
internal sealed class IndexModel(Demandeur demandeur, MenuDuDemandeur menu, ListeDesPremiersPas premiersPas) : PageModel
{
    public IReadOnlyList<PasMontre> Pas { get; private set; } = [];

    public Identite Identite => demandeur.Identite!;

    public IReadOnlyList<LienDeNavigation> Entrees => [.. menu.Liens.Where(l => l.Href != LiensComptes.Espace)];

    public async Task OnGetAsync(CancellationToken annulation) => Pas = await premiersPas.LireAsync(annulation);
}
