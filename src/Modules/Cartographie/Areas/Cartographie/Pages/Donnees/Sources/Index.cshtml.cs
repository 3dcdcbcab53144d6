using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Sources;

/// <summary>The producers, with how their data is. A few dozen: they are read at once, then searched and sorted here.</summary>
internal sealed class IndexModel(FaireAvecDb db, QualitesDesSources qualites) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Cherche { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? FiltreEtat { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? TriDemande { get; set; }

    public Tri Tri { get; private set; } = new("nom");

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<LigneDeSource> Lignes { get; private set; } = [];

    public bool Filtree => !string.IsNullOrEmpty(Cherche) || !string.IsNullOrEmpty(FiltreEtat);

    public async Task OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = Request.NumeroDePage();
        var lignes = await LireAsync(annulation);
        Total = lignes.Count;
        Lignes = [.. lignes.Skip((NumeroDePage - 1) * Ecran.ParPage).Take(Ecran.ParPage)];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation) => Ecran.Csv(
        "sources.csv",
        ["code", "nom", "etat", "licence", "contact", "lieux", "lieux_publies", "qualite", "dernier_import", "statut_du_dernier_import"],
        (await LireAsync(annulation)).Select(l => (IEnumerable<string?>)
        [
            l.Source.Code, Ecran.NomDe(l.Source), l.Source.Etat.ToString(), l.Source.Licence, l.Source.Contact,
            l.Lieux.ToString(System.Globalization.CultureInfo.InvariantCulture), l.Publies.ToString(System.Globalization.CultureInfo.InvariantCulture),
            l.Qualite?.Total.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture), l.Dernier?.DebutLe.UtcDateTime.ToString("O"), l.Dernier is { } d ? Ecran.Code(d) : null,
        ]));

    private async Task<IReadOnlyList<LigneDeSource>> LireAsync(CancellationToken annulation)
    {
        var sources = await db.Set<Source>().AsNoTracking().ToListAsync(annulation);
        var lieux = await db.Set<Lieu>().GroupBy(l => l.Source).Select(g => new { g.Key, Tous = g.Count(), Publies = g.Count(l => l.Retenu == null) }).ToDictionaryAsync(g => g.Key, StringComparer.Ordinal, annulation);
        var derniers = await db.Set<ImportDeLieux>().AsNoTracking().Where(i => i.Source != null && i.Statut != StatutImport.ABlanc && !db.Set<ImportDeLieux>().Any(j => j.Source == i.Source && j.Statut != StatutImport.ABlanc && (j.DebutLe > i.DebutLe || (j.DebutLe == i.DebutLe && j.Id > i.Id)))).ToDictionaryAsync(i => i.Source!, StringComparer.Ordinal, annulation);
        await db.MarquerLesInterrompusAsync(derniers.Values, annulation);
        var cherche = TexteRecherche.Normaliser(Cherche);
        var etat = Enum.TryParse<EtatSource>(FiltreEtat, out var e) && Enum.IsDefined(e) ? e : (EtatSource?)null;
        var notes = qualites.Lire();
        Tri = Tri.Lire(TriDemande, "nom", "nom", "lieux", "qualite", "import", "etat");
        var lignes = sources
            .Select(s => new LigneDeSource(s, lieux.GetValueOrDefault(s.Code)?.Tous ?? 0, lieux.GetValueOrDefault(s.Code)?.Publies ?? 0, derniers.GetValueOrDefault(s.Code), notes.GetValueOrDefault(s.Code)))
            .Where(l => string.IsNullOrEmpty(FiltreEtat) || l.Source.Etat == etat)
            .Where(l => cherche.Length == 0 || TexteRecherche.Normaliser($"{Ecran.NomDe(l.Source)} {l.Source.Code}").Contains(cherche, StringComparison.Ordinal));
        IOrderedEnumerable<LigneDeSource> triees = (Tri.Colonne, Tri.Decroissant) switch
        {
            ("lieux", false) => lignes.OrderBy(l => l.Lieux),
            ("lieux", true) => lignes.OrderByDescending(l => l.Lieux),
            ("qualite", false) => lignes.OrderBy(l => l.Qualite?.Total ?? -1),
            ("qualite", true) => lignes.OrderByDescending(l => l.Qualite?.Total ?? -1),
            ("import", false) => lignes.OrderBy(l => l.Dernier?.DebutLe ?? DateTimeOffset.MinValue),
            ("import", true) => lignes.OrderByDescending(l => l.Dernier?.DebutLe ?? DateTimeOffset.MinValue),
            ("etat", false) => lignes.OrderBy(l => l.Source.Etat),
            ("etat", true) => lignes.OrderByDescending(l => l.Source.Etat),
            (_, true) => lignes.OrderByDescending(l => Ecran.NomDe(l.Source), StringComparer.CurrentCultureIgnoreCase),
            _ => lignes.OrderBy(l => Ecran.NomDe(l.Source), StringComparer.CurrentCultureIgnoreCase),
        };
        return [.. triees.ThenBy(l => l.Source.Code, StringComparer.Ordinal)];
    }
}
