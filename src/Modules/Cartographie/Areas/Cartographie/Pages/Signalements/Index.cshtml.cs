using FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Signalements;

/// <summary>The queue of reports, for those who keep the data.</summary>
internal sealed class IndexModel(FaireAvecDb db, ContexteAcces acces, CatalogueLieux catalogue, TimeProvider horloge) : PageModel
{
    public const int ParPage = 20;

    private const int PageMax = 10_000;

    public EtatSignalement Etat { get; private set; }

    public int NumeroDePage { get; private set; } = 1;

    public IReadOnlyDictionary<EtatSignalement, int> Comptes { get; private set; } = new Dictionary<EtatSignalement, int>();

    public IReadOnlyList<Signalement> Signalements { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = this.LirePage(PageMax);
        await LireAsync(annulation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, EtatSignalement vers, CancellationToken annulation)
    {
        // The page is open to the right people only; the database asks for the role as well.
        acces.Role = "administrateur";
        var signalement = await db.Set<Signalement>().SingleOrDefaultAsync(s => s.Id == id, annulation);
        if (signalement is null)
        {
            return NotFound();
        }

        var avant = signalement.Etat;
        if (!signalement.Passer(vers, horloge.GetUtcNow()))
        {
            ModelState.AddModelError("", Mots.T("File.Impossible"));
            Response.StatusCode = StatusCodes.Status409Conflict;
            await LireAsync(annulation);
            return Page();
        }

        await db.SaveChangesAsync(annulation);
        return Redirect($"/signalements?etat={avant}");
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        acces.Role = "administrateur";
        Etat = this.LireParmi("etat", Enum.GetNames<EtatSignalement>()) is { } etat ? Enum.Parse<EtatSignalement>(etat) : default;
        Comptes = await db.Set<Signalement>().GroupBy(s => s.Etat).Select(g => new { g.Key, Nombre = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Nombre, annulation);
        Signalements = await db.Set<Signalement>().AsNoTracking().Where(s => s.Etat == Etat).OrderBy(s => s.RecuLe).ThenBy(s => s.Id).Skip((NumeroDePage - 1) * ParPage).Take(ParPage).ToListAsync(annulation);
    }

    public Lieu? LieuDe(Signalement s) => catalogue.Index.RangDe(s.LieuId) is >= 0 and var rang ? catalogue.Index[rang] : null;

    public static IEnumerable<EtatSignalement> Suites(EtatSignalement de) => Enum.GetValues<EtatSignalement>().Where(vers => EtatsSignalement.Permet(de, vers));

    public static string Date(DateTimeOffset instant) => Ecran.Instant(instant);
}
