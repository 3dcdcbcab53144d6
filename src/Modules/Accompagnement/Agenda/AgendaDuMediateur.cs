using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Cartographie;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>An appointment that the médiateur gives, as typed.</summary>
internal sealed record SaisieDeRendezVous
{
    public Guid Id { get; init; }
    public Guid? Personne { get; init; }
    public SaisieDeReservation Qui { get; init; } = new();
    public string? Lieu { get; init; }
    public Guid? Salle { get; init; }
    public DateOnly? Date { get; init; }
    public string? De { get; init; }
    public int? Duree { get; init; }
}

/// <summary>The médiateur's own agenda: what is foreseen, what they give, move, give up and note. Row security shows them nobody else's.</summary>
internal sealed class AgendaDuMediateur(FaireAvecDb db, LectureDesCreneaux lecture, ContactsDesReservations contacts, ReperesDesLieux reperes, INomsDesLieux lieux, TimeProvider horloge)
{
    /// <summary>Everything of these instants, by the hour; free slots too when they are asked for.</summary>
    public async Task<IReadOnlyList<LigneDAgenda>> LireAsync(Guid compte, Plage fenetre, bool libres, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var (debut, fin) = (fenetre.Debut, fenetre.Fin);
        var rendezVous = await db.Set<RendezVous>().AsNoTracking()
            .Where(r => r.Compte == compte && r.Debut < fin && r.Fin > debut && (r.Etat == EtatDeRendezVous.Pris || r.Etat == EtatDeRendezVous.Honore || r.Etat == EtatDeRendezVous.Absent) && (r.TenueJusqua == null || r.TenueJusqua > maintenant))
            .ToListAsync(annulation);
        var noms = await contacts.NommerAsync(rendezVous, annulation);
        var ateliers = await db.Set<AtelierPrevu>().AsNoTracking().Where(a => a.Compte == compte && a.AnnuleLe == null && a.Debut < fin && a.Fin > debut)
            .Select(a => new { Atelier = a, Inscrits = db.Set<Inscription>().Count(i => i.Atelier == a.Id && i.Place != null) }).ToListAsync(annulation);
        var absences = await db.Set<Absence>().AsNoTracking().Where(a => a.Compte == compte && a.Debut < fin && a.Fin > debut).ToListAsync(annulation);
        var lignes = rendezVous.ConvertAll(r => new LigneDAgenda(NatureDeLigne.RendezVous, r.Id, r.Debut, r.Fin, r.Fuseau, noms[r.Id], lieux.Trouver(r.Lieu)?.Nom, r));
        lignes.AddRange(ateliers.Select(a => new LigneDAgenda(NatureDeLigne.Atelier, a.Atelier.Id, a.Atelier.Debut, a.Atelier.Fin, a.Atelier.Fuseau, a.Atelier.Titre, lieux.Trouver(a.Atelier.Lieu)?.Nom, Inscrits: a.Inscrits, Capacite: a.Atelier.Capacite)));
        lignes.AddRange(absences.Select(a => new LigneDAgenda(NatureDeLigne.Absence, a.Id, a.Debut > debut ? a.Debut : debut, a.Fin < fin ? a.Fin : fin, a.Fuseau, null, null)));
        if (libres)
        {
            lignes.AddRange((await LibresAsync(compte, fenetre, annulation)).Select(c => new LigneDAgenda(NatureDeLigne.Libre, Guid.Empty, c.Debut, c.Fin, c.Disponibilite.Fuseau, null, lieux.Trouver(c.Disponibilite.Lieu)?.Nom)));
        }

        return [.. lignes.OrderBy(l => l.Debut).ThenBy(l => l.Nature)];
    }

    /// <summary>Today, by the clock of the places where they receive.</summary>
    public async Task<IReadOnlyList<LigneDAgenda>> DuJourAsync(Guid compte, CancellationToken annulation)
    {
        var fuseau = await db.Set<Disponibilite>().Where(d => d.Compte == compte).OrderByDescending(d => d.CreeeLe).Select(d => d.Fuseau).FirstOrDefaultAsync(annulation);
        return await LireAsync(compte, HeuresLocales.Journee(fuseau, HeuresLocales.Jour(fuseau, horloge.GetUtcNow())), libres: false, annulation);
    }

    /// <summary>One's own free slots, online or not.</summary>
    public async Task<IReadOnlyList<Creneau>> LibresAsync(Guid compte, Plage fenetre, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var veille = HeuresLocales.Jour(null, fenetre.Debut).AddDays(-1);
        var disponibilites = await db.Set<Disponibilite>().AsNoTracking().Where(d => d.Compte == compte && (d.Jusqua == null || d.Jusqua >= veille)).ToListAsync(annulation);
        return await lecture.LibresAsync(db, disponibilites, new(fenetre.Debut > maintenant ? fenetre.Debut : maintenant, fenetre.Fin), annulation);
    }

