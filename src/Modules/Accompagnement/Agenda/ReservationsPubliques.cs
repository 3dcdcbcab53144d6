using System.Globalization;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>What somebody asks for without an account.</summary>
/// <param name="Id">Made with the form: sent twice, it is one booking.</param>
/// <param name="Qui">Who comes, as typed.</param>
/// <param name="Numero">Number of a card; null or empty without one.</param>
/// <param name="Secret">Its secret.</param>
internal sealed record DemandeDeReservation(Guid Id, SaisieDeReservation Qui, string? Numero, string? Secret);

/// <summary>
/// Booking, confirming, moving and giving up by whoever has the page or the signed link, in the system context of the agenda. Two people never take the same
/// slot nor the last seat: the database refuses the second one.
/// </summary>
internal sealed class ReservationsPubliques(
    EnSysteme systeme, CartesDesPersonnes cartes, ContactsDesReservations contacts, LectureDesCreneaux lecture, LimitesDesReservations limites, AteliersPrevus ateliers,
    Base donnees, IDemonstration demonstration, TimeProvider horloge)
{
    // One transaction for each médiateur who is tried: ten are enough to find one who is free.
    private const int Essais = 10;

    /// <summary>The embedded database is for trials: it takes people who aren't invented only when the operator declares its disk encrypted.</summary>
    public bool Permises => !donnees.Options.InventeesSeulement || demonstration.EnCours;

    private static string Langue => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "fr";

    /// <summary>The free slots of a place, and its workshops to come with their free seats.</summary>
    public async Task<(IReadOnlyList<Creneau> Creneaux, IReadOnlyList<AtelierOuvert> Ateliers)> LireAsync(string lieu, CancellationToken annulation)
    {
        if (!Permises)
        {
            return ([], []);
        }

        var exercent = await lecture.ExercentAsync(lieu, annulation);
        return await systeme.FaireAsync(EnSysteme.Agenda, async (_, db) => (await lecture.PublicsAsync(db, lieu, exercent, annulation), await ateliers.OuvertsAsync(db, [lieu], exercent, annulation)), annulation);
    }

    /// <summary>What is next at each of these places: a slot or a workshop with a seat left. As many queries for fifty places as for one.</summary>
    public async Task<IReadOnlyDictionary<string, ProchainMoment>> ProchainsAsync(IReadOnlyList<string> lieux, CancellationToken annulation)
    {
        var prochains = new Dictionary<string, ProchainMoment>(StringComparer.Ordinal);
        if (!Permises || lieux.Count == 0)
        {
            return prochains;
        }

        var exercent = await lecture.ExercentAsync(lieux, annulation);
        void Noter(string lieu, ProchainMoment moment)
        {
            if (!prochains.TryGetValue(lieu, out var connu) || moment.Debut < connu.Debut)
            {
                prochains[lieu] = moment;
            }
        }

        await systeme.FaireAsync(EnSysteme.Agenda, async (_, db) =>
        {
            foreach (var atelier in await ateliers.OuvertsAsync(db, lieux, exercent, annulation))
            {
                if (atelier.Libres > 0)
                {
                    Noter(atelier.Atelier.Lieu, new(atelier.Atelier.Debut, atelier.Atelier.Fuseau, atelier.Atelier.Titre));
                }
            }

            foreach (var (lieu, creneau) in await lecture.PremiersAsync(db, lieux, exercent, annulation))
            {
                // An appointment that begins with a workshop is said first: it is for one person.
                if (!prochains.TryGetValue(lieu, out var connu) || creneau.Debut <= connu.Debut)
                {
                    prochains[lieu] = new(creneau.Debut, creneau.Disponibilite.Fuseau, null);
                }
            }

            return true;
        }, annulation);
        return prochains;
    }

    public async Task<Resultat<Guid>> PrendreAsync(string lieu, DateTimeOffset debut, DemandeDeReservation demande, CancellationToken annulation)
    {
        var verifiee = await VerifierAsync(demande, annulation);
        if (!verifiee.Reussi)
        {
            return Resultat<Guid>.Echec(verifiee.Erreurs);
        }

        var (qui, personne) = verifiee.Valeur;
        var exercent = await lecture.ExercentAsync(lieu, annulation);
        var essayes = new HashSet<Guid>();
        for (var essai = 0; essai < Essais; essai++)
        {
            try
            {
                var issue = await systeme.FaireAsync<Resultat<Guid?>>(EnSysteme.Agenda, (_, db) => EssayerAsync(db, lieu, debut, demande.Id, qui, personne, exercent, essayes, annulation), annulation);
                if (!issue.Reussi)
                {
                    // Sent twice at once, the second one may have seen the slot go before it saw by whom.
                    return await systeme.FaireAsync(EnSysteme.Agenda, (_, db) => db.Set<RendezVous>().AnyAsync(r => r.Id == demande.Id && r.Lieu == lieu, annulation), annulation)
                        ? demande.Id
                        : Resultat<Guid>.Echec(issue.Erreurs);
                }

                if (issue.Valeur is { } pris)
                {
                    return pris;
                }
            }
            catch (DbUpdateException e) when (Depassee(e))
            {
                // Somebody was quicker, or the same form came twice at once: looked at again.
            }
        }

        return ErreursAgenda.Creneau;
    }

    public async Task<Resultat<Guid>> SInscrireAsync(string lieu, Guid atelier, bool attente, DemandeDeReservation demande, CancellationToken annulation)
    {
        var verifiee = await VerifierAsync(demande, annulation);
        if (!verifiee.Reussi)
        {
            return Resultat<Guid>.Echec(verifiee.Erreurs);
        }

        var (qui, personne) = verifiee.Valeur;
        var exercent = await lecture.ExercentAsync(lieu, annulation);
        return await systeme.FaireAsync(EnSysteme.Agenda, async (_, db) =>
        {
            if (await db.Set<AtelierPrevu>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == atelier && a.Lieu == lieu, annulation) is not { } prevu || !await ateliers.EnLigneAsync(db, prevu, exercent, annulation))
            {
                return ErreursAgenda.Fermee;
            }

            var parametres = await ParametresDAgenda.LireAsync(db, horloge.GetUtcNow(), annulation);
            var inscription = await NouvelleAsync(prevu, demande.Id, qui, personne, annulation);
            if (await limites.ExaminerAsync(db, inscription, parametres, annulation) is { } trop)
            {
                return await db.Set<Inscription>().AnyAsync(i => i.Id == demande.Id && i.Atelier == atelier, annulation) ? demande.Id : trop;
            }

            return await ateliers.PlacerAsync(db, prevu, inscription, Tenue(parametres, qui, personne), attente, annulation);
        }, annulation);
    }

    /// <summary>The booking of a signed link: the last one, when it was moved. Null when it isn't there any more.</summary>
    public Task<ReservationLue?> LireLaReservationAsync(Guid id, CancellationToken annulation) => systeme.FaireAsync(EnSysteme.Agenda, (_, db) => TrouverAsync(db, id, annulation), annulation);

    /// <summary>Confirmed by the person; by the mail's link, the address is theirs.</summary>
    public Task<Resultat<bool>> ConfirmerAsync(Guid id, bool parCourriel, CancellationToken annulation) => ChangerAsync(id, async (db, lue) =>
    {
        var maintenant = horloge.GetUtcNow();
        Reservation r = (Reservation?)lue.RendezVous ?? lue.Inscription!;
        if (parCourriel)
        {
            r.CourrielVerifieLe ??= maintenant;
        }

        var fait = lue.RendezVous is { } rendezVous ? rendezVous.Confirmer(maintenant) : lue.Inscription!.Confirmer(maintenant);
        if (fait is { Reussi: true, Valeur: true } && lue.RendezVous is { } confirme)
        {
            db.Publier(new RendezVousConfirme(confirme.Id, confirme.Debut, maintenant, confirme.Organisation));
        }

        await db.SaveChangesAsync(annulation);
        return fait;
    }, annulation);

    /// <summary>Without the mail that doesn't come: the address goes, the place stays.</summary>
    public Task<Resultat<bool>> ConfirmerSansCourrielAsync(Guid id, CancellationToken annulation) => ChangerAsync(id, async (db, lue) =>
    {
        var maintenant = horloge.GetUtcNow();
        Reservation r = (Reservation?)lue.RendezVous ?? lue.Inscription!;
        var fait = lue.RendezVous is { } rendezVous ? rendezVous.Confirmer(maintenant) : lue.Inscription!.Confirmer(maintenant);
        if (fait.Reussi && r.CourrielVerifieLe is null)
        {
            (r.CourrielFerme, r.EmpreinteDuCourriel) = (null, null);
        }

        if (fait is { Reussi: true, Valeur: true } && lue.RendezVous is { } confirme)
        {
            db.Publier(new RendezVousConfirme(confirme.Id, confirme.Debut, maintenant, confirme.Organisation));
        }

        await db.SaveChangesAsync(annulation);
        return fait;
    }, annulation);

    public Task<Resultat<bool>> AnnulerAsync(Guid id, CancellationToken annulation) => ChangerAsync(id, async (db, lue) =>
    {
        var maintenant = horloge.GetUtcNow();
        if (lue.Inscription is { } inscription)
        {
            return await ateliers.AnnulerAsync(db, lue.Atelier!, inscription, AuteurDAnnulation.Personne, annulation);
        }

        var fait = lue.RendezVous!.Annuler(AuteurDAnnulation.Personne, maintenant);
        if (fait is { Reussi: true, Valeur: true })
        {
            db.Publier(new RendezVousAnnule(lue.RendezVous.Id, nameof(AuteurDAnnulation.Personne), maintenant, lue.RendezVous.Organisation));
            await db.SaveChangesAsync(annulation);
        }

        return fait;
    }, annulation);

    /// <summary>Another free slot of the same place; what was written goes with it.</summary>
    public async Task<Resultat<bool>> DeplacerAsync(Guid id, DateTimeOffset debut, CancellationToken annulation)
    {
        if ((await LireLaReservationAsync(id, annulation))?.RendezVous is not { } vu)
        {
            return ErreursAgenda.Introuvable;
        }

        var exercent = await lecture.ExercentAsync(vu.Lieu, annulation);
        try
        {
            return await ChangerAsync(id, async (db, lue) =>
            {
                var maintenant = horloge.GetUtcNow();
                if (lue.RendezVous is not { } ancien || ancien.Debut <= maintenant)
                {
                    return ErreursAgenda.DejaPasse;
                }

                if (ancien.Debut == debut)
                {
                    return false;
                }

                var libres = (await lecture.PublicsAsync(db, ancien.Lieu, exercent, annulation)).Where(c => c.Debut == debut).ToList();
                // The same médiateur first: they know why the person comes.
                var choisi = libres.OrderByDescending(c => c.Compte == ancien.Compte).ThenBy(c => c.Compte).FirstOrDefault();
                if (choisi is null)
                {
                    return ErreursAgenda.Creneau;
                }

                foreach (var compte in new[] { ancien.Compte, choisi.Compte }.Distinct().Order())
                {
                    await VerrousDAgenda.VerrouillerAsync(db, compte, null, annulation);
                }

                if (choisi.Disponibilite.Salle is { } salle)
                {
                    await VerrousDAgenda.VerrouillerAsync(db, $"salle:{salle}", annulation);
                }

                if (!await VerrousDAgenda.LibererAsync(db, choisi.Compte, choisi.Disponibilite.Salle, choisi.Plage, ancien.Id, maintenant, annulation))
                {
                    return ErreursAgenda.Creneau;
                }

                var fait = ancien.Deplacer(maintenant);
                if (!fait.Reussi)
                {
                    return fait;
                }

                // The time is given back before the other one is taken.
                await db.SaveChangesAsync(annulation);
                var nouveau = Nouveau(choisi, Identifiants.Nouveau(horloge), ancien.Origine, ancien.Langue, ancien.Id);
                contacts.Reprendre(nouveau, ancien);
                db.Add(nouveau);
                db.Publier(new RendezVousDeplace(ancien.Id, nouveau.Id, nouveau.Debut, maintenant, nouveau.Organisation));
                await db.SaveChangesAsync(annulation);
                return true;
            }, annulation);
        }
        catch (DbUpdateException e) when (Depassee(e))
        {
            return ErreursAgenda.Creneau;
        }
    }

    internal static bool Depassee(DbUpdateException e) =>
        e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected };

    private static DateTimeOffset? Tenue(ParametresDAgenda parametres, QuiVient qui, Guid? personne, DateTimeOffset maintenant) =>
        personne is not null ? null : maintenant + (qui.Courriel is null ? parametres.Tenue : parametres.TenueParCourriel);

    private DateTimeOffset? Tenue(ParametresDAgenda parametres, QuiVient qui, Guid? personne) => Tenue(parametres, qui, personne, horloge.GetUtcNow());

    // A null value: this médiateur isn't free any more, another one is tried.
    private async Task<Resultat<Guid?>> EssayerAsync(FaireAvecDb db, string lieu, DateTimeOffset debut, Guid id, QuiVient qui, Guid? personne, IReadOnlySet<(Guid Compte, Guid Organisation)> exercent, HashSet<Guid> essayes, CancellationToken annulation)
    {
        if (await db.Set<RendezVous>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, annulation) is { } deja)
        {
            return deja.Lieu == lieu ? Resultat<Guid?>.Ok(id) : ErreursAgenda.Formulaire;
        }

        var maintenant = horloge.GetUtcNow();
        if (debut <= maintenant)
        {
            return ErreursAgenda.DansLePasse;
        }

        var libres = (await lecture.PublicsAsync(db, lieu, exercent, annulation)).Where(c => c.Debut == debut && !essayes.Contains(c.Compte)).ToList();
        if (libres.Count == 0)
        {
            return ErreursAgenda.Creneau;
        }

        // By the id, drawn at random: nobody is always the first one, and the same form sent twice asks for the same médiateur.
        var choisi = libres[(int)((uint)id.GetHashCode() % (uint)libres.Count)];
        var parametres = await ParametresDAgenda.LireAsync(db, maintenant, annulation);
        var rendezVous = Nouveau(choisi, id, OrigineDeReservation.EnLigne, Langue, null);
        await contacts.FermerAsync(rendezVous, qui, annulation);
        rendezVous.Personne = personne;
        rendezVous.TenueJusqua = Tenue(parametres, qui, personne, maintenant);
        if (await limites.ExaminerAsync(db, rendezVous, parametres, annulation) is { } trop)
        {
            return trop;
        }

        await VerrousDAgenda.VerrouillerAsync(db, choisi.Compte, choisi.Disponibilite.Salle, annulation);
        if (!await VerrousDAgenda.LibererAsync(db, choisi.Compte, choisi.Disponibilite.Salle, choisi.Plage, null, maintenant, annulation))
        {
            essayes.Add(choisi.Compte);
            return Resultat<Guid?>.Ok(null);
        }

        db.Add(rendezVous);
        db.Publier(new RendezVousPris(id, rendezVous.Debut, rendezVous.TenueJusqua is not null, maintenant, rendezVous.Organisation));
        await db.SaveChangesAsync(annulation);
        return Resultat<Guid?>.Ok(id);
    }

    private async Task<Resultat<(QuiVient Qui, Guid? Personne)>> VerifierAsync(DemandeDeReservation demande, CancellationToken annulation)
    {
        var avecCarte = !string.IsNullOrWhiteSpace(demande.Numero) || !string.IsNullOrWhiteSpace(demande.Secret);
        var verifiee = VerificationDAgenda.Verifier(demande.Qui, avecCarte);
        if (!Permises)
        {
            return ErreursAgenda.Fermee;
        }

        if (!avecCarte)
        {
            return verifiee.Reussi ? (verifiee.Valeur, (Guid?)null) : Resultat<(QuiVient, Guid?)>.Echec(verifiee.Erreurs);
        }

        // A wrong name isn't a try with the card.
        if (!verifiee.Reussi)
        {
            return Resultat<(QuiVient, Guid?)>.Echec(verifiee.Erreurs);
        }

        var carte = await cartes.TrouverAsync(demande.Numero, demande.Secret, annulation);
        return carte.Reussi ? (verifiee.Valeur, (Guid?)carte.Valeur.Personne) : Resultat<(QuiVient, Guid?)>.Echec(carte.Erreurs);
    }

    private RendezVous Nouveau(Creneau creneau, Guid id, OrigineDeReservation origine, string langue, Guid? remplace) => new()
    {
        Id = id,
        Compte = creneau.Compte,
        Organisation = creneau.Disponibilite.Organisation,
        Lieu = creneau.Disponibilite.Lieu,
        Fuseau = creneau.Disponibilite.Fuseau,
        Salle = creneau.Disponibilite.Salle,
        Debut = creneau.Debut,
        Fin = creneau.Fin,
        Origine = origine,
        Langue = langue,
        Remplace = remplace,
        PriseLe = horloge.GetUtcNow(),
    };

    private async Task<Inscription> NouvelleAsync(AtelierPrevu atelier, Guid id, QuiVient qui, Guid? personne, CancellationToken annulation)
    {
        var inscription = new Inscription { Id = id, Compte = atelier.Compte, Organisation = atelier.Organisation, Atelier = atelier.Id, Capacite = atelier.Capacite, Origine = OrigineDeReservation.EnLigne, Langue = Langue, PriseLe = horloge.GetUtcNow(), Personne = personne };
        await contacts.FermerAsync(inscription, qui, annulation);
        return inscription;
    }

    private async Task<Resultat<bool>> ChangerAsync(Guid id, Func<FaireAvecDb, ReservationLue, Task<Resultat<bool>>> action, CancellationToken annulation)
    {
        try
        {
            return await systeme.FaireAsync(EnSysteme.Agenda, async (_, db) => await TrouverAsync(db, id, annulation) is { } lue ? await action(db, lue) : ErreursAgenda.Introuvable, annulation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ErreursAgenda.Etat;
        }
    }

    private static async Task<ReservationLue?> TrouverAsync(FaireAvecDb db, Guid id, CancellationToken annulation)
    {
        if (await db.Set<RendezVous>().FirstOrDefaultAsync(r => r.Id == id, annulation) is { } rendezVous)
        {
            // Moved again and again: the link leads to the last one.
            while (await db.Set<RendezVous>().FirstOrDefaultAsync(r => r.Remplace == rendezVous.Id, annulation) is { } suivant)
            {
                rendezVous = suivant;
            }

            return new(rendezVous, null, null, 0);
        }

        if (await db.Set<Inscription>().FirstOrDefaultAsync(i => i.Id == id, annulation) is not { } inscription)
        {
            return null;
        }

        var avant = inscription.Etat == EtatDInscription.EnAttente
            ? await db.Set<Inscription>().CountAsync(i => i.Atelier == inscription.Atelier && i.Etat == EtatDInscription.EnAttente && (i.PriseLe < inscription.PriseLe || (i.PriseLe == inscription.PriseLe && i.Id.CompareTo(inscription.Id) < 0)), annulation)
            : 0;
        return new(null, inscription, await db.Set<AtelierPrevu>().SingleAsync(a => a.Id == inscription.Atelier, annulation), avant);
    }
}

/// <summary>What a signed link leads to.</summary>
/// <param name="RendezVous">An appointment, or null.</param>
/// <param name="Inscription">A registration, or null.</param>
/// <param name="Atelier">Its workshop.</param>
/// <param name="Avant">How many wait before.</param>
internal sealed record ReservationLue(RendezVous? RendezVous, Inscription? Inscription, AtelierPrevu? Atelier, int Avant);
