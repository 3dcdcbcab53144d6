using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Aujourdhui;

/// <summary>What waits for somebody today, then how the data is.</summary>
internal sealed class IndexModel(FaireAvecDb db, QualitesDesSources qualites, TimeProvider horloge) : PageModel
{
    /// <summary>Days of defects that are counted.</summary>
    public const int JoursDeDefauts = 30;

    /// <summary>A source fetched each night that wasn't for so many days is stale.</summary>
    public const int JoursDeSilence = 7;

    private const int ReglesMontrees = 12;

    public IReadOnlyList<ATraiter> Taches { get; private set; } = [];

    public IReadOnlyList<ImportDeLieux> Imports { get; private set; } = [];

    public IReadOnlyList<(string Nom, int Nombre)> ParSource { get; private set; } = [];

    public IReadOnlyList<(string Nom, int Nombre)> ParRegle { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Noms { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public int Lieux { get; private set; }

    public int HorsCarte { get; private set; }

    public int Paires { get; private set; }

    public int Signalements { get; private set; }

    /// <summary>Quality of the sources, in the order of their names: it isn't a race.</summary>
    public IReadOnlyList<QualiteDeSource> Qualites { get; private set; } = [];

    public DateTimeOffset Maintenant { get; private set; }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        Maintenant = horloge.GetUtcNow();
        var sources = await db.Set<Source>().AsNoTracking().ToListAsync(annulation);
        Noms = sources.ToDictionary(s => s.Code, Ecran.NomDe, StringComparer.Ordinal);
        var debut = Ecran.DebutDuJour(Ecran.JourDeParis(Maintenant));
        Imports = await db.Set<ImportDeLieux>().AsNoTracking().Where(i => i.DebutLe >= debut).OrderByDescending(i => i.DebutLe).Take(Ecran.ParPage).ToListAsync(annulation);
        await db.MarquerLesInterrompusAsync(Imports, annulation);
        var etats = await EtatsDesFiches.LireAsync(db, annulation);
        Lieux = await etats.Dans(EtatsDesFiches.Publie, db.Set<Lieu>(), db).CountAsync(annulation) + await etats.Dans(EtatsDesFiches.Accord, db.Set<Lieu>(), db).CountAsync(annulation);
        HorsCarte = await db.Set<Lieu>().CountAsync(annulation) - Lieux;
        Paires = await db.Set<PaireARevoir>().CountAsync(annulation);
        Signalements = await db.Set<Signalement>().CountAsync(s => s.Etat == EtatSignalement.Nouveau || s.Etat == EtatSignalement.EnCours, annulation);
        var depuis = Maintenant.AddDays(-JoursDeDefauts);
        ParSource = [.. (await db.Set<AnomalieDImport>().Where(a => a.Instant >= depuis).GroupBy(a => a.Source).Select(g => new { g.Key, Nombre = g.Count() }).OrderByDescending(g => g.Nombre).Take(ReglesMontrees).ToListAsync(annulation)).Select(g => (NomDe(g.Key), g.Nombre))];
        ParRegle = [.. (await db.Set<AnomalieDImport>().Where(a => a.Instant >= depuis).GroupBy(a => a.Regle).Select(g => new { g.Key, Nombre = g.Count() }).OrderByDescending(g => g.Nombre).Take(ReglesMontrees).ToListAsync(annulation)).Select(g => (Ecran.Regle(g.Key), g.Nombre))];
        Qualites = [.. qualites.Lire().Values.OrderBy(q => NomDe(q.Source), StringComparer.CurrentCultureIgnoreCase)];
        Taches = [.. await ATraiterAsync(sources, annulation)];
    }

    public string NomDe(string? source) => source is null ? MotsDonnees.T("Imports.PlusieursSources") : Noms.GetValueOrDefault(source, source);

    private async Task<IEnumerable<ATraiter>> ATraiterAsync(IReadOnlyCollection<Source> sources, CancellationToken annulation)
    {
        var retenus = await db.Set<ImportDeLieux>().AsNoTracking().Where(i => i.Statut == StatutImport.Retenu).OrderBy(i => i.DebutLe).ToListAsync(annulation);
        // The last import of a source tells how it is; an older failure is over.
        var hier = Maintenant.AddDays(-JoursDeSilence);
        var echecs = await db.Set<ImportDeLieux>().AsNoTracking()
            .Where(i => i.Statut == StatutImport.Echec && i.DebutLe >= hier && !db.Set<ImportDeLieux>().Any(j => j.Source == i.Source && j.DebutLe > i.DebutLe))
            .OrderBy(i => i.DebutLe).ToListAsync(annulation);
        var muettes = sources.Where(s => s.EstMoissonneeChaqueNuit && (s.RecupereeLe ?? s.CreeeLe) < hier).OrderBy(s => s.Nom, StringComparer.CurrentCulture);
        return
        [
            .. retenus.Select(i => new ATraiter(VariantePastille.Ferme, MotsDonnees.T("Aujourdhui.Decider"), MotsDonnees.T("Aujourdhui.Retenu", NomDe(i.Source), Ecran.Jour(i.DebutLe)), LiensDonnees.Import(i.Id))),
            .. echecs.Select(i => new ATraiter(VariantePastille.Ferme, MotsDonnees.T("Aujourdhui.Echec"), MotsDonnees.T("Aujourdhui.Illisible", NomDe(i.Source), Ecran.Jour(i.DebutLe)), LiensDonnees.Import(i.Id))),
            .. muettes.Select(s => new ATraiter(VariantePastille.Miel, MotsDonnees.T("Aujourdhui.Silence"), s.RecupereeLe is null ? MotsDonnees.T("Aujourdhui.Muette.Jamais", Noms[s.Code]) : MotsDonnees.T("Aujourdhui.Muette", Noms[s.Code], Ecran.Jour(s.RecupereeLe)), LiensDonnees.Source(s.Code))),
            .. Signalements == 0 ? [] : new[] { new ATraiter(VariantePastille.Miel, MotsDonnees.T("Aujourdhui.Public"), MotsDonnees.N("Aujourdhui.Signalements", Signalements), LiensDonnees.Signalements) },
            .. Paires == 0 ? [] : new[] { new ATraiter(VariantePastille.Calme, MotsDonnees.T("Nav.Doublons"), MotsDonnees.N("Aujourdhui.Paires", Paires), LiensDonnees.Doublons) },
        ];
    }
}
