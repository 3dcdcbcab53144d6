using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Orienter;

/// <summary>What one sent, what one's organisation received, and the needs that nobody has been asked for yet.</summary>
internal sealed class ListeModel(FaireAvecDb db, SuiteDesOrientations suite, ILieuxQuiPeuventRecevoir lieux, Demandeur demandeur, TimeProvider horloge) : PageModel
{
    public const int ParPage = 50;
    public const string Recues = "recues";

    private const int BesoinsMax = 50;

    /// <summary>"recues", or what one sent.</summary>
    [BindProperty(SupportsGet = true, Name = "sens")]
    public string? Sens { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public EtatDOrientation? Etat { get; set; }

    [BindProperty(SupportsGet = true, Name = "besoin")]
    public string? Besoin { get; set; }

    /// <summary>Those that wait for this side only.</summary>
    [BindProperty(SupportsGet = true, Name = "a_faire")]
    public bool AFaire { get; set; }

    [BindProperty(SupportsGet = true, Name = "clos")]
    public bool Clos { get; set; }

    public bool EnReception => Sens == Recues;

    public bool Filtree => Etat is not null || !string.IsNullOrEmpty(Besoin) || AFaire;

    public int NumeroDePage { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<OrientationLue> Lignes { get; private set; } = [];

    /// <summary>Needs kept that nobody has been asked for, the urgent ones first.</summary>
    public IReadOnlyList<BesoinExprime> Besoins { get; private set; } = [];

    /// <summary>Needs whose unique referent one is.</summary>
    public IReadOnlyList<BesoinExprime> EnReference { get; private set; } = [];

    public DateTimeOffset Maintenant { get; private set; }

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        Maintenant = horloge.GetUtcNow();
        var moi = demandeur.Identite!;
        var (compte, organisation) = (moi.Compte, moi.Organisation);
        NumeroDePage = Request.NumeroDePage();
        var orientations = db.Set<Orientation>().AsNoTracking();
        orientations = EnReception ? orientations.Where(o => o.Destinataire == organisation && o.EnvoyeeLe != null) : orientations.Where(o => o.Auteur == compte);
        if (BesoinsDOrientation.De(Besoin) is { } besoin)
        {
            orientations = orientations.Where(o => o.Code == besoin.Code);
        }

        // What who sent may not know isn't a column: filters on it are applied to what is seen.
        var vues = (await orientations.OrderByDescending(o => o.ProposeeLe).ThenByDescending(o => o.Id).Take(1000).ToListAsync(annulation))
            .Select(o => new OrientationLue(o, EnReception, OrientationLue.Nom(o, lieux, Maintenant)))
            .Where(l => (Etat is null || l.Etat == Etat) && (!AFaire || l.Prochain is not null)).ToList();
        Total = vues.Count;
        Lignes = [.. vues.Skip((NumeroDePage - 1) * ParPage).Take(ParPage)];
        if (!EnReception)
        {
            Besoins = await db.Set<BesoinExprime>().AsNoTracking().Where(b => b.Auteur == compte && b.Envois == 0 && b.ClosLe == null).OrderBy(b => b.Apres != null).ThenBy(b => b.Avant == null).ThenBy(b => b.Avant).ThenByDescending(b => b.CreeLe).Take(BesoinsMax).ToListAsync(annulation);
            EnReference = await db.Set<BesoinExprime>().AsNoTracking().Where(b => b.ReferentUnique == compte && b.ClosLe == null).OrderByDescending(b => b.ReferentDepuis).Take(BesoinsMax).ToListAsync(annulation);
        }
    }

    /// <summary>The need is no longer there.</summary>
    public async Task<IActionResult> OnPostClorAsync(Guid id, CancellationToken annulation) =>
        await suite.ClorLeBesoinAsync(id, annulation) ? Redirect($"{LiensDesOrientations.Liste}?clos=true") : NotFound();
}
