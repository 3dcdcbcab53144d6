using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>A page where the médiateur says who comes: somebody whom they follow, or a first name.</summary>
internal abstract class PageAvecQui(PersonnesAuChoix personnes, Demandeur demandeur) : PageDAgenda(demandeur)
{
    /// <summary>Made with the form: sent twice, it is once.</summary>
    [BindProperty]
    public Guid Nouveau { get; set; }

    [BindProperty]
    public Guid? Personne { get; set; }

    [BindProperty]
    public string? Prenom { get; set; }

    [BindProperty]
    public string? Telephone { get; set; }

    [BindProperty]
    public bool Sms { get; set; }

    [BindProperty]
    public string? Courriel { get; set; }

    [BindProperty]
    public string? Besoin { get; set; }

    [BindProperty]
    public string? Interprete { get; set; }

    [BindProperty]
    public List<string> Amenagements { get; set; } = [];

    public IReadOnlyList<OptionDeChamp> Personnes { get; private set; } = [];

    public bool Precise => Telephone is not null || Courriel is not null || Sms || !string.IsNullOrEmpty(Besoin) || !string.IsNullOrEmpty(Interprete) || Amenagements.Count > 0;

    protected SaisieDeReservation Qui => new() { Prenom = Prenom, Telephone = Telephone, Sms = Sms, Courriel = Courriel, Besoin = Besoin, Interprete = Interprete, Amenagements = Amenagements };

    protected async Task ChoisirAsync() => Personnes = [.. (await personnes.ListerAsync(Personne is { } p ? [p] : [], HttpContext.RequestAborted)).Select(p => new OptionDeChamp(p.Id.ToString(), p.Nom))];
}
