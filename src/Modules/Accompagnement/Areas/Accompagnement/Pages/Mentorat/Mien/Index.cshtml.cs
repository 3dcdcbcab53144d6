using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Accompagnement.Mentorats;
using FaireAvec.Kernel.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Mentorat.Mien;

/// <summary>One's mentor, and those whom one helps: the days when one met, saying no, ending.</summary>
internal sealed class IndexModel(MentoratsDesEquipes mentorats, Demandeur demandeur, TimeProvider horloge) : PageDeMentorat(mentorats, horloge)
{
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public DateOnly? Jour { get; set; }

    public Isolement? Isolement { get; private set; }

    public Guid Moi => demandeur.Identite!.Compte;

    protected override string Adresse => LiensDuReseau.Mentorat;

    /// <summary>True for who declares mentors for a team.</summary>
    public bool Coordonne => demandeur.Identite!.Roles.Contains(Role.Coordinateur);

    public async Task<IActionResult> OnGetAsync(CancellationToken annulation)
    {
        Jour = Aujourdhui;
        await ListerAsync(annulation);
        // Who coordinates and has no mentor of their own comes for those of the team.
        return Coordonne && Liste.Count == 0 && Fait is null && !demandeur.Identite!.Roles.Any(r => r is Role.Mediateur or Role.ConseillerNumerique) ? Redirect(LiensDuReseau.MentoratDeLEquipe) : Page();
    }

    public async Task<IActionResult> OnPostRencontreAsync(CancellationToken annulation)
    {
        // A day that can't be read is said by the field.
        return ModelState.ErrorCount > 0 ? await RepondreAsync<RencontreDeMentorat>(ErreursDeMentorat.Rencontre, "", annulation) : await RepondreAsync(await Mentorats.RencontrerAsync(Id, Jour, annulation), "rencontre", annulation);
    }

    public async Task<IActionResult> OnPostRetirerAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return await Mentorats.RetirerRencontreAsync(Id, annulation) ? Redirect($"{LiensDuReseau.Mentorat}?fait=retiree") : NotFound();
    }

    public async Task<IActionResult> OnPostRefuserAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return await RepondreAsync(await Mentorats.PasserAsync(Id, EtatDeMentorat.Refuse, coordination: false, annulation), "refuse", annulation);
    }

    public async Task<IActionResult> OnPostTerminerAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        return await RepondreAsync(await Mentorats.PasserAsync(Id, EtatDeMentorat.Termine, coordination: false, annulation), "termine", annulation);
    }

    protected override async Task ListerAsync(CancellationToken annulation)
    {
        Liste = await Mentorats.MiensAsync(annulation);
        Isolement = await Mentorats.MonIsolementAsync(annulation);
    }
}
