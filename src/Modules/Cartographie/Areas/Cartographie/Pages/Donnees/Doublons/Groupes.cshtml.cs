using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>The places made of several records; and the grouping, on demand.</summary>
internal sealed class GroupesModel(FaireAvecDb db, Regroupement regroupement) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Cherche { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? TriDemande { get; set; }

    /// <summary>Groups after the grouping that was just asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "groupes")]
    public int? Faits { get; set; }

    public Tri Tri { get; private set; } = new("probabilite");

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<LigneDeGroupe> Lignes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = Request.NumeroDePage();
        Total = await Chercher().CountAsync(annulation);
        Tri = Tri.Lire(TriDemande, "probabilite", "probabilite", "nombre", "nom");
        var triees = (Tri.Colonne, Tri.Decroissant) switch
        {
            ("nom", false) => Chercher().OrderBy(l => l.Nom),
            ("nom", true) => Chercher().OrderByDescending(l => l.Nom),
            ("nombre", false) => Chercher().OrderBy(l => l.Fiches),
            ("nombre", true) => Chercher().OrderByDescending(l => l.Fiches),
            (_, true) => Chercher().OrderByDescending(l => l.Probabilite),
            _ => Chercher().OrderBy(l => l.Probabilite),
        };
        Lignes = await triees.ThenBy(l => l.Id).Skip((NumeroDePage - 1) * Ecran.ParPage).Take(Ecran.ParPage).ToListAsync(annulation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation) => Ecran.Csv(
        "lieux-reunis.csv",
        ["groupe", "nom", "commune", "fiches", "probabilite_la_plus_faible"],
        (await Chercher().OrderBy(l => l.Id).ToListAsync(annulation)).Select(l => (IEnumerable<string?>)[l.Id, l.Nom, l.Commune, l.Fiches.ToString(System.Globalization.CultureInfo.InvariantCulture), l.Probabilite.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)]));

    /// <summary>Groups all the records again, with the decisions taken since.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var bilan = await regroupement.RegrouperAsync(annulation);
        return Redirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LiensDonnees.Groupes}?groupes={bilan.Groupes}"));
    }

    private IQueryable<LigneDeGroupe> Chercher()
    {
        var lignes =
            from g in db.Set<GroupeDeLieux>()
            join l in db.Set<Lieu>() on g.Id equals l.Id
            select new LigneDeGroupe
            {
                Id = g.Id,
                Nom = l.Nom,
                Commune = l.Commune,
                Fiches = db.Set<MembreDeGroupe>().Count(m => m.Groupe == g.Id),
                Probabilite = db.Set<MembreDeGroupe>().Where(m => m.Groupe == g.Id).Min(m => m.Probabilite),
            };
        if (Cherche?.Trim().Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } q)
        {
            var motif = MotifSql.Contient(q);
            lignes = lignes.Where(l => EF.Functions.ILike(l.Nom, motif, "\\") || EF.Functions.ILike(l.Commune, motif, "\\") || EF.Functions.ILike(l.Id, motif, "\\"));
        }

        return lignes;
    }
}
