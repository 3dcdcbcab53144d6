using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>A workshop in a list.</summary>
internal sealed record AtelierListe(AtelierPrevu Atelier, int Inscrits, int Attente);

/// <summary>The workshops of a médiateur: foreseen, corrected, given up; people registered by them, and who came.</summary>
internal sealed class AteliersDuMediateur(FaireAvecDb db, AteliersPrevus places, Disponibilites disponibilites, ContactsDesReservations contacts, ReperesDesLieux reperes, TimeProvider horloge)
{
    private const int Max = 100;

    /// <summary>Those to come, the earliest first; those that were, the latest first.</summary>
    public async Task<IReadOnlyList<AtelierListe>> ListerAsync(Guid compte, bool passes, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var ateliers = db.Set<AtelierPrevu>().AsNoTracking().Where(a => a.Compte == compte && (passes ? a.Fin <= maintenant : a.Fin > maintenant));
        return await (passes ? ateliers.OrderByDescending(a => a.Debut) : ateliers.OrderBy(a => a.Debut)).Take(Max)
            .Select(a => new AtelierListe(a, db.Set<Inscription>().Count(i => i.Atelier == a.Id && i.Place != null), db.Set<Inscription>().Count(i => i.Atelier == a.Id && i.Etat == EtatDInscription.EnAttente)))
            .ToListAsync(annulation);
    }

    public Task<AtelierPrevu?> TrouverAsync(Guid compte, Guid id, CancellationToken annulation) => db.Set<AtelierPrevu>().FirstOrDefaultAsync(a => a.Id == id && a.Compte == compte, annulation);

    /// <summary>Seats in their order, then those who wait in theirs, then those who gave up.</summary>
    public async Task<IReadOnlyList<Inscription>> InscriptionsAsync(Guid atelier, CancellationToken annulation) =>
        [.. (await db.Set<Inscription>().AsNoTracking().Where(i => i.Atelier == atelier).ToListAsync(annulation)).OrderBy(i => i.Etat == EtatDInscription.Annulee).ThenBy(i => i.Place is null).ThenBy(i => i.Place).ThenBy(i => i.PriseLe).ThenBy(i => i.Id)];

    public async Task<Resultat<Guid>> CreerAsync(SaisieDAtelier saisie, Guid id, Guid compte, Guid organisation, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var verifie = VerificationDAgenda.Verifier(saisie, id, compte, organisation, reperes.Agenda, await disponibilites.SallesAsync(organisation, annulation), maintenant);
        if (!verifie.Reussi || id == Guid.Empty)
        {
            return id == Guid.Empty ? ErreursAgenda.Formulaire : Resultat<Guid>.Echec(verifie.Erreurs);
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(annulation);
            await VerrousDAgenda.VerrouillerAsync(db, compte, saisie.Salle, annulation);
            if (await db.Set<AtelierPrevu>().AnyAsync(a => a.Id == id && a.Compte == compte, annulation))
            {
                return id;
            }

            if (!await VerrousDAgenda.LibererAsync(db, compte, saisie.Salle, verifie.Valeur.Plage, null, maintenant, annulation))
            {
                return ErreursAgenda.Occupe;
            }

            db.Add(verifie.Valeur);
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
            return id;
        }
        catch (DbUpdateException e) when (ReservationsPubliques.Depassee(e))
        {
            db.ChangeTracker.Clear();
            return ErreursAgenda.Occupe;
        }
    }

