using FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Personnes;
using FaireAvec.Accompagnement.Domain.Orientations;
using FaireAvec.Accompagnement.Orientations;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.OrientationRecue;

/// <summary>
/// A receiver without an account, by their link: one orientation, and what to answer. A link that is unknown, too old or taken back gives the same page:
/// which of them isn't said.
/// </summary>
internal sealed class IndexModel(LiensSignes liens, ILieuxQuiPeuventRecevoir lieux, IGensDesOrganisations gens, TimeProvider horloge) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "jeton")]
    public string Jeton { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    [BindProperty]
    public DateOnly? Rdv { get; set; }

    [BindProperty]
    public string? Heure { get; set; }

    [BindProperty]
    public string? Motif { get; set; }

    [BindProperty]
    public string? Resultat { get; set; }

    public Orientation? Orientation { get; private set; }

    public string Ou { get; private set; } = "";

    public string? Expediteur { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        // The address is the key: it goes to no other site.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        ViewData[Gabarit.Robots] = "noindex";
    }

    public string? Fuseau(Orientation orientation) => lieux.Trouver(orientation.Lieu, horloge.GetUtcNow())?.Fuseau;

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        await LireAsync(annulation);
        return Orientation is null ? Inconnu() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? quoi, CancellationToken annulation)
    {
        ModelState.SansPhrases();
        var erreurs = await liens.OuvrirAsync(Jeton, async (db, orientation) => (await SuiteDesOrientations.RepondreAsync(db, horloge, orientation, new GesteDuReceveur(quoi, RendezVousSaisi.Lire(Rdv, Heure, Fuseau(orientation)), Motif, Resultat), annulation)).Erreurs, annulation);
        if (erreurs is null)
        {
            return Inconnu();
        }

        if (erreurs.Count == 0)
        {
            return Redirect($"{LiensDesOrientations.Jeton(Jeton)}?fait={Uri.EscapeDataString(quoi ?? "")}");
        }

        foreach (var erreur in erreurs)
        {
            ModelState.AddModelError(erreur.Champ ?? "", MotsOrientation.Erreur(erreur));
        }

        await LireAsync(annulation);
        Response.StatusCode = erreurs.Any(e => e.Code == ErreursOrientation.Etat.Code) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        Orientation = await liens.OuvrirAsync(Jeton, (_, orientation) => Task.FromResult(orientation), annulation);
        if (Orientation is { } o)
        {
            Ou = OrientationLue.Nom(o, lieux, horloge.GetUtcNow());
            Expediteur = await gens.NomAsync(o.Organisation, annulation);
        }
    }

    private PageResult Inconnu()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
