using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Imports;

/// <summary>All the imports, the last one first.</summary>
internal sealed class IndexModel(FaireAvecDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "source")]
    public string? FiltreSource { get; set; }

    [BindProperty(SupportsGet = true, Name = "statut")]
    public string? FiltreStatut { get; set; }

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<ImportDeLieux> Imports { get; private set; } = [];

    public IReadOnlyList<Source> Sources { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Noms { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool Filtree => !string.IsNullOrEmpty(FiltreSource) || !string.IsNullOrEmpty(FiltreStatut);

    public string AdresseCsv => QueryHelpers.AddQueryString(LiensDonnees.Imports, new Dictionary<string, string?>(StringComparer.Ordinal) { ["handler"] = "Csv", ["source"] = FiltreSource, ["statut"] = FiltreStatut });

    public async Task OnGetAsync(CancellationToken annulation)
    {
        Sources = await db.Set<Source>().AsNoTracking().ToListAsync(annulation);
        Noms = Sources.ToDictionary(s => s.Code, Ecran.NomDe, StringComparer.Ordinal);
        NumeroDePage = Request.NumeroDePage();
        Total = await Chercher().CountAsync(annulation);
        Imports = await Chercher().OrderByDescending(i => i.DebutLe).ThenBy(i => i.Id).Skip((NumeroDePage - 1) * Ecran.ParPage).Take(Ecran.ParPage).ToListAsync(annulation);
        await db.MarquerLesInterrompusAsync(Imports, annulation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation)
    {
        var imports = await Chercher().OrderByDescending(i => i.DebutLe).ThenBy(i => i.Id).ToListAsync(annulation);
        await db.MarquerLesInterrompusAsync(imports, annulation);
        return Ecran.Csv(
            "imports.csv",
            ["import", "source", "debut", "fin", "statut", "fichier", "lus", "gardes", "corriges", "rejetes", "ajoutes", "modifies", "inchanges", "retires", "raison"],
            imports.Select(i => (IEnumerable<string?>)
            [
                i.Id.ToString(), i.Source, i.DebutLe.UtcDateTime.ToString("O"), i.FinLe?.UtcDateTime.ToString("O"), Ecran.Code(i), i.Fichier,
                .. new[] { i.Lus, i.Gardes, i.Corriges, i.Rejetes, i.Ajoutes, i.Modifies, i.Inchanges, i.Retires }.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), i.Raison,
            ]));
    }

    private IQueryable<ImportDeLieux> Chercher()
    {
        var imports = db.Set<ImportDeLieux>().AsNoTracking();
        if (!string.IsNullOrEmpty(FiltreSource))
        {
            imports = imports.Where(i => i.Source == FiltreSource);
        }

        return !string.IsNullOrEmpty(FiltreStatut)
            ? Enum.TryParse<StatutImport>(FiltreStatut, out var statut) && Enum.IsDefined(statut) ? imports.Where(i => i.Statut == statut) : imports.Where(i => false)
            : imports;
    }
}
