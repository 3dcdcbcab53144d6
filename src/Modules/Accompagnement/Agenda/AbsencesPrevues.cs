using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>An absence as typed: whole days, or hours of one.</summary>
internal sealed record SaisieDAbsence(DateOnly? Du, DateOnly? Au, string? De, string? A);

/// <summary>When a médiateur receives nobody, and the appointments that it crosses.</summary>
internal sealed class AbsencesPrevues(FaireAvecDb db, TimeProvider horloge)
{
    public async Task<IReadOnlyList<Absence>> ListerAsync(Guid compte, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        return await db.Set<Absence>().AsNoTracking().Where(a => a.Compte == compte && a.Fin > maintenant).OrderBy(a => a.Debut).ToListAsync(annulation);
    }

    /// <summary>Appointments to move, with the absences that they are in.</summary>
    public async Task<IReadOnlyList<RendezVous>> CroisesAsync(Guid compte, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        return await db.Set<RendezVous>().AsNoTracking()
            .Where(r => r.Compte == compte && r.Etat == EtatDeRendezVous.Pris && r.Debut > maintenant && db.Set<Absence>().Any(a => a.Compte == compte && a.Debut < r.Fin && a.Fin > r.Debut))
            .OrderBy(r => r.Debut).ToListAsync(annulation);
    }

    public async Task<Resultat<Guid>> AjouterAsync(SaisieDAbsence saisie, Guid compte, Guid organisation, string fuseau, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var (de, a) = (HeureSaisie.Lire(saisie.De), HeureSaisie.Lire(saisie.A));
        var illisible = (de is null && !string.IsNullOrWhiteSpace(saisie.De)) || (a is null && !string.IsNullOrWhiteSpace(saisie.A));
        if (illisible)
        {
            return ErreursAgenda.Heures;
        }

        if (saisie.Du is not { } du || du.Year is < 2000 or > 2199)
        {
            return ErreursAgenda.Date with { Champ = "Du" };
        }

        var au = saisie.Au ?? du;
        if (au < du || au.DayNumber - du.DayNumber > Absence.JoursMax)
        {
            return ErreursAgenda.Absence;
        }

        var zone = HeuresLocales.Zone(fuseau);
        var (debut, fin) = (HeuresLocales.Instant(zone, du, de ?? TimeOnly.MinValue), a is { } heure ? HeuresLocales.Instant(zone, au, heure) : HeuresLocales.Instant(zone, au.AddDays(1), TimeOnly.MinValue));
        if (fin <= debut || fin <= maintenant)
        {
            return ErreursAgenda.Absence;
        }

        if (await db.Set<Absence>().Where(x => x.Compte == compte && x.Debut == debut && x.Fin == fin).Select(x => (Guid?)x.Id).FirstOrDefaultAsync(annulation) is { } deja)
        {
            return deja;
        }

        var absence = new Absence { Id = Identifiants.Nouveau(horloge), Compte = compte, Organisation = organisation, Debut = debut, Fin = fin, Fuseau = fuseau };
        db.Add(absence);
        await db.SaveChangesAsync(annulation);
        return absence.Id;
    }

    public async Task<bool> RetirerAsync(Guid id, Guid compte, CancellationToken annulation)
    {
        if (await db.Set<Absence>().FirstOrDefaultAsync(a => a.Id == id && a.Compte == compte, annulation) is not { } absence)
        {
            return false;
        }

        db.Remove(absence);
        await db.SaveChangesAsync(annulation);
        return true;
    }
}
