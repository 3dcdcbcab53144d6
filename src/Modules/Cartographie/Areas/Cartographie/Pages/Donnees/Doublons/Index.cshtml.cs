using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Doublons;

/// <summary>The review queue: one pair at a time, a verdict, the next one at once. The last verdict may be taken back.</summary>
internal sealed class IndexModel(FaireAvecDb db, FileDesPaires file, DecisionsDeRapprochement decisions, ContexteEcriture ecriture) : PageDePaires(db)
{
    /// <summary>First record of the pair asked for; the first pair of the queue when there is none.</summary>
    [BindProperty(SupportsGet = true, Name = "a")]
    public string? A { get; set; }

    [BindProperty(SupportsGet = true, Name = "b")]
    public string? B { get; set; }

    /// <summary>The verdict just given, which may be taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public Guid? Fait { get; set; }

    /// <summary>True when the whole queue was gone through, with pairs left for later.</summary>
    [BindProperty(SupportsGet = true, Name = "tour")]
    public bool Tour { get; set; }

    [BindProperty]
    [TexteLibre(ContactsPermis = true)]
    public string? Motif { get; set; }

    public PaireLue? Paire { get; private set; }

    public IReadOnlyList<ChampCompare> Champs { get; private set; } = [];

    /// <summary>Pairs of the filter that wait.</summary>
    public int Total { get; private set; }

    /// <summary>Place of the pair in the queue, from 1; null when it doesn't wait.</summary>
    public int? Rang { get; private set; }

    /// <summary>The verdict that « Annuler » takes back, with the names of its two records.</summary>
    public (DecisionHumaine Decision, string NomA, string NomB)? Derniere { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation) => await MontrerAsync(annulation) ?? Page();

    public async Task<IActionResult> OnPostAsync(string? geste, CancellationToken annulation)
    {
        if (A is null || B is null || await file.LireAsync(new ClePaire(A, B), annulation) is not { } paire)
        {
            return NotFound();
        }

        if (!ModelState.LireMotif(Motif, DecisionHumaine.MotifMax, siVide: null, out var motif) || !this.TextesLibresAcceptes())
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await MontrerAsync(annulation) ?? Page();
        }

        // Found before the verdict takes the pair out of the queue.
        var suivante = await SuivanteAsync(paire.Cle, annulation);
        if (geste == "plus-tard")
        {
            return Redirect(Vers(suivante, null));
        }

        if (geste is not ("meme" or "distinct"))
        {
            return BadRequest();
        }

        ecriture.Motif = motif;
        var decide = await decisions.DeciderAsync([(paire.A.Id, paire.B.Id)], geste == "meme" ? VerdictHumain.Meme : VerdictHumain.Distinct, annulation);
        if (!decide.Reussi)
        {
            ModelState.Dire(decide.Erreurs);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await MontrerAsync(annulation) ?? Page();
        }

        return Redirect(Vers(suivante, decide.Valeur[0].Id));
    }

    /// <summary>Takes the last verdict back, and shows its pair again.</summary>
    public async Task<IActionResult> OnPostAnnulerAsync(CancellationToken annulation)
    {
        if (Fait is not { } id || await Db.Set<DecisionHumaine>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, annulation) is not { } decision)
        {
            return NotFound();
        }

        var annulee = await decisions.AnnulerAsync(id, annulation);
        if (!annulee.Reussi)
        {
            ModelState.AddModelError("", MotsDonnees.T("Doublons.Annuler.Deja"));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await MontrerAsync(annulation) ?? Page();
        }

        var cle = new ClePaire(decision.LieuA, decision.LieuB);
        await file.RemettreAsync(cle, annulation);
        return Redirect(Vers(cle, null));
    }

    /// <summary>Address of this page with the filters kept.</summary>
    public string Vers(ClePaire? paire, Guid? fait) => QueryHelpers.AddQueryString(LiensDonnees.Doublons, Parametres(
        ("a", paire?.A), ("b", paire?.B), ("fait", fait?.ToString()), ("tour", paire is null ? "true" : null)));

    /// <summary>Fills the page; an answer instead when the pair asked for doesn't exist.</summary>
    private async Task<IActionResult?> MontrerAsync(CancellationToken annulation)
    {
        await LireLesFiltresAsync(annulation);
        var cles = await file.OrdonnerAsync(Filtre, annulation);
        Total = cles.Count;
        var demandee = A is not null && B is not null ? new ClePaire(A, B) : Tour || cles.Count == 0 ? null : cles[0];
        if (demandee is not null)
        {
            Paire = await file.LireAsync(demandee, annulation);
            if (Paire is null)
            {
                return NotFound();
            }

            Champs = ComparaisonDeFiches.Comparer(Paire.A, Paire.B);
            Rang = cles.Index().Where(c => c.Item == Paire.Cle).Select(c => (int?)c.Index + 1).FirstOrDefault();
        }

        if (Fait is { } id && await Db.Set<DecisionHumaine>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.AnnuleeLe == null, annulation) is { } decision)
        {
            var noms = await Db.Set<Lieu>().Where(l => l.Id == decision.LieuA || l.Id == decision.LieuB).ToDictionaryAsync(l => l.Id, l => l.Nom, StringComparer.Ordinal, annulation);
            Derniere = (decision, noms.GetValueOrDefault(decision.LieuA, decision.LieuA), noms.GetValueOrDefault(decision.LieuB, decision.LieuB));
        }

        return null;
    }

    private async Task<ClePaire?> SuivanteAsync(ClePaire paire, CancellationToken annulation)
    {
        var cles = await file.OrdonnerAsync(Filtre, annulation);
        var rang = cles.Index().Where(c => c.Item == paire).Select(c => c.Index).DefaultIfEmpty(-1).First();
        return rang + 1 < cles.Count ? cles[rang + 1] : null;
    }
}
