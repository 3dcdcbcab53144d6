using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Correspondances;

/// <summary>Two versions of a mapping, line by line.</summary>
internal sealed class VersionsModel(FaireAvecDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "de")]
    public int De { get; set; }

    [BindProperty(SupportsGet = true, Name = "a")]
    public int A { get; set; }

    public Source Source { get; private set; } = null!;

    public IReadOnlyList<LigneDeDifference> Lignes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string source, CancellationToken annulation)
    {
        var trouvee = await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == source, annulation);
        var documents = await db.Set<VersionDeCorrespondance>().Where(v => v.Source == source && (v.Version == De || v.Version == A)).ToDictionaryAsync(v => v.Version, v => v.Document, annulation);
        if (trouvee is null || !documents.TryGetValue(De, out var avant) || !documents.TryGetValue(A, out var apres))
        {
            return NotFound();
        }

        Source = trouvee;
        Lignes = DifferenceDeTextes.Comparer(avant, apres);
        return Page();
    }
}
