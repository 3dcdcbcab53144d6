using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using FaireAvec.Ui.Formulaires;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>When and where a médiateur receives, the rooms of the organisation, and what is open online.</summary>
internal sealed class Disponibilites(FaireAvecDb db, ReperesDesLieux reperes, INomsDesLieux noms, ILieuxDesOrganisations organisations, TimeProvider horloge)
{
    /// <summary>Those that still hold, the earliest in the week first.</summary>
    public async Task<IReadOnlyList<Disponibilite>> ListerAsync(Guid compte, CancellationToken annulation)
    {
        var jour = JourDeParis.De(horloge.GetUtcNow()).AddDays(-1);
        return [.. (await db.Set<Disponibilite>().AsNoTracking().Where(d => d.Compte == compte && (d.Jusqua == null || d.Jusqua >= jour)).ToListAsync(annulation))
            .OrderBy(d => d.Tournee).ThenBy(d => d.Tournee ? d.Depuis : DateOnly.MinValue).ThenBy(d => ((int)d.Depuis.DayOfWeek + 6) % 7).ThenBy(d => d.De)];
    }

    public async Task<IReadOnlyList<Salle>> SallesAsync(Guid organisation, CancellationToken annulation) =>
        await db.Set<Salle>().AsNoTracking().Where(s => s.Organisation == organisation && s.FermeeLe == null).OrderBy(s => s.Nom).ToListAsync(annulation);

    /// <summary>Places to choose from: those of the organisation, then those already in the agenda.</summary>
    public async Task<IReadOnlyList<OptionDeChamp>> LieuxAsync(Guid compte, Guid organisation, CancellationToken annulation)
    {
        var connus = await db.Set<Disponibilite>().AsNoTracking().Where(d => d.Compte == compte).Select(d => d.Lieu).Distinct().ToListAsync(annulation);
        return [.. (await organisations.LieuxAsync(organisation, annulation)).Concat(connus).Select(noms.Trouver).OfType<LieuNomme>().DistinctBy(l => l.Id).Select(l => new OptionDeChamp(l.Id, $"{l.Nom}, {l.Commune}"))];
    }

    /// <summary>The id of the place that is meant: one of the list, or the address of its page.</summary>
    public string? Lieu(string? choisi, string? adresse) => string.IsNullOrWhiteSpace(adresse) ? choisi : noms.Reconnaitre(adresse)?.Id;

    public async Task<Resultat<IReadOnlyList<Disponibilite>>> AjouterAsync(SaisieDeDisponibilite saisie, Guid compte, Guid organisation, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        // The same form twice: the second one meets the first.
        await VerrousDAgenda.VerrouillerAsync(db, compte, null, annulation);
        var connues = await db.Set<Disponibilite>().AsNoTracking().Where(d => d.Compte == compte).ToListAsync(annulation);
        var verifiee = VerificationDAgenda.Verifier(saisie, compte, organisation, () => Identifiants.Nouveau(horloge), reperes.Agenda, await SallesAsync(organisation, annulation), connues, horloge.GetUtcNow());
        if (verifiee.Reussi)
        {
            db.AddRange(verifiee.Valeur);
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
        }

        return verifiee;
    }

    /// <summary>No more from today; appointments that are taken stay.</summary>
    public async Task<bool> RetirerAsync(Guid id, Guid compte, CancellationToken annulation)
    {
        if (await db.Set<Disponibilite>().FirstOrDefaultAsync(d => d.Id == id && d.Compte == compte, annulation) is not { } d)
        {
            return false;
        }

        var hier = HeuresLocales.Jour(d.Fuseau, horloge.GetUtcNow()).AddDays(-1);
        if (d.Depuis > hier)
        {
            db.Remove(d);
        }
        else
        {
            d.Jusqua = hier;
        }

        await db.SaveChangesAsync(annulation);
        return true;
    }

    public async Task<bool> OuvrirAsync(Guid id, Guid compte, bool enLigne, CancellationToken annulation)
    {
        if (await db.Set<Disponibilite>().FirstOrDefaultAsync(d => d.Id == id && d.Compte == compte, annulation) is not { } d)
        {
            return false;
        }

        d.EnLigne = enLigne;
        await db.SaveChangesAsync(annulation);
        return true;
    }

    public async Task<ReglagesDAgenda> ReglagesAsync(Guid compte, CancellationToken annulation) =>
        await db.Set<ReglagesDAgenda>().AsNoTracking().FirstOrDefaultAsync(r => r.Compte == compte, annulation) ?? new ReglagesDAgenda { Compte = compte };

    public async Task<Resultat<bool>> ReglerAsync(Guid compte, bool enLigne, int delaiHeures, int horizonJours, CancellationToken annulation)
    {
        if (!ReglagesDAgenda.Delais.Contains(delaiHeures) || !ReglagesDAgenda.Horizons.Contains(horizonJours))
        {
            return ErreursAgenda.HorsListe with { Champ = "DelaiHeures" };
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrousDAgenda.VerrouillerAsync(db, $"reglages:{compte}", annulation);
        var reglages = await db.Set<ReglagesDAgenda>().FirstOrDefaultAsync(r => r.Compte == compte, annulation);
        if (reglages is null)
        {
            db.Add(reglages = new ReglagesDAgenda { Compte = compte });
        }

        (reglages.EnLigne, reglages.DelaiHeures, reglages.HorizonJours) = (enLigne, delaiHeures, horizonJours);
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return true;
    }

    public async Task<Resultat<Guid>> AjouterUneSalleAsync(string? lieu, string? nom, int? capacite, Guid organisation, CancellationToken annulation)
    {
        var fautes = new List<Erreur>();
        var (ou, lu) = (reperes.Agenda(lieu), TextesCourts.Lire(nom, Salle.NomMax));
        if (ou is null)
        {
            fautes.Add(ErreursAgenda.Lieu with { Champ = "LieuDeSalle" });
        }

        if (lu is null || TextesCourts.Refuse(lu))
        {
            fautes.Add(ErreursAgenda.NomDeSalle);
        }

        if (capacite is not (>= 1 and <= Salle.CapaciteMax))
        {
            fautes.Add(ErreursAgenda.CapaciteDeSalle);
        }

        if (fautes.Count == 0 && await db.Set<Salle>().CountAsync(s => s.Organisation == organisation && s.FermeeLe == null, annulation) >= Salle.Max)
        {
            fautes.Add(ErreursAgenda.TropDeSalles);
        }

        if (fautes.Count > 0)
        {
            return Resultat<Guid>.Echec(fautes);
        }

        if (await db.Set<Salle>().Where(s => s.Organisation == organisation && s.Lieu == ou!.Id && s.Nom == lu && s.FermeeLe == null).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(annulation) is { } deja)
        {
            return deja;
        }

        var salle = new Salle { Id = Identifiants.Nouveau(horloge), Organisation = organisation, Lieu = ou!.Id, Nom = lu!, Capacite = capacite!.Value };
        db.Add(salle);
        await db.SaveChangesAsync(annulation);
        return salle.Id;
    }

    public async Task<bool> FermerLaSalleAsync(Guid id, Guid organisation, CancellationToken annulation)
    {
        if (await db.Set<Salle>().FirstOrDefaultAsync(s => s.Id == id && s.Organisation == organisation && s.FermeeLe == null, annulation) is not { } salle)
        {
            return false;
        }

        salle.FermeeLe = horloge.GetUtcNow();
        await db.SaveChangesAsync(annulation);
        return true;
    }
}