    public Task<RendezVous?> TrouverAsync(Guid compte, Guid id, CancellationToken annulation) => db.Set<RendezVous>().FirstOrDefaultAsync(r => r.Id == id && r.Compte == compte, annulation);

    /// <summary>An appointment at any time, in a slot or not: who receives decides.</summary>
    public async Task<Resultat<Guid>> PrendreAsync(SaisieDeRendezVous saisie, Guid compte, Guid organisation, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var fautes = new List<Erreur>();
        var qui = VerificationDAgenda.Verifier(saisie.Qui, saisie.Personne is not null);
        fautes.AddRange(qui.Erreurs);
        if (saisie.Personne is { } personne && !await db.Set<PersonneAccompagnee>().AnyAsync(p => p.Id == personne && p.EffaceeLe == null, annulation))
        {
            fautes.Add(ErreursAgenda.PersonneInconnue);
        }

        var moment = await MomentAsync(saisie.Lieu, saisie.Salle, saisie.Date, saisie.De, saisie.Duree, organisation, maintenant, annulation);
        fautes.AddRange(moment.Erreurs);
        if (saisie.Id == Guid.Empty)
        {
            fautes.Add(ErreursAgenda.Formulaire);
        }

        if (fautes.Count > 0)
        {
            return Resultat<Guid>.Echec(fautes);
        }

        var (ou, plage) = moment.Valeur;
        var rendezVous = new RendezVous
        {
            Id = saisie.Id,
            Compte = compte,
            Organisation = organisation,
            Personne = saisie.Personne,
            Lieu = ou.Id,
            Fuseau = ou.Fuseau,
            Salle = saisie.Salle,
            Debut = plage.Debut,
            Fin = plage.Fin,
            Origine = OrigineDeReservation.Mediateur,
            PriseLe = maintenant,
        };
        await contacts.FermerAsync(rendezVous, qui.Valeur, annulation);
        return await EcrireAsync(async () =>
        {
            await VerrousDAgenda.VerrouillerAsync(db, compte, saisie.Salle, annulation);
            if (await db.Set<RendezVous>().AnyAsync(r => r.Id == saisie.Id && r.Compte == compte, annulation))
            {
                return saisie.Id;
            }

            if (!await VerrousDAgenda.LibererAsync(db, compte, saisie.Salle, plage, null, maintenant, annulation))
            {
                return ErreursAgenda.Occupe;
            }

            db.Add(rendezVous);
            db.Publier(new RendezVousPris(rendezVous.Id, rendezVous.Debut, false, maintenant, rendezVous.Organisation));
            await db.SaveChangesAsync(annulation);
            return rendezVous.Id;
        }, annulation);
    }

    /// <summary>When what stands in the way of this appointment was taken; null when nothing of one's own does.</summary>
    public async Task<DateTimeOffset?> PrisDepuisAsync(SaisieDeRendezVous saisie, Guid compte, Guid organisation, CancellationToken annulation)
    {
        var moment = await MomentAsync(saisie.Lieu, saisie.Salle, saisie.Date, saisie.De, saisie.Duree, organisation, horloge.GetUtcNow(), annulation);
        if (!moment.Reussi)
        {
            return null;
        }

        var (debut, fin) = (moment.Valeur.Plage.Debut, moment.Valeur.Plage.Fin);
        var prises = await db.Set<RendezVous>().Where(r => r.Compte == compte && r.Debut < fin && r.Fin > debut && (r.Etat == EtatDeRendezVous.Pris || r.Etat == EtatDeRendezVous.Honore || r.Etat == EtatDeRendezVous.Absent)).Select(r => r.PriseLe)
            .Concat(db.Set<AtelierPrevu>().Where(a => a.Compte == compte && a.AnnuleLe == null && a.Debut < fin && a.Fin > debut).Select(a => a.CreeLe)).ToListAsync(annulation);
        return prises.Count == 0 ? null : prises.Max();
    }

    /// <summary>To another day or hour, perhaps another place; the person is told by who hears the event.</summary>
    public async Task<Resultat<Guid>> DeplacerAsync(RendezVous ancien, string? lieu, DateOnly? date, string? de, int? duree, Guid organisation, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var moment = await MomentAsync(lieu, null, date, de, duree, organisation, maintenant, annulation);
        if (!moment.Reussi)
        {
            return Resultat<Guid>.Echec(moment.Erreurs);
        }

        var (ou, plage) = moment.Valeur;
        if (ancien.Plage == plage && ancien.Lieu == ou.Id)
        {
            return ancien.Id;
        }

        return await EcrireAsync(async () =>
        {
            await VerrousDAgenda.VerrouillerAsync(db, ancien.Compte, null, annulation);
            if (!await VerrousDAgenda.LibererAsync(db, ancien.Compte, null, plage, ancien.Id, maintenant, annulation))
            {
                return ErreursAgenda.Occupe;
            }

            var fait = ancien.Deplacer(maintenant);
            if (!fait.Reussi)
            {
                return Resultat<Guid>.Echec(fait.Erreurs);
            }

            // The time is given back before the other one is taken.
            await db.SaveChangesAsync(annulation);
            var nouveau = new RendezVous
            {
                Id = Identifiants.Nouveau(horloge),
                Compte = ancien.Compte,
                Organisation = ancien.Organisation,
                Lieu = ou.Id,
                Fuseau = ou.Fuseau,
                Debut = plage.Debut,
                Fin = plage.Fin,
                Origine = ancien.Origine,
                Langue = ancien.Langue,
                Remplace = ancien.Id,
                PriseLe = maintenant,
            };
            contacts.Reprendre(nouveau, ancien);
            db.Add(nouveau);
            db.Publier(new RendezVousDeplace(ancien.Id, nouveau.Id, nouveau.Debut, maintenant, nouveau.Organisation));
            await db.SaveChangesAsync(annulation);
            return nouveau.Id;
        }, annulation);
    }

