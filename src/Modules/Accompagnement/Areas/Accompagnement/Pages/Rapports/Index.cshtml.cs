using FaireAvec.Accompagnement.Domain.Statistiques;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Rapports;

/// <summary>One's reports, newest first.</summary>
internal sealed class IndexModel(FaireAvecDb db, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "supprime")]
    public string? Supprime { get; set; }

    public IReadOnlyList<RapportEnListe> Rapports { get; private set; } = [];

    public DateTimeOffset Maintenant { get; private set; }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        Maintenant = horloge.GetUtcNow();
        Rapports = await db.Set<Rapport>().AsNoTracking().OrderByDescending(r => r.CalculeLe).Take(Rapport.Max).Select(r => new RapportEnListe(r.Id, r.Titre, r.DeQui, r.Du, r.Au, r.CalculeLe, r.PartageExpireLe)).ToListAsync(annulation);
    }
}

/// <summary>A report in the list, without its tables.</summary>
internal sealed record RapportEnListe(Guid Id, string Titre, string DeQui, DateOnly Du, DateOnly Au, DateTimeOffset CalculeLe, DateTimeOffset? PartageExpireLe);
