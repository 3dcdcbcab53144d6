using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Reserver;

/// <summary>Who comes at this time: a first name is enough. When the time was taken meanwhile, others are proposed and nothing typed is lost.</summary>
internal sealed class CreneauModel(INomsDesLieux lieux, IDemonstration demonstration, JetonsDeReservation jetons, ReservationsPubliques reservations, TimeProvider horloge) : PageDeReservation(lieux, demonstration, jetons, horloge)
{
    private const int Propositions = 6;

    [BindProperty(SupportsGet = true, Name = "debut")]
    public string? Debut { get; set; }

    public Creneau? Choisi { get; private set; }

    /// <summary>The nearest free times, when the one that was asked for isn't.</summary>
    public IReadOnlyList<OptionDeChamp> Autres { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string cle, CancellationToken annulation)
    {
        if (Trouver(cle, l => $"{LiensAgenda.Reserver(l.Page)}/creneau") is { } ailleurs)
        {
            return ailleurs;
        }

        ModelState.Clear();
        if (LiensAgenda.LireInstant(Debut) is null)
        {
            return NotFound();
        }

        await CommencerAsync(annulation);
        await ChoisirAsync(annulation);
        if (Choisi is null)
        {
            // An old link: the page says so and proposes others.
            ModelState.AddModelError(nameof(Debut), MotsReservation.Erreur(ErreursAgenda.Creneau));
            Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string cle, CancellationToken annulation)
    {
        if (Trouver(cle, l => $"{LiensAgenda.Reserver(l.Page)}/creneau") is { } ailleurs)
        {
            return ailleurs;
        }

        var demande = await LireAsync(annulation);
        if (Robot)
        {
            return Redirect($"{LiensAgenda.Reserver(Lieu.Page)}?merci=true");
        }

        if (demande is null)
        {
            await CommencerAsync(annulation);
            await ChoisirAsync(annulation);
            return Refuser([ErreursAgenda.Formulaire]);
        }

        var pris = LiensAgenda.LireInstant(Debut) is { } debut ? await reservations.PrendreAsync(Lieu.Id, debut, demande, annulation) : ErreursAgenda.Creneau;
        if (pris.Reussi)
        {
            return await GardeeAsync(pris.Valeur, annulation);
        }

        await ChoisirAsync(annulation);
        return Refuser(pris.Erreurs);
    }

    private async Task ChoisirAsync(CancellationToken annulation)
    {
        var demande = LiensAgenda.LireInstant(Debut);
        var (libres, _) = await reservations.LireAsync(Lieu.Id, annulation);
        Choisi = libres.FirstOrDefault(c => c.Debut == demande);
        if (Choisi is null)
        {
            Autres = [.. libres.DistinctBy(c => c.Debut).OrderBy(c => demande is { } d ? (c.Debut - d).Duration() : TimeSpan.Zero).Take(Propositions).OrderBy(c => c.Debut).Select(c => new OptionDeChamp(LiensAgenda.Instant(c.Debut), MotsReservation.Moment(c.Debut, c.Disponibilite.Fuseau)))];
        }
    }
}
