using System.Globalization;
using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Ecrire;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Accompagnement.Imports;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Importer;

/// <summary>One import, wherever it is: being read, to be checked, being written, done, rolled back.</summary>
internal sealed class ImportModel(FaireAvecDb db, ImportsDuMediateur imports, TravauxDesImports travaux, ContenuDImport contenu, FaireAvec.Contracts.Cartographie.ITableaux tableaux, Demandeur demandeur) : PageDImport(imports, demandeur)
{
    public const int ParPage = 50;

    private const int PageMax = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    [BindProperty(SupportsGet = true, Name = "liste")]
    public string? ListeDemandee { get; set; }

    /// <summary>True after choices were kept.</summary>
    [BindProperty(SupportsGet = true, Name = "choix")]
    public bool ChoixGardes { get; set; }

    /// <summary>« memes » or « autres ».</summary>
    [BindProperty]
    public string? Doublons { get; set; } = "memes";

    [BindProperty]
    public bool Corrections { get; set; } = true;

    /// <summary>Lines that were shown with a box.</summary>
    [BindProperty]
    public List<int> Montres { get; set; } = [];

    /// <summary>Those whose box is ticked.</summary>
    [BindProperty]
    public List<int> Coches { get; set; } = [];

    public BilanDImport Bilan { get; private set; } = new();

    public int Disparus { get; private set; }

    public int Laisses { get; private set; }

    /// <summary>The list that is shown; null when there is none.</summary>
    public ListeDImport? Liste { get; private set; }

    public IReadOnlyList<ListeDImport> Listes { get; private set; } = [];

    public IReadOnlyList<RangeeDApercu> Rangees { get; private set; } = [];

    public IReadOnlyList<Activite> Restes { get; private set; } = [];

    public int NumeroDePage { get; private set; }

    public bool EnTravail => EtatsDImport.EnTravail.Contains(Import.Etat);

    public bool AVerifier => Import.Etat == EtatDImport.AVerifier;

    public bool AuChoix => AVerifier && Liste?.Code is "doubles" or "conflits" or "corrections";

