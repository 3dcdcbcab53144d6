using FaireAvec.Accompagnement.Domain.Mentorats;
using FaireAvec.Accompagnement.Mentorats;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Mentorat.Equipe;

/// <summary>Who stands by whom in the teams of a coordinator, who is alone, and a mentorship declared.</summary>
internal sealed class IndexModel(MentoratsDesEquipes mentorats, Demandeur demandeur, TimeProvider horloge) : PageDeMentorat(mentorats, horloge)
{
    /// <summary>Made with the form: sent twice, it is declared once.</summary>
    [BindProperty]
    public Guid Envoi { get; set; }

    [BindProperty]
    public Guid? Mentor { get; set; }

    [BindProperty]
    public Guid? Mentore { get; set; }

    [BindProperty]
    public DateOnly? Debut { get; set; }

    [BindProperty]
    public Guid Id { get; set; }

    public IReadOnlyList<MembreDeLEquipe> Membres { get; private set; } = [];

    public IReadOnlyList<PersonneIsolee> Isoles { get; private set; } = [];

    public IReadOnlyList<OptionDeChamp> Mentors =>
        [.. Membres.Select(m => new OptionDeChamp(m.Compte.ToString(), m.Nom)), .. Membres.Any(m => m.Compte == demandeur.Identite!.Compte) ? [] : new[] { new OptionDeChamp(demandeur.Identite!.Compte.ToString(), demandeur.Identite.Nom) }];

    protected override string Adresse => LiensDuReseau.MentoratDeLEquipe;

    public Task OnGetAsync(CancellationToken annulation)
    {
        (Envoi, Debut) = (NouvelId(), Aujourdhui);
        return ListerAsync(annulation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        var dateFausse = ModelState.Any(e => e.Value!.Errors.Count > 0 && e.Key.StartsWith(nameof(Debut), StringComparison.Ordinal));
        ModelState.Clear();
        return await RepondreAsync<FaireAvec.Accompagnement.Domain.Mentorats.Mentorat>(
            dateFausse ? ErreursDeMentorat.Date : await Mentorats.DeclarerAsync(Envoi == Guid.Empty ? NouvelId() : Envoi, Mentor, Mentore, Debut, annulation), "declare", annulation);
    }

    public async Task<IActionResult> OnPostTerminerAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        (Envoi, Debut) = (NouvelId(), Aujourdhui);
        return await RepondreAsync(await Mentorats.PasserAsync(Id, EtatDeMentorat.Termine, coordination: true, annulation), "termine", annulation);
    }

    protected override async Task ListerAsync(CancellationToken annulation)
    {
        Membres = await Mentorats.MembresAsync(annulation);
        Liste = await Mentorats.DesEquipesAsync(annulation);
        Isoles = await Mentorats.IsolesAsync(annulation);
    }
}
