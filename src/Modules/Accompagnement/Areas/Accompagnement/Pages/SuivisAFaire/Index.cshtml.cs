using FaireAvec.Accompagnement.Capacitation;
using FaireAvec.Accompagnement.Domain.Capacitation;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.SuivisAFaire;

/// <summary>Somebody to ask for news.</summary>
internal sealed record SuiviAFaire(Guid Personne, string Appellation, Moment Moment, DateOnly AuPlusTard, bool EnRetard);

/// <summary>The people to ask for news, one and three months after their exit.</summary>
internal sealed class IndexModel(FaireAvecDb db, ParcoursDesPersonnes parcours, AppellationsDesPersonnes appellations, TimeProvider horloge) : PageModel
{
    public IReadOnlyList<SuiviAFaire> Suivis { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Fait { get; set; }

    /// <summary>The person of the last act, to undo it.</summary>
    [BindProperty(SupportsGet = true, Name = "personne")]
    public Guid? Derniere { get; set; }

    public Task OnGetAsync(CancellationToken annulation) => LireAsync(annulation);

    public Task<IActionResult> OnPostPerdueAsync(Guid personne, CancellationToken annulation) => ChangerAsync(personne, perdue: true, annulation);

    public Task<IActionResult> OnPostRetrouveeAsync(Guid personne, CancellationToken annulation) => ChangerAsync(personne, perdue: false, annulation);

    private async Task<IActionResult> ChangerAsync(Guid personne, bool perdue, CancellationToken annulation)
    {
        ModelState.Clear();
        if (!await parcours.SuivieAsync(personne, annulation))
        {
            return NotFound();
        }

        var fait = await parcours.DePerdueAsync(personne, perdue, annulation);
        if (fait.Reussi)
        {
            return Redirect($"{LiensCapacitation.Suivis}?fait={(perdue ? "perdue" : "retrouvee")}&personne={personne}");
        }

        ModelState.AddModelError("", fait.Erreur!.Message);
        Response.StatusCode = StatusCodes.Status409Conflict;
        (Fait, Derniere) = (null, null);
        await LireAsync(annulation);
        return Page();
    }

    private async Task LireAsync(CancellationToken annulation)
    {
        var jour = JourDeParis.De(horloge.GetUtcNow());
        var lignes = await (
            from r in db.Set<RappelDeSuivi>().AsNoTracking()
            join p in db.Set<Parcours>() on r.Parcours equals p.Id
            where r.FaitLe == null && r.APartirDu <= jour && p.Etat != EtatDeParcours.Clos && p.Etat != EtatDeParcours.PerduDeVue
                // Once the three months have come, the first month is past.
                && !(r.Moment == Moment.M1 && p.Etat == EtatDeParcours.SuiviM3)
            orderby r.AuPlusTard, r.Parcours
            select new { r.Personne, r.Moment, r.AuPlusTard }).ToListAsync(annulation);
        var noms = await appellations.LireAsync([.. lignes.Select(l => l.Personne).Distinct()], annulation);
        Suivis = [.. lignes.Where(l => noms.ContainsKey(l.Personne)).Select(l => new SuiviAFaire(l.Personne, noms[l.Personne], l.Moment, l.AuPlusTard, jour > l.AuPlusTard))];
    }
}