    /// <summary>Title, words, seats, open online or not. More seats: those who wait are offered them.</summary>
    public async Task<Resultat<bool>> CorrigerAsync(AtelierPrevu atelier, SaisieDAtelier saisie, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrousDAgenda.VerrouillerAsync(db, atelier, annulation);
        // Seats have numbers: the last one that is taken stays one.
        var derniere = await db.Set<Inscription>().Where(i => i.Atelier == atelier.Id).MaxAsync(i => i.Place, annulation) ?? 0;
        var salle = atelier.Salle is { } s ? await db.Set<Salle>().AsNoTracking().FirstOrDefaultAsync(x => x.Id == s, annulation) : null;
        var corrige = VerificationDAgenda.Corriger(saisie, salle, derniere);
        if (!corrige.Reussi)
        {
            return Resultat<bool>.Echec(corrige.Erreurs);
        }

        if (atelier.AnnuleLe is not null)
        {
            return ErreursAgenda.Etat;
        }

        try
        {
            atelier.Changer(corrige.Valeur.Titre, corrige.Valeur.Description, corrige.Valeur.Capacite, saisie.EnLigne);
            await db.SaveChangesAsync(annulation);
            await places.TenirAsync(db, atelier, annulation);
            await transaction.CommitAsync(annulation);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.CheckViolation })
        {
            db.ChangeTracker.Clear();
            return e is DbUpdateConcurrencyException ? ErreursAgenda.Etat : ErreursAgenda.CapacitePrise;
        }
    }

    public async Task<Resultat<bool>> AnnulerAsync(AtelierPrevu atelier, CancellationToken annulation)
    {
        var fait = atelier.Annuler(horloge.GetUtcNow());
        if (fait is { Reussi: true, Valeur: true })
        {
            db.Publier(new AtelierAnnule(atelier.Id, atelier.Debut, horloge.GetUtcNow()));
        }

        return await EcrireAsync(annulation) ? fait : ErreursAgenda.EntreTemps;
    }

    /// <summary>Somebody registered by the médiateur: confirmed at once, or on the waiting list when it is full.</summary>
    public async Task<Resultat<Guid>> InscrireAsync(AtelierPrevu atelier, Guid id, Guid? personne, SaisieDeReservation saisie, CancellationToken annulation)
    {
        var qui = VerificationDAgenda.Verifier(saisie, personne is not null);
        if (!qui.Reussi)
        {
            return Resultat<Guid>.Echec(qui.Erreurs);
        }

        if (personne is { } p && !await db.Set<Domain.Personnes.PersonneAccompagnee>().AnyAsync(x => x.Id == p && x.EffaceeLe == null, annulation))
        {
            return ErreursAgenda.PersonneInconnue;
        }

        if (atelier.AnnuleLe is not null || id == Guid.Empty)
        {
            return ErreursAgenda.Etat;
        }

        var inscription = new Inscription { Id = id, Compte = atelier.Compte, Organisation = atelier.Organisation, Atelier = atelier.Id, Capacite = atelier.Capacite, Origine = OrigineDeReservation.Mediateur, PriseLe = horloge.GetUtcNow(), Personne = personne };
        await contacts.FermerAsync(inscription, qui.Valeur, annulation);
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var placee = await places.PlacerAsync(db, atelier, inscription, null, attente: true, annulation);
        if (placee.Reussi)
        {
            await transaction.CommitAsync(annulation);
        }

        return placee;
    }

    public async Task<Resultat<bool>> DesinscrireAsync(AtelierPrevu atelier, Guid inscription, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        if (await db.Set<Inscription>().FirstOrDefaultAsync(i => i.Id == inscription && i.Atelier == atelier.Id, annulation) is not { } trouvee)
        {
            return ErreursAgenda.Introuvable;
        }

        var fait = await places.AnnulerAsync(db, atelier, trouvee, AuteurDAnnulation.Mediateur, annulation);
        await transaction.CommitAsync(annulation);
        return fait;
    }

    /// <summary>The person confirmed at the desk, or by telephone.</summary>
    public async Task<Resultat<bool>> ConfirmerAsync(AtelierPrevu atelier, Guid inscription, CancellationToken annulation)
    {
        if (await db.Set<Inscription>().FirstOrDefaultAsync(i => i.Id == inscription && i.Atelier == atelier.Id, annulation) is not { } trouvee)
        {
            return ErreursAgenda.Introuvable;
        }

        var fait = trouvee.Confirmer(horloge.GetUtcNow());
        return await EcrireAsync(annulation) ? fait : ErreursAgenda.EntreTemps;
    }

    /// <summary>Who came and who didn't, in one go: those who aren't named stay as they are.</summary>
    public async Task<Resultat<int>> NoterAsync(AtelierPrevu atelier, IReadOnlyCollection<Guid> presentes, IReadOnlyCollection<Guid> absentes, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var notees = 0;
        foreach (var i in await db.Set<Inscription>().Where(i => i.Atelier == atelier.Id && i.Place != null).ToListAsync(annulation))
        {
            var presente = presentes.Contains(i.Id);
            if (!presente && !absentes.Contains(i.Id))
            {
                continue;
            }

            var note = i.Noter(presente, maintenant, atelier.Debut);
            if (!note.Reussi)
            {
                db.ChangeTracker.Clear();
                return Resultat<int>.Echec(note.Erreurs);
            }

            notees += note.Valeur ? 1 : 0;
        }

        return await EcrireAsync(annulation) ? notees : ErreursAgenda.EntreTemps;
    }

    // False when somebody changed it at the same moment: what they did stays.
    private async Task<bool> EcrireAsync(CancellationToken annulation)
    {
        try
        {
            await db.SaveChangesAsync(annulation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
