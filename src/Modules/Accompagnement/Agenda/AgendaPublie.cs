using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.ICalendar;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>The agenda as other programs read it: a médiateur's own, and the workshops that a place opens to everybody.</summary>
internal sealed class AgendaPublie(ContactsDesReservations contacts, INomsDesLieux lieux) : IAgendaAPublier
{
    public async Task<IReadOnlyList<MomentPublie>> DuMediateurAsync(FaireAvecDb db, Guid compte, Guid organisation, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation)
    {
        var rendezVous = await db.Set<RendezVous>().AsNoTracking().Where(r => r.Compte == compte && r.Organisation == organisation && r.Debut < a && r.Fin > de).ToListAsync(annulation);
        var ateliers = await db.Set<AtelierPrevu>().AsNoTracking().Where(t => t.Compte == compte && t.Organisation == organisation && t.Debut < a && t.Fin > de).ToListAsync(annulation);
        return
        [
            .. rendezVous.Select(r => new MomentPublie(r.Id, r.Debut, r.Fin, r.Fuseau, Ou(r.Lieu), Etat(r), r.Version, r.PriseLe) { Prenom = contacts.Prenom(r), Lien = LiensAgenda.RendezVous(r.Id) }),
            .. ateliers.Select(t => DeLAtelier(t, LiensAgenda.Atelier(t.Id))),
        ];
    }

    public async Task<IReadOnlyList<MomentPublie>> AteliersDuLieuAsync(FaireAvecDb db, string lieu, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation)
    {
        var page = lieux.Trouver(lieu)?.Page;
        return (await db.Set<AtelierPrevu>().AsNoTracking().Where(t => t.Lieu == lieu && t.EnLigne && t.Debut < a && t.Fin > de).ToListAsync(annulation))
            .ConvertAll(t => DeLAtelier(t, page is null ? null : LiensAgenda.InscriptionA(page, t.Id)));
    }

    private MomentPublie DeLAtelier(AtelierPrevu t, string? lien) =>
        new(t.Id, t.Debut, t.Fin, t.Fuseau, Ou(t.Lieu), t.AnnuleLe is null ? EtatICalendar.Confirme : EtatICalendar.Annule, t.Version, t.AnnuleLe ?? t.CreeLe) { Atelier = t.Titre, Description = t.Description, Lien = lien };

    private static EtatICalendar Etat(RendezVous r) => !EtatsDeRendezVous.Occupe(r.Etat) ? EtatICalendar.Annule : r.TenueJusqua is null ? EtatICalendar.Confirme : EtatICalendar.Provisoire;

    private string Ou(string lieu) => lieux.Trouver(lieu) is { } l ? $"{l.Nom}, {l.CodePostal} {l.Commune}" : "";
}
