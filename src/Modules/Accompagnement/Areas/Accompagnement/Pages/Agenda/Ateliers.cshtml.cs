using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Agenda;

/// <summary>Workshops to come, those that were, and a new one.</summary>
internal sealed class AteliersModel(AteliersDuMediateur ateliers, Disponibilites disponibilites, PersonnesAuChoix personnes, Demandeur demandeur, TimeProvider horloge) : PageDAtelier(personnes, demandeur)
{
    [BindProperty]
    public string? Lieu { get; set; }

    [BindProperty]
    public Guid? Salle { get; set; }

    [BindProperty]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public string? De { get; set; }

    [BindProperty]
    public string? A { get; set; }

    [BindProperty(SupportsGet = true, Name = "passes")]
    public bool Passes { get; set; }

    public IReadOnlyList<AtelierListe> Liste { get; private set; } = [];

    public IReadOnlyList<OptionDeChamp> Lieux { get; private set; } = [];

    public IReadOnlyList<OptionDeChamp> Salles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken annulation)
    {
        ModelState.Clear();
        (Nouveau, EnLigne, Capacite) = (Identifiants.Nouveau(horloge), true, 8);
        await PreparerAsync(annulation);
        Lieu = Lieux.Count > 0 ? Lieux[0].Valeur : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken annulation)
    {
        if (Lisible() && TextesAcceptes())
        {
            var cree = await ateliers.CreerAsync(Saisie with { Lieu = Lieu, Salle = Salle, Date = Date, De = De, A = A }, Nouveau, Moi, Organisation, annulation);
            if (cree.Reussi)
            {
                return Redirect($"{LiensAgenda.Atelier(cree.Valeur)}?fait=prevu");
            }

            await PreparerAsync(annulation);
            return Refuser(cree.Erreurs);
        }

        await PreparerAsync(annulation);
        return Refuser([]);
    }

    private async Task PreparerAsync(CancellationToken annulation)
    {
        Liste = await ateliers.ListerAsync(Moi, Passes, annulation);
        Lieux = await disponibilites.LieuxAsync(Moi, Organisation, annulation);
        Salles = [.. (await disponibilites.SallesAsync(Organisation, annulation)).Select(s => new OptionDeChamp(s.Id.ToString(), s.Nom))];
    }
}
