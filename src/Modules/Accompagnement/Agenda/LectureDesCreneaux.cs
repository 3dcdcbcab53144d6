using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>What is foreseen and what is taken, read under the rights of the context; then the free slots.</summary>
internal sealed class LectureDesCreneaux(Base donnees, IJoursFeries feries, IEmplois emplois, TimeProvider horloge)
{
    /// <summary>No setting goes further.</summary>
    public const int HorizonMax = 90;

    /// <summary>
    /// Who receives at a place for an organisation and still works there: leaving closes an agenda without a write. Read before a transaction is open: two hundred
    /// requests that each hold a connection and wait for another one would wait for ever.
    /// </summary>
    public Task<IReadOnlySet<(Guid Compte, Guid Organisation)>> ExercentAsync(string lieu, CancellationToken annulation) => ExercentAsync([lieu], annulation);

    /// <summary>The same for several places: who works for one organisation works for it at all of them.</summary>
    public async Task<IReadOnlySet<(Guid Compte, Guid Organisation)>> ExercentAsync(IReadOnlyList<string> lieux, CancellationToken annulation)
    {
        var candidats = new List<(Guid Compte, Guid Organisation)>();
        await using (var commande = donnees.Application.CreateCommand("SELECT DISTINCT q.compte, q.organisation FROM unnest($1) AS l (lieu), LATERAL accompagnement.qui_recoit(l.lieu) AS q"))
        {
            commande.Parameters.AddWithValue(lieux.ToArray());
            await using var lecteur = await commande.ExecuteReaderAsync(annulation);
            while (await lecteur.ReadAsync(annulation))
            {
                candidats.Add((lecteur.GetGuid(0), lecteur.GetGuid(1)));
            }
        }

        await emplois.RetenirAsync(candidats, annulation);
        var jour = JourDeParis.De(horloge.GetUtcNow());
        var exercent = new HashSet<(Guid, Guid)>();
        foreach (var (compte, organisation) in candidats)
        {
            if (await emplois.LeJourAsync(compte, organisation, jour, annulation) is { } emploi && emploi.Roles.Any(r => r is Role.Mediateur or Role.ConseillerNumerique))
            {
                exercent.Add((compte, organisation));
            }
        }

        return exercent;
    }

    /// <summary>What anybody may book at a place, in the context of the agenda: those who closed it, left, or are too near or too far in time aren't there.</summary>
    public async Task<IReadOnlyList<Creneau>> PublicsAsync(FaireAvecDb db, string lieu, IReadOnlySet<(Guid Compte, Guid Organisation)> exercent, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var (tenues, reglages) = await TenuesAsync(db, [lieu], exercent, annulation);
        return [.. (await LibresAsync(db, tenues, new(maintenant, maintenant.AddDays(HorizonMax)), annulation)).Where(c => Ouvert(c, reglages, maintenant))];
    }

    /// <summary>The first of these slots at each place.</summary>
    public async Task<IReadOnlyDictionary<string, Creneau>> PremiersAsync(FaireAvecDb db, IReadOnlyList<string> lieux, IReadOnlySet<(Guid Compte, Guid Organisation)> exercent, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var (tenues, reglages) = await TenuesAsync(db, lieux, exercent, annulation);
        var premiers = new Dictionary<string, Creneau>(StringComparer.Ordinal);
        // Most places have one within two weeks: the rest of the horizon is cut in slots for the others only.
        foreach (var jours in (int[])[14, HorizonMax])
        {
            var restantes = tenues.FindAll(d => !premiers.ContainsKey(d.Lieu));
            foreach (var creneau in await LibresAsync(db, restantes, new(maintenant, maintenant.AddDays(jours)), annulation))
            {
                if (Ouvert(creneau, reglages, maintenant))
                {
                    premiers.TryAdd(creneau.Disponibilite.Lieu, creneau);
                }
            }
        }

        return premiers;
    }

    private static bool Ouvert(Creneau creneau, Dictionary<Guid, ReglagesDAgenda> reglages, DateTimeOffset maintenant)
    {
        var r = reglages.GetValueOrDefault(creneau.Compte);
        return creneau.Debut >= maintenant.AddHours(r?.DelaiHeures ?? 2) && creneau.Debut <= maintenant.AddDays(r?.HorizonJours ?? 60);
    }

