using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.AllerVers;
using FaireAvec.Accompagnement.Domain.AllerVers;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.AllerVers;

/// <summary>One action: seen, corrected, completed as the weeks tell what people became, removed and given back, its partner called back.</summary>
internal sealed class ActionModel(
    FaireAvecDb db, ActionsDAllerVers actions, PartenairesQuiOrientent partenaires, ConfigurationsDAllerVers configurations, Habitudes habitudes, INomsDesLieux noms, ITerritoires territoires, Demandeur demandeur, JourDuMediateur jours, TimeProvider horloge)
    : PageDAllerVers(partenaires, configurations, territoires, demandeur, jours, horloge)
{
    private readonly PartenairesQuiOrientent _partenaires = partenaires;
    private readonly ConfigurationsDAllerVers _configurations = configurations;

    public ActionDAllerVers Action { get; private set; } = null!;

    public Entonnoir Entonnoir => Entonnoir.De([Action.Effectifs]);

    public string? Partenaire { get; private set; }

    public string? Configuration { get; private set; }

    /// <summary>The form instead of what it says.</summary>
    [BindProperty(SupportsGet = true, Name = "corriger")]
    public bool Corriger { get; set; }

    [BindProperty(SupportsGet = true, Name = "corrigee")]
    public bool Corrigee { get; set; }

    public string Ou => Ressources.MotsAllerVers.Ou(Action, noms.Trouver(Action.Lieu)?.Nom, Territoires.Commune(Action.Commune)?.Nom);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        Corriger &= Action.SupprimeeLe is null;
        if (Corriger)
        {
            F = FormulaireDAllerVers.De(Action, code => Territoires.Commune(code)?.Nom);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        (F.Id, Corriger) = (id, true);
        if (await LireLeFormulaireAsync(annulation) is not { } saisie)
        {
            return Refuser();
        }

        var corrigee = await actions.CorrigerAsync(Action, saisie, F.Version, annulation);
        if (corrigee.Reussi)
        {
            return Redirect($"{LiensDeLAllerVers.Action(id)}?corrigee=true");
        }

        Dire(corrigee.Erreurs);
        return Refuser(corrigee.Erreur!.Code == ErreursAllerVers.ModifieeEntreTemps.Code || corrigee.Erreur.Code == ErreursAllerVers.Supprimee.Code ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
    }

    public async Task<IActionResult> OnPostSupprimerAsync(Guid id, CancellationToken annulation) =>
        !await TrouverAsync(id, annulation) ? NotFound()
        : (await actions.SupprimerAsync(Action, annulation)).Reussi ? Redirect($"{LiensDeLAllerVers.Liste}?supprimee={id}")
        : new StatusCodeResult(StatusCodes.Status409Conflict);

    public async Task<IActionResult> OnPostRetablirAsync(Guid id, CancellationToken annulation) =>
        !await TrouverAsync(id, annulation) ? NotFound()
        : (await actions.RetablirAsync(Action, annulation)).Reussi ? Redirect(LiensDeLAllerVers.Action(id))
        : new StatusCodeResult(StatusCodes.Status409Conflict);

    public async Task<IActionResult> OnPostRappeleAsync(Guid id, CancellationToken annulation) =>
        !await TrouverAsync(id, annulation) ? NotFound()
        : (await actions.RappeleAsync(Action, annulation)).Reussi ? Redirect(LiensDeLAllerVers.Liste)
        : new StatusCodeResult(StatusCodes.Status409Conflict);

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        var moi = Moi.Compte;
        if (await db.Set<ActionDAllerVers>().SingleOrDefaultAsync(a => a.Id == id && a.Auteur == moi, annulation) is not { } action)
        {
            return false;
        }

        Action = action;
        await ListesAsync(action, annulation);
        Partenaire = action.Partenaire is { } p ? (await _partenaires.NomsAsync(moi, annulation)).GetValueOrDefault(p) : null;
        Configuration = action.Configuration is { } c ? (await _configurations.TrouverAsync(c, moi, annulation))?.Nom : null;
        var lieux = (await habitudes.LireAsync(moi, action.Organisation, annulation)).Lieux;
        // A place that closed since stays in the list of its action.
        Lieux = action.Lieu is { } lieu && lieux.All(l => l.Valeur != lieu) ? [new OptionDeChamp(lieu, noms.Trouver(lieu)?.Nom ?? lieu), .. lieux] : lieux;
        return true;
    }
}
