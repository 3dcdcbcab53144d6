using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Imports;

/// <summary>One import: how far it is, then what it did, with its defects row by row, and what one may decide.</summary>
internal sealed class ImportModel(FaireAvecDb db, TravauxDImport travaux) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "niveau")]
    public string? FiltreNiveau { get; set; }

    [BindProperty(SupportsGet = true, Name = "regle")]
    public string? FiltreRegle { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Cherche { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? TriDemande { get; set; }

    /// <summary>"libere", "refuse" or "annule": what was just done.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>Places that a rollback left as they were.</summary>
    [BindProperty(SupportsGet = true, Name = "conflits")]
    public int Conflits { get; set; }

    public ImportDeLieux Import { get; private set; } = null!;

    public Guid Id { get; private set; }

    public Source? Source { get; private set; }

    /// <summary>Share done, when this node knows it.</summary>
    public double? Part { get; private set; }

    public bool EnAttente => Import is { Statut: StatutImport.EnAttente, Interrompu: false };

    public bool EnCours => EnAttente || Import is { Statut: StatutImport.EnCours, Interrompu: false };

    public IReadOnlyList<(string Regle, NiveauAnomalie Niveau, int Nombre)> ParRegle { get; private set; } = [];

    public Tri Tri { get; private set; } = new("ligne");

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<AnomalieDImport> Anomalies { get; private set; } = [];

    public bool Filtree => !string.IsNullOrEmpty(FiltreNiveau) || !string.IsNullOrEmpty(FiltreRegle) || !string.IsNullOrEmpty(Cherche);

    public string NomDeLaSource => Source is { } s ? Ecran.NomDe(s) : MotsDonnees.T("Imports.PlusieursSources");

    public string AdresseCsv => QueryHelpers.AddQueryString(LiensDonnees.Import(Id), new Dictionary<string, string?>(StringComparer.Ordinal) { ["handler"] = "Csv", ["niveau"] = FiltreNiveau, ["regle"] = FiltreRegle, ["q"] = Cherche }.Where(p => !string.IsNullOrEmpty(p.Value)));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        (Id, Part) = (id, travaux.Part(id));
        if (await db.Set<ImportDeLieux>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, annulation) is not { } import)
        {
            return NotFound();
        }

        Import = import;
        await db.MarquerLesInterrompusAsync([Import], annulation);
        Source = await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == Import.Source, annulation);
        await LireLesDefautsAsync(annulation);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken annulation)
    {
        Id = id;
        if (!await db.Set<ImportDeLieux>().AnyAsync(i => i.Id == id, annulation))
        {
            return NotFound();
        }

        return Ecran.Csv(
            $"rapport-{id}.csv",
            ["ligne", "lieu", "niveau", "champ", "avant", "apres", "regle", "message", "suggestion"],
            (await Chercher().OrderBy(a => a.Ligne).ThenBy(a => a.Id).ToListAsync(annulation)).Select(a => (IEnumerable<string?>)[a.Ligne.ToString(System.Globalization.CultureInfo.InvariantCulture), a.Lieu, a.Niveau.ToString(), a.Champ, a.Avant, a.Apres, a.Regle, a.Message, a.Suggestion]));
    }

    private async Task LireLesDefautsAsync(CancellationToken annulation)
    {
        ParRegle = [.. (await db.Set<AnomalieDImport>().Where(a => a.Import == Id).GroupBy(a => new { a.Regle, a.Niveau }).Select(g => new { g.Key.Regle, g.Key.Niveau, Nombre = g.Count() }).OrderByDescending(g => g.Nombre).ToListAsync(annulation)).Select(g => (g.Regle, g.Niveau, g.Nombre))];
        Total = await Chercher().CountAsync(annulation);
        NumeroDePage = Request.NumeroDePage();
        Tri = Tri.Lire(TriDemande, "ligne", "ligne", "champ", "regle");
        var lignes = (Tri.Colonne, Tri.Decroissant) switch
        {
            ("champ", false) => Chercher().OrderBy(a => a.Champ),
            ("champ", true) => Chercher().OrderByDescending(a => a.Champ),
            ("regle", false) => Chercher().OrderBy(a => a.Regle),
            ("regle", true) => Chercher().OrderByDescending(a => a.Regle),
            (_, true) => Chercher().OrderByDescending(a => a.Ligne),
            _ => Chercher().OrderBy(a => a.Ligne),
        };
        Anomalies = await lignes.ThenBy(a => a.Id).Skip((NumeroDePage - 1) * Ecran.ParPage).Take(Ecran.ParPage).ToListAsync(annulation);
    }

    private IQueryable<AnomalieDImport> Chercher()
    {
        var anomalies = db.Set<AnomalieDImport>().AsNoTracking().Where(a => a.Import == Id);
        if (!string.IsNullOrEmpty(FiltreNiveau))
        {
            anomalies = Enum.TryParse<NiveauAnomalie>(FiltreNiveau, out var niveau) && Enum.IsDefined(niveau) ? anomalies.Where(a => a.Niveau == niveau) : anomalies.Where(a => false);
        }

        if (!string.IsNullOrEmpty(FiltreRegle))
        {
            anomalies = anomalies.Where(a => a.Regle == FiltreRegle);
        }

        if (Cherche?.Trim().Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } q)
        {
            anomalies = anomalies.Where(a => EF.Functions.ILike(a.Lieu!, MotifSql.Contient(q), "\\") || EF.Functions.ILike(a.Avant!, MotifSql.Contient(q), "\\") || EF.Functions.ILike(a.Message, MotifSql.Contient(q), "\\"));
        }

        return anomalies;
    }
}