    public async Task<Resultat<bool>> AnnulerAsync(RendezVous rendezVous, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var fait = rendezVous.Annuler(AuteurDAnnulation.Mediateur, maintenant);
        if (fait is { Reussi: true, Valeur: true })
        {
            db.Publier(new RendezVousAnnule(rendezVous.Id, nameof(AuteurDAnnulation.Mediateur), maintenant, rendezVous.Organisation));
        }

        return await GarderAsync(fait, annulation);
    }

    public Task<Resultat<bool>> NoterAsync(RendezVous rendezVous, bool venue, CancellationToken annulation) =>
        GarderAsync(rendezVous.Noter(venue ? EtatDeRendezVous.Honore : EtatDeRendezVous.Absent, horloge.GetUtcNow()), annulation);

    /// <summary>The person confirmed by telephone, or at the desk.</summary>
    public async Task<Resultat<bool>> ConfirmerAsync(RendezVous rendezVous, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var fait = rendezVous.Confirmer(maintenant);
        if (fait is { Reussi: true, Valeur: true })
        {
            db.Publier(new RendezVousConfirme(rendezVous.Id, rendezVous.Debut, maintenant, rendezVous.Organisation));
        }

        return await GarderAsync(fait, annulation);
    }

    private async Task<Resultat<bool>> GarderAsync(Resultat<bool> fait, CancellationToken annulation)
    {
        if (fait is { Reussi: true, Valeur: true })
        {
            try
            {
                await db.SaveChangesAsync(annulation);
            }
            catch (DbUpdateConcurrencyException)
            {
                return ErreursAgenda.Etat;
            }
        }

        return fait;
    }

    private async Task<Resultat<(LieuDAgenda Lieu, Plage Plage)>> MomentAsync(string? lieu, Guid? salle, DateOnly? date, string? de, int? duree, Guid organisation, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var fautes = new List<Erreur>();
        var ou = reperes.Agenda(lieu);
        if (ou is null)
        {
            fautes.Add(ErreursAgenda.Lieu);
        }

        if (HeureSaisie.Lire(de) is not { } heure)
        {
            fautes.Add(ErreursAgenda.Heures);
            heure = TimeOnly.MinValue;
        }

        if (duree is not { } minutes || !Disponibilite.Durees.Contains(minutes))
        {
            fautes.Add(ErreursAgenda.Duree);
            minutes = 0;
        }

        var aujourdhui = HeuresLocales.Jour(ou?.Fuseau, maintenant);
        if (date is not { } jour || jour < aujourdhui || jour > aujourdhui.AddYears(2))
        {
            fautes.Add(ErreursAgenda.Date);
            jour = aujourdhui;
        }

        if (salle is { } s && !await db.Set<Salle>().AnyAsync(x => x.Id == s && x.Organisation == organisation && x.Lieu == lieu && x.FermeeLe == null, annulation))
        {
            fautes.Add(ErreursAgenda.Salle);
        }

        if (fautes.Count > 0)
        {
            return Resultat<(LieuDAgenda, Plage)>.Echec(fautes);
        }

        var debut = HeuresLocales.Instant(HeuresLocales.Zone(ou!.Fuseau), jour, heure);
        return debut <= maintenant ? ErreursAgenda.DansLePasse with { Champ = "De" } : (ou, new Plage(debut, debut.AddMinutes(minutes)));
    }

    private async Task<Resultat<Guid>> EcrireAsync(Func<Task<Resultat<Guid>>> action, CancellationToken annulation)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(annulation);
            var fait = await action();
            if (fait.Reussi)
            {
                await transaction.CommitAsync(annulation);
            }

            return fait;
        }
        catch (DbUpdateException e) when (ReservationsPubliques.Depassee(e))
        {
            db.ChangeTracker.Clear();
            return e is DbUpdateConcurrencyException ? ErreursAgenda.Etat : ErreursAgenda.Occupe;
        }
    }
}
