using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Horaires;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Fiches;

/// <summary>One source record: what is shown of it and where each field comes from, its corrections, its quality, its history.</summary>
internal sealed class FicheModel(FaireAvecDb db, CatalogueLieux catalogue, CorrectionsDesLieux corrections, TimeProvider horloge) : PageDeFiche(db)
{
    private const int HistoireMontree = 50;

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public Source? Source { get; private set; }

    /// <summary>The place as the public sees it; null when it isn't shown.</summary>
    public Lieu? Publie { get; private set; }

    public MembreDeGroupe? Membre { get; private set; }

    /// <summary>True when another record of the same place is a shelter's: neither is shown.</summary>
    public bool AvecHebergement { get; private set; }

    /// <summary>State told to the data manager: the record's own, unless it is hidden with the others of its place.</summary>
    public string EtatDit => AvecHebergement ? "avec-hebergement" : Etat;

    public IReadOnlyList<OrigineDuChamp> Origines { get; private set; } = [];

    public Qualite Qualite { get; private set; } = null!;

    public IReadOnlyList<ChangementDeLieu> Histoire { get; private set; } = [];

    public IReadOnlyList<Arret> Arrets { get; private set; } = [];

    public IReadOnlyList<LienDeLieux> Liens { get; private set; } = [];

    private IReadOnlyDictionary<string, string> _noms = new Dictionary<string, string>(StringComparer.Ordinal);

    public string NomDeSource(string code) => _noms.GetValueOrDefault(code) ?? NomsDesSources.De(code);

    /// <summary>True when the date says nothing: a filler, or a machine's zero.</summary>
    public bool DateDeRemplissage => DateDeMiseAJour.Croyable((Publie ?? Corrigee).DateMaj, Ecran.JourDeParis(horloge.GetUtcNow())) is null;

    public bool EstItinerant => Corrigee.Itinerance.Contains("Itinérant", StringComparer.Ordinal) || Arrets.Count > 0;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken annulation) => await TrouverAsync(id, annulation) ? Page() : NotFound();

    /// <summary>Takes a correction back: what the source says is shown again. It stays in the history.</summary>
    public async Task<IActionResult> OnPostRetirerAsync(string id, Guid correction, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation) || Corrections.All(c => c.Id != correction))
        {
            return NotFound();
        }

        if (!(await corrections.RetirerAsync(correction, annulation)).Reussi)
        {
            ModelState.AddModelError("", MotsDonnees.T("Fiche.Correction.Deja"));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Redirect($"{LiensDonnees.Lieu(id)}?fait=retiree");
    }

    protected override async Task<bool> TrouverAsync(string id, CancellationToken annulation)
    {
        if (!await base.TrouverAsync(id, annulation))
        {
            return false;
        }

        Membre = await Db.Set<MembreDeGroupe>().AsNoTracking().SingleOrDefaultAsync(m => m.Lieu == id, annulation);
        AvecHebergement = Membre is { } membre && (Etat is "publie" or "accord") && await GroupesAvecHebergement.EnContientAsync(Db, membre.Groupe, annulation);
        var membres = Membre is null ? [id] : await Db.Set<MembreDeGroupe>().Where(m => m.Groupe == Membre.Groupe).Select(m => m.Lieu).ToArrayAsync(annulation);
        var fiches = await Db.Set<Lieu>().AsNoTracking().Where(l => membres.Contains(l.Id)).ToListAsync(annulation);
        var enVigueur = await Db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => membres.Contains(c.Lieu) && c.Etat == EtatCorrection.Active).ToListAsync(annulation);
        var index = catalogue.Index;
        Publie = Etat is "publie" or "accord" && index.RangDe(Membre?.Groupe ?? id) is >= 0 and var rang ? index[rang] : null;
        // A record that stands alone is told as it is in the database: the index follows a change by a few seconds.
        Origines = Publie is null || Membre is null ? OrigineDuChamp.De(Corrigee, [Lieu], [.. EnVigueur]) : OrigineDuChamp.De(Publie, fiches, enVigueur);
        Qualite = Qualite.De(Corrigee, Lieu.VerifieLe, HorairesDuLieu.Lire(Corrigee.Horaires) is not null, Ecran.JourDeParis(horloge.GetUtcNow()));
        var histoire = await Db.Set<HistoriqueDeLieu>().AsNoTracking().Where(h => h.Lieu == id).OrderByDescending(h => h.Id).Take(HistoireMontree).ToListAsync(annulation);
        Histoire = [.. histoire.Select(ChangementDeLieu.De).Concat(Corrections.SelectMany(ChangementDeLieu.De)).Concat(Accords.SelectMany(ChangementDeLieu.De)).OrderByDescending(c => c.Instant).Take(HistoireMontree)];
        Arrets = await Db.Set<Arret>().AsNoTracking().Where(a => a.Lieu == id).OrderBy(a => a.PremierJour).ToListAsync(annulation);
        Liens = await Db.Set<LienDeLieux>().AsNoTracking().Where(l => l.Hote == id || l.Invite == id).ToListAsync(annulation);
        var sources = await Db.Set<Source>().AsNoTracking().ToListAsync(annulation);
        _noms = sources.ToDictionary(s => s.Code, Ecran.NomDe, StringComparer.Ordinal);
        Source = sources.FirstOrDefault(s => s.Code == Lieu.Source);
        return true;
    }
}