    // The availabilities that anybody may book at, and the settings of their médiateurs.
    private async Task<(List<Disponibilite> Tenues, Dictionary<Guid, ReglagesDAgenda> Reglages)> TenuesAsync(FaireAvecDb db, IReadOnlyList<string> lieux, IReadOnlySet<(Guid Compte, Guid Organisation)> exercent, CancellationToken annulation)
    {
        var veille = JourDeParis.De(horloge.GetUtcNow()).AddDays(-1);
        var disponibilites = await db.Set<Disponibilite>().AsNoTracking().Where(d => lieux.Contains(d.Lieu) && d.EnLigne && (d.Jusqua == null || d.Jusqua >= veille)).ToListAsync(annulation);
        var comptes = disponibilites.Select(d => d.Compte).Distinct().ToList();
        var reglages = comptes.Count == 0 ? [] : await db.Set<ReglagesDAgenda>().AsNoTracking().Where(r => comptes.Contains(r.Compte)).ToDictionaryAsync(r => r.Compte, annulation);
        return (disponibilites.FindAll(d => exercent.Contains((d.Compte, d.Organisation)) && reglages.GetValueOrDefault(d.Compte)?.EnLigne != false), reglages);
    }

    /// <summary>The free slots of these availabilities.</summary>
    public async Task<IReadOnlyList<Creneau>> LibresAsync(FaireAvecDb db, IReadOnlyList<Disponibilite> disponibilites, Plage fenetre, CancellationToken annulation)
    {
        if (disponibilites.Count == 0)
        {
            return [];
        }

        var comptes = disponibilites.Select(d => d.Compte).Distinct().ToList();
        var salles = disponibilites.Select(d => d.Salle).OfType<Guid>().Distinct().ToList();
        return Libres(disponibilites, await PrisAsync(db, comptes, salles, fenetre, annulation), fenetre);
    }

    /// <summary>The same from what was read already.</summary>
    public IReadOnlyList<Creneau> Libres(IReadOnlyList<Disponibilite> disponibilites, IReadOnlyList<Pris> pris, Plage fenetre) =>
        Creneaux.Libres(disponibilites, pris, fenetre, (jour, departement) => feries.Nom(jour, departement) is not null);

    /// <summary>Appointments, workshops, absences and times of outside calendars that cross these instants. What was kept in vain doesn't count.</summary>
    public async Task<IReadOnlyList<Pris>> PrisAsync(FaireAvecDb db, IReadOnlyList<Guid> comptes, IReadOnlyList<Guid> salles, Plage fenetre, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        // A slot that begins within the window may end after it.
        var (debut, fin) = (fenetre.Debut, fenetre.Fin.AddDays(1));
        var occupations = await db.Set<Occupation>().AsNoTracking()
            .Where(o => (comptes.Contains(o.Compte) || (o.Salle != null && salles.Contains(o.Salle.Value))) && o.Debut < fin && o.Fin > debut && (o.TenueJusqua == null || o.TenueJusqua > maintenant))
            .Select(o => new { o.Compte, o.Salle, o.Debut, o.Fin }).ToListAsync(annulation);
        var absences = await db.Set<Absence>().AsNoTracking().Where(a => comptes.Contains(a.Compte) && a.Debut < fin && a.Fin > debut).Select(a => new { a.Compte, a.Debut, a.Fin }).ToListAsync(annulation);
        // A colleague isn't shown another's own calendar: row security leaves it out, and the database still refuses a slot that is taken here.
        var ailleurs = await PlagesOccupees.LireAsync(db, comptes, debut, fin, annulation);
        return
        [
            .. occupations.Select(o => new Pris(o.Compte, o.Salle, new(o.Debut, o.Fin))),
            .. absences.Select(a => new Pris(a.Compte, null, new(a.Debut, a.Fin))),
            .. ailleurs.Select(p => new Pris(p.Compte, null, new(p.Debut, p.Fin))),
        ];
    }
}
