using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Reserver;

/// <summary>What is free at a place: workshops, then slots, a few days at a time. Whoever is free receives: one chooses a time, not a person.</summary>
internal sealed class IndexModel(INomsDesLieux lieux, IDemonstration demonstration, ReservationsPubliques reservations) : PageDuLieu(lieux, demonstration)
{
    private const int JoursParPage = 5;

    public IReadOnlyList<(DateOnly Jour, IReadOnlyList<Creneau> Heures)> Jours { get; private set; } = [];

    public IReadOnlyList<AtelierOuvert> Ateliers { get; private set; } = [];

    /// <summary>The first day of the next page, or null.</summary>
    public DateOnly? Suite { get; private set; }

    public bool Merci { get; private set; }

    public async Task<IActionResult> OnGetAsync(string cle, string? depuis, bool merci, CancellationToken annulation)
    {
        if (Trouver(cle, l => LiensAgenda.Reserver(l.Page)) is { } ailleurs)
        {
            return ailleurs;
        }

        Merci = merci;
        var (creneaux, ateliers) = await reservations.LireAsync(Lieu.Id, annulation);
        var premier = LiensAgenda.LireJour(depuis) ?? DateOnly.MinValue;
        var jours = EnJours(creneaux).Where(j => j.Jour >= premier).ToList();
        Ateliers = ateliers;
        Jours = [.. jours.Take(JoursParPage)];
        Suite = jours.Count > JoursParPage ? jours[JoursParPage].Jour : null;
        return Page();
    }

    /// <summary>One time each, whoever receives.</summary>
    internal static IEnumerable<(DateOnly Jour, IReadOnlyList<Creneau> Heures)> EnJours(IEnumerable<Creneau> creneaux) => creneaux
        .DistinctBy(c => c.Debut).GroupBy(c => HeuresLocales.Jour(c.Disponibilite.Fuseau, c.Debut)).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<Creneau>)[.. g]));
}
