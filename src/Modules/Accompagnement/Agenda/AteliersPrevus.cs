using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>A workshop that one may register for.</summary>
/// <param name="Atelier">The workshop.</param>
/// <param name="Libres">Seats left.</param>
/// <param name="Attente">How many wait.</param>
internal sealed record AtelierOuvert(AtelierPrevu Atelier, int Libres, int Attente);

/// <summary>
/// Seats and waiting list of workshops, in the context of the caller (the médiateur, the agenda, the job): each change holds the lock of the workshop, and a
/// seat that is freed is offered at once to the first who waits.
/// </summary>
internal sealed class AteliersPrevus(TimeProvider horloge)
{
    /// <summary>Longer, nobody would come by waiting.</summary>
    public const int AttenteMax = 50;

    /// <summary>Those of these places that one may register for, the earliest first, with their seats.</summary>
    public async Task<IReadOnlyList<AtelierOuvert>> OuvertsAsync(FaireAvecDb db, IReadOnlyList<string> lieux, IReadOnlySet<(Guid Compte, Guid Organisation)> exercent, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var prevus = (await db.Set<AtelierPrevu>().AsNoTracking().Where(a => lieux.Contains(a.Lieu) && a.EnLigne && a.AnnuleLe == null && a.Debut > maintenant && !db.Set<ReglagesDAgenda>().Any(r => r.Compte == a.Compte && !r.EnLigne))
                .OrderBy(a => a.Debut).Take(50 * lieux.Count).ToListAsync(annulation))
            .FindAll(a => a.Ouvert(maintenant) && exercent.Contains((a.Compte, a.Organisation)));
        if (prevus.Count == 0)
        {
            return [];
        }

        var ids = prevus.ConvertAll(a => a.Id);
        var comptes = await db.Set<Inscription>().Where(i => ids.Contains(i.Atelier)).GroupBy(i => i.Atelier).Select(g => new
        {
            Atelier = g.Key,
            Prises = g.Count(i => i.Place != null && (i.TenueJusqua == null || i.TenueJusqua > maintenant)),
            Attente = g.Count(i => i.Etat == EtatDInscription.EnAttente),
        }).ToDictionaryAsync(c => c.Atelier, annulation);
        return [.. prevus.Select(a => new AtelierOuvert(a, Math.Max(0, a.Capacite - (comptes.GetValueOrDefault(a.Id)?.Prises ?? 0)), comptes.GetValueOrDefault(a.Id)?.Attente ?? 0))];
    }

    /// <summary>True when anybody may register now.</summary>
    public async Task<bool> EnLigneAsync(FaireAvecDb db, AtelierPrevu atelier, IReadOnlySet<(Guid Compte, Guid Organisation)> exercent, CancellationToken annulation)
    {
        return atelier.EnLigne && atelier.Ouvert(horloge.GetUtcNow()) && exercent.Contains((atelier.Compte, atelier.Organisation))
            && !await db.Set<ReglagesDAgenda>().AnyAsync(r => r.Compte == atelier.Compte && !r.EnLigne, annulation);
    }

    public async Task<AtelierOuvert> CompterAsync(FaireAvecDb db, AtelierPrevu atelier, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var prises = await db.Set<Inscription>().CountAsync(i => i.Atelier == atelier.Id && i.Place != null && (i.TenueJusqua == null || i.TenueJusqua > maintenant), annulation);
        return new(atelier, Math.Max(0, atelier.Capacite - prises), await db.Set<Inscription>().CountAsync(i => i.Atelier == atelier.Id && i.Etat == EtatDInscription.EnAttente, annulation));
    }

    /// <summary>Gives a seat to somebody new, or puts them on the waiting list when they agreed to it.</summary>
    public async Task<Resultat<Guid>> PlacerAsync(FaireAvecDb db, AtelierPrevu atelier, Inscription inscription, DateTimeOffset? tenue, bool attente, CancellationToken annulation)
    {
        await VerrousDAgenda.VerrouillerAsync(db, atelier, annulation);
        if (await db.Set<Inscription>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == inscription.Id, annulation) is { } deja)
        {
            return deja.Atelier == atelier.Id ? deja.Id : ErreursAgenda.Formulaire;
        }

