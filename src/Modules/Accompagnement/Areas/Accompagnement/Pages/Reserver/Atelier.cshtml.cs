using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using Microsoft.AspNetCore.Mvc;

namespace FaireAvec.Accompagnement.Areas.Accompagnement.Pages.Reserver;

/// <summary>Registering for a workshop, or for its waiting list: asked again when the last seat went meanwhile.</summary>
internal sealed class AtelierModel(INomsDesLieux lieux, IDemonstration demonstration, JetonsDeReservation jetons, ReservationsPubliques reservations, TimeProvider horloge) : PageDeReservation(lieux, demonstration, jetons, horloge)
{
    /// <summary>What the person saw: full, they agree to wait.</summary>
    [BindProperty]
    public bool Attente { get; set; }

    public AtelierOuvert Ouvert { get; private set; } = null!;

    public bool Complet => Ouvert.Libres == 0 || Ouvert.Attente > 0;

    public async Task<IActionResult> OnGetAsync(string cle, Guid id, CancellationToken annulation)
    {
        if (Trouver(cle, l => LiensAgenda.InscriptionA(l.Page, id)) is { } ailleurs)
        {
            return ailleurs;
        }

        await CommencerAsync(annulation);
        return await TrouverAsync(id, annulation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string cle, Guid id, CancellationToken annulation)
    {
        if (Trouver(cle, l => LiensAgenda.InscriptionA(l.Page, id)) is { } ailleurs)
        {
            return ailleurs;
        }

        var demande = await LireAsync(annulation);
        if (Robot)
        {
            return Redirect($"{LiensAgenda.Reserver(Lieu.Page)}?merci=true");
        }

        if (demande is not null)
        {
            var inscrite = await reservations.SInscrireAsync(Lieu.Id, id, Attente, demande, annulation);
            if (inscrite.Reussi)
            {
                return await GardeeAsync(inscrite.Valeur, annulation);
            }

            return await TrouverAsync(id, annulation) ? Refuser(inscrite.Erreurs) : NotFound();
        }

        await CommencerAsync(annulation);
        return await TrouverAsync(id, annulation) ? Refuser([ErreursAgenda.Formulaire]) : NotFound();
    }

    private async Task<bool> TrouverAsync(Guid id, CancellationToken annulation)
    {
        var (_, ateliers) = await reservations.LireAsync(Lieu.Id, annulation);
        if (ateliers.FirstOrDefault(a => a.Atelier.Id == id) is not { } ouvert)
        {
            return false;
        }

        Ouvert = ouvert;
        return true;
    }
}