    public async Task OnGetAsync(CancellationToken annulation)
    {
        NumeroDePage = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, PageMax) : 1;
        await LireAsync(annulation);
    }

    public IActionResult OnGetCsv() =>
        Import.EffaceLe is null ? new FichierDApercu(db.Set<LigneDImport>().AsNoTracking().Where(l => l.Import == Id).OrderBy(l => l.Rang)) : NotFound();

    /// <summary>The refused rows as they were sent, with the reason: to correct and send again.</summary>
    public async Task<IActionResult> OnGetRefuseesAsync(CancellationToken annulation)
    {
        var refusees = await db.Set<LigneDImport>().AsNoTracking().Where(l => l.Import == Id && (l.Sort == SortDeLigne.Refuse || l.Fait == FaitDeLigne.Refuse))
            .Select(l => new { l.Numeros, l.Defauts }).ToListAsync(annulation);
        if (refusees.Count == 0 || await contenu.OuvrirAsync(Id, annulation) is not { } fichier)
        {
            return NotFound();
        }

        var raisons = new Dictionary<long, string>();
        foreach (var ligne in refusees)
        {
            var raison = string.Join(' ', ligne.Defauts.Where(d => d.Refuse).Select(d => d.Phrase).Distinct(StringComparer.Ordinal));
            foreach (var numero in ligne.Numeros)
            {
                raisons[numero] = raison;
            }
        }

        return new FichierDesRefus(tableaux, fichier, Import, raisons);
    }

    public async Task<IActionResult> OnPostConfirmerAsync(CancellationToken annulation)
    {
        if (AVerifier && Montres.Count <= ParPage)
        {
            await Imports.DeciderCeQuiChangeAsync(Import, Montres, Coches, annulation);
        }

        return await SuivreAsync(await Imports.ConfirmerAsync(Import, Doublons == "autres", Corrections, annulation), annulation);
    }

    public async Task<IActionResult> OnPostAbandonnerAsync(CancellationToken annulation) => await SuivreAsync(await Imports.AbandonnerAsync(Import, annulation), annulation);

    public async Task<IActionResult> OnPostDeciderAsync(CancellationToken annulation)
    {
        if (!AVerifier || Montres.Count > ParPage)
        {
            return await RefuserAsync(ErreursImports.PasAVerifier.Message, annulation);
        }

        await Imports.DeciderAsync(Import, Montres, Coches, annulation);
        return Redirect($"{LiensDesImports.Import(Id)}?liste={Uri.EscapeDataString(ListeDemandee ?? "")}&choix=true#liste");
    }

    private async Task<IActionResult> SuivreAsync(Kernel.Resultats.Resultat<bool> geste, CancellationToken annulation)
    {
        if (!geste.Reussi)
        {
            return await RefuserAsync(geste.Erreur!.Message, annulation);
        }

        await travaux.AttendreAsync(Id, Patience, annulation);
        return Redirect(LiensDesImports.Import(Id));
    }

    private async Task<IActionResult> RefuserAsync(string phrase, CancellationToken annulation)
    {
        db.ChangeTracker.Clear();
        await RechargerAsync(annulation);
        ModelState.AddModelError("", phrase);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        NumeroDePage = 1;
        await LireAsync(annulation);
        return Page();
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        if (EnTravail || Import.Etat is EtatDImport.Colonnes or EtatDImport.Abandonne or EtatDImport.Refuse)
        {
            return;
        }

        Bilan = Import.EffaceLe is null && AVerifier ? await db.BilanAsync(Id, annulation) : Import.Bilan ?? new BilanDImport();
        if (Import.Etat == EtatDImport.Annule)
        {
            Restes = await AnnulationDImport.Restes(db, Id).OrderByDescending(a => a.Jour).Take(200).ToListAsync(annulation);
        }

        if (Import.EffaceLe is not null)
        {
            return;
        }

        // The sheets of a spreadsheet of one's own aren't parts of one whole: what one doesn't have, another one may.
        Disparus = Import.Du is null || Import.Etat == EtatDImport.Annule || Import.Outil != OutilsDOrigine.ExportDeCra ? 0 : await db.Disparus(Import).CountAsync(annulation);
        Laisses = await AvecDefauts().CountAsync(annulation);
        Listes =
        [
            .. new ListeDImport[]
            {
                new("refuses", Bilan.Refuses), new("doubles", Bilan.Doubles), new("conflits", Bilan.Conflits), new("corrections", Bilan.Corriges), new("nouveaux", AVerifier ? Bilan.Nouveaux : Bilan.Ecrits), new("laisses", Laisses), new("deja", Bilan.Deja + Bilan.SupprimesIci), new("disparus", Disparus),
            }.Where(l => l.Nombre > 0),
        ];
        Liste = Listes.FirstOrDefault(l => l.Code == ListeDemandee) ?? (Listes.Count > 0 ? Listes[0] : null);
        await RangeesAsync(annulation);
    }

    // Lines that are taken, less something.
    private IQueryable<LigneDImport> AvecDefauts() => db.Set<LigneDImport>().FromSql($"SELECT * FROM accompagnement.lignes_d_import WHERE import = {Id} AND sort <> 'Refuse' AND fait IS DISTINCT FROM 'Refuse' AND defauts <> '[]'::jsonb").AsNoTracking();

    private async Task RangeesAsync(CancellationToken annulation)
    {
        if (Liste is null)
        {
            return;
        }

        if (Liste.Code == "disparus")
        {
            var partis = await db.Disparus(Import).Join(db.Set<Activite>(), e => e.Activite, a => a.Id, (e, a) => a).OrderBy(a => a.Jour).ThenBy(a => a.Id).Skip((NumeroDePage - 1) * ParPage).Take(ParPage).AsNoTracking().ToListAsync(annulation);
            Rangees = [.. partis.Select(a => new RangeeDApercu(null, "", a.Jour, $"{MotsActivites.Resume(a)}, {PageDActivite.EnHeures(a.Duree)}", [MotsImports.T("Disparu.Texte")], a.Id, null))];
            return;
        }

        var toutes = db.Set<LigneDImport>().AsNoTracking().Where(l => l.Import == Id);
        var lignes = await (Liste.Code switch
        {
            "refuses" => toutes.Where(l => l.Sort == SortDeLigne.Refuse || l.Fait == FaitDeLigne.Refuse),
            "doubles" => toutes.Where(l => l.Sort == SortDeLigne.Double),
            "conflits" => toutes.Where(l => l.Sort == SortDeLigne.Conflit),
            "corrections" => toutes.Where(l => l.Sort == SortDeLigne.Corrige),
            "nouveaux" when AVerifier => toutes.Where(l => l.Sort == SortDeLigne.Nouveau),
            "nouveaux" => toutes.Where(l => l.Fait == FaitDeLigne.Ecrit),
            "laisses" => AvecDefauts(),
            _ => toutes.Where(l => l.Sort == SortDeLigne.Deja || l.Sort == SortDeLigne.SupprimeIci),
        }).OrderBy(l => l.Rang).Skip((NumeroDePage - 1) * ParPage).Take(ParPage).ToListAsync(annulation);
        var ids = lignes.Select(l => l.Activite).OfType<Guid>().ToList();
        var actes = await db.Set<Activite>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, annulation);
        Rangees = [.. lignes.Select(l => RangeeDApercu.De(l, l.Activite is { } id ? actes.GetValueOrDefault(id) : null, Import))];
    }
}

/// <param name="Code">« refuses », « doubles »…</param>
/// <param name="Nombre">How many acts are in it.</param>
internal sealed record ListeDImport(string Code, int Nombre);
