using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Texte;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>All the source records, shown or not.</summary>
internal sealed class IndexModel(FaireAvecDb db, TimeProvider horloge) : PageModel
{
    /// <summary>Rows of the file at most: beyond, one narrows the search or takes the open data.</summary>
    private const int CsvMax = 50_000;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Cherche { get; set; }

    [BindProperty(SupportsGet = true, Name = "source")]
    public string? FiltreSource { get; set; }

    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? FiltreDepartement { get; set; }

    /// <summary>One of <see cref="EtatsDesFiches.Tous"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? FiltreEtat { get; set; }

    [BindProperty(SupportsGet = true, Name = "tri")]
    public string? TriDemande { get; set; }

    public Tri Tri { get; private set; } = new("nom");

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Lieu> Lieux { get; private set; } = [];

    public EtatsDesFiches Etats { get; private set; } = null!;

    public IReadOnlyList<Source> Sources { get; private set; } = [];

    public bool Filtree => new[] { Cherche, FiltreSource, FiltreDepartement, FiltreEtat }.Any(f => !string.IsNullOrEmpty(f));

    public string AdresseCsv => QueryHelpers.AddQueryString(LiensDonnees.Lieux, new[] { ("handler", "Csv"), ("q", Cherche), ("source", FiltreSource), ("departement", FiltreDepartement), ("etat", FiltreEtat) }
        .Where(p => !string.IsNullOrEmpty(p.Item2)).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal));

    public async Task OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = Request.NumeroDePage();
        Sources = await db.Set<Source>().AsNoTracking().ToListAsync(annulation);
        Etats = await EtatsDesFiches.LireAsync(db, annulation);
        Total = await Chercher().CountAsync(annulation);
        Tri = Tri.Lire(TriDemande, "nom", "nom", "commune", "source", "date");
        var triees = (Tri.Colonne, Tri.Decroissant) switch
        {
            ("commune", false) => Chercher().OrderBy(l => l.Commune),
            ("commune", true) => Chercher().OrderByDescending(l => l.Commune),
            ("source", false) => Chercher().OrderBy(l => l.Source),
            ("source", true) => Chercher().OrderByDescending(l => l.Source),
            ("date", false) => Chercher().OrderBy(l => l.DateMaj),
            ("date", true) => Chercher().OrderByDescending(l => l.DateMaj),
            (_, true) => Chercher().OrderByDescending(l => l.Nom),
            _ => Chercher().OrderBy(l => l.Nom),
        };
        Lieux = await triees.ThenBy(l => l.Id).Skip((NumeroDePage - 1) * Ecran.ParPage).Take(Ecran.ParPage).ToListAsync(annulation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken annulation)
    {
        Etats = await EtatsDesFiches.LireAsync(db, annulation);
        return Ecran.Csv(
            "fiches.csv",
            [.. FicheLieu.Colonnes, "retenu", "etat"],
            (await Chercher().OrderBy(l => l.Id).Take(CsvMax).ToListAsync(annulation)).Select(l => FicheLieu.Colonnes.Select(l.Texte).Append(l.Retenu).Append(Etats.De(l).Etat)));
    }

    public string NomDeSource(string code) => Sources.FirstOrDefault(s => s.Code == code) is { } source ? Ecran.NomDe(source) : NomsDesSources.De(code);

    /// <summary>A filler is no date: it is unknown here as it is for the public.</summary>
    public string MisAJour(Lieu l) => Ecran.Jour(DateDeMiseAJour.Croyable(l.DateMaj, Ecran.JourDeParis(horloge.GetUtcNow())));

    public int Note(Lieu l) => Qualite.De(l, l.VerifieLe, HorairesDuLieu.Lire(l.Horaires) is not null, Ecran.JourDeParis(horloge.GetUtcNow())).Total;

    private IQueryable<Lieu> Chercher()
    {
        var lieux = db.Set<Lieu>().AsNoTracking();
        // Each word must be somewhere.
        foreach (var mot in Cherche?.Replace("\0", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(8) ?? [])
        {
            var motif = MotifSql.Contient(mot);
            lieux = lieux.Where(l => EF.Functions.ILike(l.Nom, motif, "\\") || EF.Functions.ILike(l.Commune, motif, "\\") || EF.Functions.ILike(l.Id, motif, "\\") || EF.Functions.ILike(l.Adresse!, motif, "\\") || l.CodePostal == mot);
        }

        if (!string.IsNullOrEmpty(FiltreSource))
        {
            lieux = lieux.Where(l => l.Source == FiltreSource);
        }

        if (!string.IsNullOrEmpty(FiltreDepartement))
        {
            lieux = lieux.Where(LieuxDuDepartement.De(FiltreDepartement));
        }

        return string.IsNullOrEmpty(FiltreEtat) ? lieux : Etats.Dans(FiltreEtat, lieux, db);
    }
}
