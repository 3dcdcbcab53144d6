using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Composants;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>All the pairs that wait, in a table: the obvious ones are ticked and decided together, after a look at the whole.</summary>
internal sealed class ListeModel(FaireAvecDb db, FileDesPaires file, DecisionsDeRapprochement decisions, ContexteEcriture ecriture) : PageDePaires(db)
{
    public const int EnsembleMax = 200;

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? TriDemande { get; set; }

    [BindProperty(SupportsGet = true, Name = "faites")]
    public int? Faites { get; set; }

    /// <summary>The pairs ticked.</summary>
    [BindProperty(Name = "paire")]
    public string[] Choisies { get; set; } = [];

    [BindProperty]
    public VerdictHumain? Verdict { get; set; }

    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Motif { get; set; }

    public Tri Tri { get; private set; } = new("probabilite", true);

    public int NumeroDePage { get; private set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<LigneDePaire> Lignes { get; private set; } = [];

    /// <summary>The pairs to look at before deciding; null on the list itself.</summary>
    public IReadOnlyList<LigneDePaire>? AVerifier { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        await ListerAsync(annulation);
        return Page();
    }

    /// <summary>The same list as a file, without its pages.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation) => Ecran.Csv(
        "paires-a-revoir.csv",
        ["lieu_a", "nom_a", "source_a", "lieu_b", "nom_b", "source_b", "commune", "probabilite", "raisons"],
        (await Trier(Lire()).ToListAsync(annulation)).Select(l => (IEnumerable<string?>)[l.A, l.NomA, l.SourceA, l.B, l.NomB, l.SourceB, l.Commune, l.Probabilite.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture), string.Join(" | ", l.Raisons)]));

    /// <summary>Shows what was ticked, before anything is written.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (await ChoisiesAsync(annulation) is not { } choisies)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ListerAsync(annulation);
            return Page();
        }

        await LireLesFiltresAsync(annulation);
        AVerifier = choisies;
        return Page();
    }

    public async Task<IActionResult> OnPostDeciderAsync(CancellationToken annulation)
    {
        ModelState.LireMotif(Motif, DecisionHumaine.MotifMax, siVide: null, out var motif);
        this.TextesLibresAcceptes();
        var choisies = await ChoisiesAsync(annulation);
        if (choisies is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            AVerifier = choisies;
            await ListerAsync(annulation);
            return Page();
        }

        ecriture.Motif = motif;
        var decide = await decisions.DeciderAsync([.. choisies.Select(c => (c.A, c.B))], Verdict!.Value, annulation);
        if (!decide.Reussi)
        {
            ModelState.Dire(decide.Erreurs);
            Response.StatusCode = StatusCodes.Status409Conflict;
            await ListerAsync(annulation);
            return Page();
        }

        return Redirect(QueryHelpers.AddQueryString(LiensDonnees.ListeDesDoublons, Parametres(("faites", choisies.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)))));
    }

    /// <summary>Address of one pair of the list, with the filters.</summary>
    public string Vers(LigneDePaire l) => QueryHelpers.AddQueryString(LiensDonnees.Doublons, Parametres(("a", l.A), ("b", l.B)));

    public string AdresseCsv => QueryHelpers.AddQueryString(LiensDonnees.ListeDesDoublons, Parametres(("handler", "Csv"), ("tri", TriDemande)));

    private async Task ListerAsync(CancellationToken annulation)
    {
        await LireLesFiltresAsync(annulation);
        NumeroDePage = Request.NumeroDePage();
        Total = await file.Chercher(Filtre).CountAsync(annulation);
        Lignes = await Trier(Lire()).Skip((NumeroDePage - 1) * Ecran.ParPage).Take(Ecran.ParPage).ToListAsync(annulation);
    }

    /// <summary>The pairs ticked that still wait; null, with a sentence, when there is nothing to decide.</summary>
    private async Task<IReadOnlyList<LigneDePaire>?> ChoisiesAsync(CancellationToken annulation)
    {
        if (Verdict is null)
        {
            ModelState.AddModelError("", MotsDonnees.T("Doublons.Ensemble.SansVerdict"));
            return null;
        }

        var cles = Choisies.Select(ClePaire.Lire).OfType<ClePaire>().Distinct().ToList();
        if (cles.Count == 0)
        {
            ModelState.AddModelError("paire", MotsDonnees.T("Doublons.Ensemble.Aucune"));
            return null;
        }

        if (cles.Count > EnsembleMax)
        {
            ModelState.AddModelError("paire", MotsDonnees.T("Doublons.Ensemble.Trop", EnsembleMax));
            return null;
        }

        var (a, b) = (cles.Select(c => c.A).ToArray(), cles.Select(c => c.B).ToArray());
        var lues = await Lire(new FiltreDePaires(), p => a.Contains(p.LieuA) && b.Contains(p.LieuB)).ToListAsync(annulation);
        var trouvees = lues.Where(l => cles.Contains(new ClePaire(l.A, l.B))).ToList();
        if (trouvees.Count < cles.Count)
        {
            // Somebody else decided meanwhile, or the pairs were computed again: what is left is shown again, to be ticked.
            ModelState.AddModelError("paire", MotsDonnees.T("Doublons.Ensemble.Parties"));
            return null;
        }

        return trouvees;
    }

    private IQueryable<LigneDePaire> Lire() => Lire(Filtre, _ => true);

    private IQueryable<LigneDePaire> Lire(FiltreDePaires filtre, System.Linq.Expressions.Expression<Func<PaireARevoir, bool>> condition) =>
        from p in file.Chercher(filtre).Where(condition)
        join a in Db.Set<Lieu>() on p.LieuA equals a.Id
        join b in Db.Set<Lieu>() on p.LieuB equals b.Id
        select new LigneDePaire { A = a.Id, NomA = a.Nom, SourceA = a.Source, B = b.Id, NomB = b.Nom, SourceB = b.Source, Commune = a.Commune, AdresseA = a.Adresse, AdresseB = b.Adresse, Probabilite = p.Probabilite, Raisons = p.Raisons };

    private IQueryable<LigneDePaire> Trier(IQueryable<LigneDePaire> lignes)
    {
        Tri = Tri.Lire(TriDemande, "-probabilite", "probabilite", "commune", "nom");
        var triees = (Tri.Colonne, Tri.Decroissant) switch
        {
            ("commune", false) => lignes.OrderBy(l => l.Commune),
            ("commune", true) => lignes.OrderByDescending(l => l.Commune),
            ("nom", false) => lignes.OrderBy(l => l.NomA),
            ("nom", true) => lignes.OrderByDescending(l => l.NomA),
            (_, false) => lignes.OrderBy(l => l.Probabilite),
            _ => lignes.OrderByDescending(l => l.Probabilite),
        };
        return triees.ThenBy(l => l.A).ThenBy(l => l.B);
    }
}
