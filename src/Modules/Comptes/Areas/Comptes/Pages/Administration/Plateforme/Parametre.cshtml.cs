using FaireAvec.Comptes.Droits;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Administration.Plateforme;

/// <summary>One figure over time, with where each value comes from.</summary>
internal sealed class ParametreModel(FaireAvecDb db, TableDesDroits table, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cle")]
    public string Cle { get; set; } = "";

    public bool Fait { get; private set; }

    public DateOnly Jour => JourDeParis.De(horloge.GetUtcNow());

    public bool PeutChanger => table.Permet(demandeur.Identite, DroitsDesComptes.GererLaPlateforme);

    public IReadOnlyList<ParametreDate> Valeurs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery] string? fait, CancellationToken annulation)
    {
        Fait = fait == "ajoutee";
        Valeurs = await db.Set<ParametreDate>().AsNoTracking().Where(p => p.Cle == Cle).OrderByDescending(p => p.Debut).ToListAsync(annulation);
        return Valeurs.Count == 0 ? NotFound() : Page();
    }
}
