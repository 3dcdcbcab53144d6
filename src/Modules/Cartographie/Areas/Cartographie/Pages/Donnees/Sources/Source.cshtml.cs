using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Cartographie.Revue;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Donnees.Sources;

/// <summary>One producer: what is known of it, its imports, its defects, what could be given back to it, and its harvest.</summary>
internal sealed class SourceModel(FaireAvecDb db, TravauxDImport travaux, ContexteEcriture ecriture, CorrectionsDesLieux corrections, QualitesDesSources qualites) : PageModel
{
    private const int ImportsMontres = 10;

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    public Source Source { get; private set; } = null!;

    public int Lieux { get; private set; }

    public int Publies { get; private set; }

    public IReadOnlyList<ImportDeLieux> Imports { get; private set; } = [];

    public IReadOnlyList<(string Nom, int Nombre)> ParRegle { get; private set; } = [];

    public IReadOnlyList<CorrectionARendre> Corrections { get; private set; } = [];

    /// <summary>When the note of the mapping in force was written.</summary>
    public VersionDeCorrespondance? Version { get; private set; }

    public QualiteDeSource? Qualite { get; private set; }

    public bool Moissonnable => Source is { Url: not null, Etat: EtatSource.Active or EtatSource.Suspendue };

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken annulation) => await LireAsync(code, annulation) ? Page() : NotFound();

    /// <summary>The corrections that the producer could take over in its own file.</summary>
    public async Task<IActionResult> OnGetCorrectionsAsync(string code, CancellationToken annulation)
    {
        var aRendre = await corrections.ARendreAsync(code, annulation);
        return aRendre.Reussi
            ? File([.. System.Text.Encoding.UTF8.GetPreamble(), .. System.Text.Encoding.UTF8.GetBytes(string.Join("\r\n", [CorrectionARendre.Entete, .. aRendre.Valeur.Select(c => c.Ligne), ""]))], "text/csv; charset=utf-8", $"corrections-{code}.csv")
            : NotFound();
    }

    /// <summary>Fetches the file now.</summary>
    /// <param name="code">The source.</param>
    /// <param name="geste">"essai": what is read waits for a decision; "publier": published at once, unless the source shrinks.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<IActionResult> OnPostAsync(string code, string? geste, CancellationToken annulation)
    {
        if (!await LireAsync(code, annulation))
        {
            return NotFound();
        }

        if (geste is not ("essai" or "publier"))
        {
            return BadRequest();
        }

        if (!Moissonnable || (geste == "publier" && Source.Etat != EtatSource.Active))
        {
            ModelState.AddModelError("", Source.Url is null ? ErreursSources.SansAdresse(code).Message : MotsDonnees.T("Source.Fermee"));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        // A suspended source may be looked at: nothing of it is kept.
        var demande = geste == "publier" ? new DemandeDeMoisson() : Source.Etat == EtatSource.Suspendue ? new DemandeDeMoisson { ABlanc = true } : new DemandeDeMoisson { Retenir = true, Forcer = true };
        var import = await travaux.DemanderAsync(code, demande, ecriture.Acteur);
        if (import.Reussi)
        {
            return Redirect(LiensDonnees.Import(import.Valeur));
        }

        ModelState.AddModelError("", import.Erreur!.Message);
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }

    private async Task<bool> LireAsync(string code, CancellationToken annulation)
    {
        if (await db.Set<Source>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, annulation) is not { } source)
        {
            return false;
        }

        Source = source;
        Qualite = qualites.Lire().GetValueOrDefault(code);
        Lieux = await db.Set<Lieu>().CountAsync(l => l.Source == code, annulation);
        Publies = await db.Set<Lieu>().CountAsync(l => l.Source == code && l.Retenu == null, annulation);
        Imports = await db.Set<ImportDeLieux>().AsNoTracking().Where(i => i.Source == code).OrderByDescending(i => i.DebutLe).Take(ImportsMontres).ToListAsync(annulation);
        await db.MarquerLesInterrompusAsync(Imports, annulation);
        if (Imports.FirstOrDefault(i => i.Lus > 0) is { } dernier)
        {
            ParRegle = [.. (await db.Set<AnomalieDImport>().Where(a => a.Import == dernier.Id).GroupBy(a => a.Regle).Select(g => new { g.Key, Nombre = g.Count() }).OrderByDescending(g => g.Nombre).Take(ImportsMontres).ToListAsync(annulation)).Select(g => (Ecran.Regle(g.Key), g.Nombre))];
        }

        var aRendre = await corrections.ARendreAsync(code, annulation);
        Corrections = aRendre.Reussi ? aRendre.Valeur : [];
        Version = source.VersionEnCours is { } v ? await db.Set<VersionDeCorrespondance>().AsNoTracking().SingleOrDefaultAsync(c => c.Source == code && c.Version == v, annulation) : null;
        return true;
    }
}