        var maintenant = horloge.GetUtcNow();
        await LibererAsync(db, atelier, annulation);
        var connues = await db.Set<Inscription>().Where(i => i.Atelier == atelier.Id && (i.Place != null || i.Etat == EtatDInscription.EnAttente)).Select(i => i.Place).ToListAsync(annulation);
        // Those who wait come first: a seat that is free is theirs.
        var attendent = connues.Count(p => p is null);
        var place = attendent == 0 ? Places.Libre(connues.OfType<int>(), atelier.Capacite) : null;
        if (place is { } libre)
        {
            inscription.Placer(libre, tenue);
        }
        else if (!attente || attendent >= AttenteMax)
        {
            return ErreursAgenda.Complet;
        }

        db.Add(inscription);
        db.Publier(new InscriptionPrise(inscription.Id, atelier.Id, atelier.Debut, place is null, place is not null && tenue is not null, maintenant));
        await db.SaveChangesAsync(annulation);
        return inscription.Id;
    }

    /// <summary>Gives up a registration, and offers the seat.</summary>
    public async Task<Resultat<bool>> AnnulerAsync(FaireAvecDb db, AtelierPrevu atelier, Inscription inscription, AuteurDAnnulation par, CancellationToken annulation)
    {
        await VerrousDAgenda.VerrouillerAsync(db, atelier, annulation);
        var maintenant = horloge.GetUtcNow();
        var fait = inscription.Annuler(par, maintenant, atelier.Debut);
        if (fait is { Reussi: true, Valeur: true })
        {
            db.Publier(new InscriptionAnnulee(inscription.Id, atelier.Id, par.ToString(), maintenant));
            await db.SaveChangesAsync(annulation);
            await OffrirAsync(db, atelier, annulation);
        }

        return fait;
    }

    /// <summary>Seats kept in vain are given up, then offered to who waits. Under the lock, or alone.</summary>
    public async Task TenirAsync(FaireAvecDb db, AtelierPrevu atelier, CancellationToken annulation)
    {
        await VerrousDAgenda.VerrouillerAsync(db, atelier, annulation);
        await LibererAsync(db, atelier, annulation);
    }

    private async Task LibererAsync(FaireAvecDb db, AtelierPrevu atelier, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var vaines = await db.Set<Inscription>().Where(i => i.Atelier == atelier.Id && i.Etat == EtatDInscription.Inscrite && i.TenueJusqua <= maintenant).ToListAsync(annulation);
        foreach (var vaine in vaines)
        {
            vaine.Annuler(AuteurDAnnulation.Delai, maintenant, atelier.Debut);
            db.Publier(new InscriptionAnnulee(vaine.Id, atelier.Id, nameof(AuteurDAnnulation.Delai), maintenant));
        }

        if (vaines.Count > 0)
        {
            await db.SaveChangesAsync(annulation);
        }

        await OffrirAsync(db, atelier, annulation, vaines.Count > 0);
    }

    // The first who wait have the free seats, for a set time.
    private async Task OffrirAsync(FaireAvecDb db, AtelierPrevu atelier, CancellationToken annulation, bool liberee = true)
    {
        var maintenant = horloge.GetUtcNow();
        if (!atelier.Ouvert(maintenant))
        {
            return;
        }

        var prises = (await db.Set<Inscription>().Where(i => i.Atelier == atelier.Id && i.Place != null).Select(i => i.Place!.Value).ToListAsync(annulation)).ToHashSet();
        if (prises.Count >= atelier.Capacite)
        {
            return;
        }

        var attendent = await db.Set<Inscription>().Where(i => i.Atelier == atelier.Id && i.Etat == EtatDInscription.EnAttente).OrderBy(i => i.PriseLe).ThenBy(i => i.Id).Take(atelier.Capacite - prises.Count).ToListAsync(annulation);
        var jusqua = Places.Offre(maintenant, (await ParametresDAgenda.LireAsync(db, maintenant, annulation)).Offre, atelier.Debut);
        foreach (var premiere in attendent)
        {
            var place = Places.Libre(prises, atelier.Capacite)!.Value;
            prises.Add(place);
            premiere.Placer(place, jusqua);
            db.Publier(new PlaceLiberee(atelier.Id, premiere.Id, jusqua, maintenant));
        }

        if (attendent.Count == 0 && liberee)
        {
            db.Publier(new PlaceLiberee(atelier.Id, null, null, maintenant));
        }

        await db.SaveChangesAsync(annulation);
    }
}
