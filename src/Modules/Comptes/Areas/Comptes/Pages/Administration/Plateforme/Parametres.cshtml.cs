using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Plateforme;

/// <summary>The dated figures of the product: today's, and the next.</summary>
internal sealed class ParametresModel(FaireAvecDb db, TimeProvider horloge) : PageModel
{
    public IReadOnlyList<(string Cle, ParametreDate? Courante, ParametreDate? Suivante)> Lignes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        var jour = JourDeParis.De(horloge.GetUtcNow());
        var tous = await db.Set<ParametreDate>().AsNoTracking().ToListAsync(annulation);
        Lignes = [.. tous.GroupBy(p => p.Cle, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Where(p => p.Debut <= jour).MaxBy(p => p.Debut), g.Where(p => p.Debut > jour).MinBy(p => p.Debut)))];
    }
}
