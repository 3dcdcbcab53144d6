using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>A colleague on a day at a place: how much is taken and free, never with whom.</summary>
/// <param name="Compte">The médiateur.</param>
/// <param name="RendezVous">Appointments.</param>
/// <param name="Ateliers">Workshops.</param>
/// <param name="Libres">Free slots.</param>
/// <param name="Absent">True when they are away for some of it.</param>
internal sealed record JourDUnCollegue(Guid Compte, int RendezVous, int Ateliers, int Libres, bool Absent);

/// <summary>A day at a place.</summary>
internal sealed record JourDuLieu(DateOnly Jour, IReadOnlyList<JourDUnCollegue> Collegues);

/// <summary>A month at a place: everybody of the organisation who receives there. Four reads, whatever their number.</summary>
internal sealed class CalendrierDuLieu(FaireAvecDb db, LectureDesCreneaux lecture, ReperesDesLieux reperes, IGensDesOrganisations gens, TimeProvider horloge)
{
    /// <summary>The colleagues by their names, and each day of the month.</summary>
    public async Task<(IReadOnlyList<Collegue> Collegues, IReadOnlyList<JourDuLieu> Jours)> MoisAsync(string lieu, Guid organisation, DateOnly mois, CancellationToken annulation)
    {
        if (reperes.Agenda(lieu) is not { } ou)
        {
            return ([], []);
        }

        var (premier, dernier) = (new DateOnly(mois.Year, mois.Month, 1), new DateOnly(mois.Year, mois.Month, DateTime.DaysInMonth(mois.Year, mois.Month)));
        var fenetre = new Plage(HeuresLocales.Journee(ou.Fuseau, premier).Debut, HeuresLocales.Journee(ou.Fuseau, dernier).Fin);
        var (debut, fin, maintenant) = (fenetre.Debut, fenetre.Fin, horloge.GetUtcNow());
        var disponibilites = await db.Set<Disponibilite>().AsNoTracking().Where(d => d.Lieu == ou.Id && d.Organisation == organisation && d.Depuis <= dernier && (d.Jusqua == null || d.Jusqua >= premier)).ToListAsync(annulation);
        var comptes = disponibilites.Select(d => d.Compte).Distinct().ToList();
        var salles = disponibilites.Select(d => d.Salle).OfType<Guid>().Distinct().ToList();
        // What is taken here, and what those who receive here have elsewhere: read once for both.
        var occupations = await db.Set<Occupation>().AsNoTracking()
            .Where(o => ((o.Lieu == ou.Id && o.Organisation == organisation) || comptes.Contains(o.Compte) || (o.Salle != null && salles.Contains(o.Salle.Value))) && o.Debut < fin && o.Fin > debut && (o.TenueJusqua == null || o.TenueJusqua > maintenant))
            .Select(o => new { o.Compte, o.Salle, o.Lieu, o.Organisation, o.Atelier, o.Debut, o.Fin }).ToListAsync(annulation);
        var ici = occupations.FindAll(o => o.Lieu == ou.Id && o.Organisation == organisation);
        comptes = [.. comptes.Concat(ici.Select(o => o.Compte)).Distinct()];
        var collegues = (await gens.MediateursAsync(organisation, annulation)).Where(c => comptes.Contains(c.Compte)).ToList();
        var absences = await db.Set<Absence>().AsNoTracking().Where(a => comptes.Contains(a.Compte) && a.Debut < fin && a.Fin > debut).ToListAsync(annulation);
        List<Pris> pris = [.. occupations.Select(o => new Pris(o.Compte, o.Salle, new(o.Debut, o.Fin))), .. absences.Select(a => new Pris(a.Compte, null, a.Plage))];
        var libres = lecture.Libres(disponibilites, pris, new(debut > maintenant ? debut : maintenant, fin)).ToLookup(c => (c.Compte, HeuresLocales.Jour(ou.Fuseau, c.Debut)));
        var prises = ici.ToLookup(o => (o.Compte, HeuresLocales.Jour(ou.Fuseau, o.Debut)));
        var jours = new List<JourDuLieu>(31);
        for (var jour = premier; jour <= dernier; jour = jour.AddDays(1))
        {
            var journee = HeuresLocales.Journee(ou.Fuseau, jour);
            jours.Add(new(jour,
            [
                .. collegues.Select(c => new JourDUnCollegue(
                    c.Compte, prises[(c.Compte, jour)].Count(o => !o.Atelier), prises[(c.Compte, jour)].Count(o => o.Atelier), libres[(c.Compte, jour)].Count(), absences.Exists(a => a.Compte == c.Compte && a.Plage.Croise(journee)))),
            ]));
        }

        return (collegues, jours);
    }
}
