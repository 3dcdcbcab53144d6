using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Rappels;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>Appointments and workshops of the agenda that somebody is reminded of: confirmed ones, by the address that they proved or the mobile that they gave for it.</summary>
internal sealed class RendezVousDeLAgenda(ContactsDesReservations contacts, JetonsDeReservation jetons, INomsDesLieux lieux) : IRendezVousARappeler
{
    public async Task<IReadOnlyList<RendezVousARappeler>> AVenirAsync(FaireAvecDb db, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation)
    {
        var rendezVous = await db.Set<RendezVous>().AsNoTracking().Where(r => r.Etat == EtatDeRendezVous.Pris && r.TenueJusqua == null && r.Debut >= de && r.Debut < a).ToListAsync(annulation);
        var inscriptions = await db.Set<Inscription>().AsNoTracking().Where(i => i.Etat == EtatDInscription.Confirmee)
            .Join(db.Set<AtelierPrevu>().AsNoTracking().Where(t => t.AnnuleLe == null && t.Debut >= de && t.Debut < a), i => i.Atelier, t => t.Id, (Inscription, Atelier) => new { Inscription, Atelier }).ToListAsync(annulation);
        var aRappeler = new List<RendezVousARappeler>(rendezVous.Count + inscriptions.Count);
        foreach (var r in rendezVous)
        {
            aRappeler.Add(await ARappelerAsync(r, r.Debut, r.Fuseau, r.Lieu, null, annulation));
        }

        foreach (var i in inscriptions)
        {
            aRappeler.Add(await ARappelerAsync(i.Inscription, i.Atelier.Debut, i.Atelier.Fuseau, i.Atelier.Lieu, i.Atelier.Titre, annulation));
        }

        return aRappeler.FindAll(r => r.Courriel is not null || r.Mobile is not null);
    }

    private async Task<RendezVousARappeler> ARappelerAsync(Reservation r, DateTimeOffset debut, string fuseau, string lieu, string? atelier, CancellationToken annulation)
    {
        var nomme = lieux.Trouver(lieu);
        return new(r.Id, debut, r.PriseLe, fuseau, nomme?.Nom ?? "", LiensAgenda.Reservation(await jetons.DonnerAsync(r.Id, UsageDeJeton.Reservation, annulation)))
        {
            Adresse = nomme is null ? null : $"{nomme.CodePostal} {nomme.Commune}".Trim(),
            Atelier = atelier,
            Courriel = contacts.CourrielProuve(r),
            Mobile = contacts.MobileAccorde(r),
            Langue = r.Langue,
        };
    }
}
