using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Organisations;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Areas.Comptes.Pages.Organisations.Modifier;

/// <summary>What an organisation is in the schemes, from when until when.</summary>
internal sealed class FonctionsModel(FaireAvecDb db, AccesAuxOrganisations acces, RegistreDesOrganisations registre, TimeProvider horloge) : PageModel
{
    [BindProperty]
    public string? Fonction { get; set; }

    [BindProperty]
    public DateOnly? Debut { get; set; }

    /// <summary>Last day with the function; empty while it isn't known.</summary>
    [BindProperty]
    public DateOnly? Fin { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public IReadOnlyList<FonctionDOrganisation> EnCours { get; private set; } = [];

    public DateOnly Aujourdhui => JourDeParis.De(horloge.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken annulation)
    {
        Debut = Aujourdhui;
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        if (!Organisation.Ouverte)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation))
        {
            return NotFound();
        }

        var fonction = CriteresDOrganisation.Lire<Fonction>(Fonction);
        if (fonction is null)
        {
            ModelState.AddModelError(nameof(Fonction), Ressources.MotsMembres.T("Organisation.Fonction.Vide"));
        }

        if (Debut is null && ModelState.GetFieldValidationState(nameof(Debut)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(Debut), Ressources.MotsMembres.T("Organisation.Fonction.Debut.Vide"));
        }

        if (ModelState.IsValid)
        {
            // The last day that is typed is a day with it; the one that is kept is the first without.
            var ajoutee = await registre.AjouterFonctionAsync(Organisation, fonction!.Value, Debut!.Value, Fin < DateOnly.MaxValue ? Fin?.AddDays(1) : Fin, annulation);
            if (ajoutee.Reussi)
            {
                return Redirect($"{LiensMembres.Organisation(id)}?fait=fonction");
            }

            return Refuser(ajoutee.Erreurs);
        }

        return Refuser([]);
    }

    public async Task<IActionResult> OnPostFinirAsync(Guid id, Guid fonction, CancellationToken annulation)
    {
        if (!await TrouverAsync(id, annulation) || await db.Set<FonctionDOrganisation>().SingleOrDefaultAsync(f => f.Id == fonction && f.Organisation == id, annulation) is not { } ligne)
        {
            return NotFound();
        }

        ModelState.Clear();
        var jour = ligne.Debut > Aujourdhui ? ligne.Debut : Aujourdhui;
        var finie = await registre.FinirFonctionAsync(ligne, jour, annulation);
        if (finie.Reussi)
        {
            return Redirect($"{LiensMembres.Organisation(id)}?fait=fonction-finie");
        }

        ModelState.Dire(finie.Erreurs.Select(e => e with { Champ = null }));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private PageResult Refuser(IEnumerable<Erreur> erreurs)
    {
        ModelState.Dire(erreurs);
        Response.StatusCode = Organisation.Ouverte ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        if (await acces.AModifierAsync(id, annulation) is not { } organisation)
        {
            return false;
        }

        Organisation = organisation;
        var aujourdhui = Aujourdhui;
        EnCours = await db.Set<FonctionDOrganisation>().AsNoTracking().Where(f => f.Organisation == id && (f.Fin == null || (f.Fin > aujourdhui && f.Fin > f.Debut))).OrderBy(f => f.Debut).ToListAsync(annulation);
        return true;
    }
}
