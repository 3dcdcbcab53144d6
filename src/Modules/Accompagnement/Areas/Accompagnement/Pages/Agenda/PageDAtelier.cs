using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Securite;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>What foreseeing a workshop and correcting it share.</summary>
[TextesRegardes(nameof(Titre), nameof(Description))]
internal abstract class PageDAtelier(PersonnesAuChoix personnes, Demandeur demandeur) : PageAvecQui(personnes, demandeur)
{
    [BindProperty]
    public string? Titre { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public int? Capacite { get; set; }

    [BindProperty]
    public bool EnLigne { get; set; }

    protected SaisieDAtelier Saisie => new() { Titre = Titre, Description = Description, Capacite = Capacite, EnLigne = EnLigne };

    /// <summary>The public reads these texts: a way to be reached may stand there, nothing else of a person.</summary>
    protected bool TextesAcceptes() => this.TexteLibreAccepte(nameof(Titre), Titre, contactsPermis: true) & this.TexteLibreAccepte(nameof(Description), Description, contactsPermis: true);
}
