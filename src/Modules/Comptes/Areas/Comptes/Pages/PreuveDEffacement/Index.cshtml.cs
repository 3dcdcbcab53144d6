using FaireAvec.Comptes.DonneesPersonnelles;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.PreuveDEffacement;

/// <summary>Where a request of erasure stands, then its proof: for who has its code, since they no longer have an account. Nobody is named.</summary>
internal sealed class IndexModel(IServiceScopeFactory portees) : PageModel
{
    public DemandeDeDroits? Demande { get; private set; }

    public Effacement? Effacement { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken annulation)
    {
        Response.Headers.CacheControl = "no-store";
        if (code is null || code.Length > DonneesPersonnelles.Domain.Effacement.CodeMax || !code.All(char.IsAsciiLetterOrDigit))
        {
            return NotFound();
        }

        (Demande, Effacement) = await portees.EnSystemeAsync(ContexteDesDroits.Role, HttpContext, null, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            return (await db.Set<DemandeDeDroits>().AsNoTracking().SingleOrDefaultAsync(d => d.Code == code, annulation), await db.Set<Effacement>().AsNoTracking().SingleOrDefaultAsync(e => e.Code == code, annulation));
        });
        return Demande is null && Effacement is null ? NotFound() : Page();
    }
}
