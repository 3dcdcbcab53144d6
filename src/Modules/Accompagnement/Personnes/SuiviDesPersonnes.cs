using System.Text.Encodings.Web;
using System.Text.Json;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>Opens follow-ups, changes what is kept, shares them and ends them. Every write is in one transaction, with the consent that it rests on.</summary>
internal sealed class SuiviDesPersonnes(
    FaireAvecDb db, Demandeur demandeur, EnSysteme systeme, CartesDesPersonnes cartes, ClesDesPersonnes cles, IConsentements consentements, IGensDesOrganisations gens,
    Base donnees, TimeProvider horloge)
{
    /// <summary>The purpose of the consent to be followed by name.</summary>
    public const string Finalite = "accompagnement.suivi";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Identite Qui => demandeur.Identite ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The text that the person is read.</summary>
    public TexteAAccepter Texte => consentements.Texte(Finalite);

    /// <summary>Somebody who takes a card and gives no name. Null when the form has already been sent: its card was shown, and is shown once.</summary>
    /// <param name="id">Made with the form: sent twice, it is one person.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<CarteDonnee?> OuvrirAvecUneCarteAsync(Guid id, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        if (await DejaOuverteAsync(id, annulation))
        {
            return null;
        }

        var personne = Nouvelle(id);
        Suivre(personne.Id, AccordDeSuivi.Carte);
        await db.SaveChangesAsync(annulation);
        var carte = await cartes.AjouterAsync(db, personne.Id, annulation);
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return carte;
    }

    /// <summary>True for somebody whom one follows.</summary>
    public Task<bool> EstSuivieAsync(Guid personne, CancellationToken annulation) => db.Set<PersonneAccompagnee>().AnyAsync(p => p.Id == personne, annulation);

    /// <summary>
    /// The same without network: id and card were made before on a device. Sent twice, it is once; a number that wasn't reserved for this device, or that has
    /// served, gives nothing.
    /// </summary>
    public async Task<Resultat<Guid>> OuvrirAvecUneCarteReserveeAsync(Guid personne, Guid appareil, string? numero, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrouillerAsync(db, personne, annulation);
        if (NumeroDeCarte.Lire(numero) is not { } lu || await db.Set<CarteReservee>().SingleOrDefaultAsync(c => c.Numero == lu.Valeur && c.Appareil == appareil, annulation) is not { } reservee)
        {
            return ErreursHorsLigne.CarteInconnue;
        }

        if (reservee.DonneeLe is not null)
        {
            // Row security: only who follows the person sees the card.
            return await db.Set<CarteDeParcours>().AnyAsync(c => c.Numero == lu.Valeur && c.Personne == personne, annulation) ? personne : ErreursHorsLigne.CarteInconnue;
        }

        try
        {
            Suivre(Nouvelle(personne).Id, AccordDeSuivi.Carte);
            await db.SaveChangesAsync(annulation);
            reservee.DonneeLe = horloge.GetUtcNow();
            db.Add(new CarteDeParcours { Id = Identifiants.Nouveau(horloge), Personne = personne, Numero = reservee.Numero, Empreinte = reservee.Empreinte, CreeeLe = horloge.GetUtcNow() });
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
            return personne;
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation or Npgsql.PostgresErrorCodes.InsufficientPrivilege })
        {
            // An id that is somebody's: nothing of it is said.
            db.ChangeTracker.Clear();
            return ErreursHorsLigne.PersonneDejaLa;
        }
    }

    /// <summary>Somebody who agrees to be followed by name.</summary>
    /// <param name="id">Made with the form: sent twice, it is one person.</param>
    /// <param name="identite">What was checked.</param>
    /// <param name="moyen">How they agreed.</param>
    /// <param name="version">Of the text that they were read.</param>
    /// <param name="avecUneCarte">True to give a card too.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task<Resultat<(Guid Personne, CarteDonnee? Carte)>> OuvrirParNomAsync(Guid id, IdentiteDePersonne identite, MoyenDAccord moyen, int version, bool avecUneCarte, CancellationToken annulation)
    {
        if (!Permises)
        {
            return ErreursPersonnes.DisqueNonChiffre;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        if (await DejaOuverteAsync(id, annulation))
        {
            return (id, null);
        }

        var personne = Nouvelle(id);
        await NommerAsync(db, personne, identite, annulation);
        Suivre(personne.Id, moyen == MoyenDAccord.Papier ? AccordDeSuivi.Papier : AccordDeSuivi.Oral);
        await db.SaveChangesAsync(annulation);
        var accord = await consentements.DonnerAsync(personne.Id, Finalite, version, moyen, annulation);
        if (!accord.Reussi)
        {
            db.ChangeTracker.Clear();
            return Resultat<(Guid, CarteDonnee?)>.Echec(accord.Erreurs);
        }

        CarteDonnee? carte = null;
        if (avecUneCarte)
        {
            carte = await cartes.AjouterAsync(db, personne.Id, annulation);
            await db.SaveChangesAsync(annulation);
        }

        await transaction.CommitAsync(annulation);
        return (personne.Id, carte);
    }

    /// <summary>Changes what is kept. Somebody who only had a card gives their name: it is agreed to first.</summary>
    public async Task<Resultat<Guid>> ModifierAsync(PersonneAccompagnee personne, IdentiteDePersonne identite, int vue, (MoyenDAccord Moyen, int Version)? accord, CancellationToken annulation)
    {
        if (!Permises && !personne.Demonstration)
        {
            return ErreursPersonnes.DisqueNonChiffre;
        }

        if (personne.Version != vue)
        {
            return ErreursPersonnes.ModifieeEntreTemps;
        }

        if (personne.Niveau == NiveauDIdentite.Carte)
        {
            return accord is { } donne ? await NommerAvecLAccordAsync(personne.Id, identite, vue, donne, annulation) : ErreursPersonnes.Accord;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await NommerAsync(db, personne, identite, annulation);
        try
        {
            await db.SaveChangesAsync(annulation);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ErreursPersonnes.ModifieeEntreTemps;
        }

        await transaction.CommitAsync(annulation);
        return personne.Id;
    }

    // The name and the consent that it rests on are written together, or neither. In the system context: another médiateur may have recorded a consent that
    // this one doesn't see.
    private Task<Resultat<Guid>> NommerAvecLAccordAsync(Guid personne, IdentiteDePersonne identite, int vue, (MoyenDAccord Moyen, int Version) accord, CancellationToken annulation) =>
        systeme.FaireAsync<Resultat<Guid>>(EnSysteme.Droits, async (s, d) =>
        {
            await VerrouillerAsync(d, personne, annulation);
            if (await d.Set<PersonneAccompagnee>().SingleAsync(p => p.Id == personne, annulation) is not { Vivante: true } ligne || ligne.Version != vue)
            {
                return ErreursPersonnes.ModifieeEntreTemps;
            }

            var fait = await s.GetRequiredService<IConsentements>().DonnerAsync(personne, Finalite, accord.Version, accord.Moyen, annulation);
            if (!fait.Reussi)
            {
                return fait;
            }

            await NommerAsync(d, ligne, identite, annulation);
            await d.SaveChangesAsync(annulation);
            return personne;
        }, annulation);

    /// <summary>The person gave their card to who asks, in another place perhaps: followed from now on, and counted once.</summary>
    public async Task<Resultat<Guid>> OuvrirParCarteAsync(string? numero, string? secret, CancellationToken annulation)
    {
        var trouvee = await cartes.TrouverAsync(numero, secret, annulation);
        if (!trouvee.Reussi)
        {
            return Resultat<Guid>.Echec(trouvee.Erreurs);
        }

        return await systeme.FaireAsync<Resultat<Guid>>(EnSysteme.Personnes, async (_, d) =>
        {
            var (personne, organisation, compte) = (trouvee.Valeur.Personne, Qui.Organisation, Qui.Compte);
            await VerrouillerAsync(d, personne, annulation);
            if (!await d.Set<Suivi>().AnyAsync(s => s.Personne == personne && s.Organisation == organisation && s.Fin == null && (s.Compte == compte || s.Compte == null), annulation))
            {
                Suivre(d, personne, compte, AccordDeSuivi.Carte);
                (await d.Set<PersonneAccompagnee>().SingleAsync(p => p.Id == personne, annulation)).DernierContactLe = horloge.GetUtcNow();
                await d.SaveChangesAsync(annulation);
            }

            return personne;
        }, annulation);
    }

    /// <summary>The person agrees that a colleague follows them too, or every médiateur of the organisation (null).</summary>
    public async Task<Resultat<Guid>> PartagerAsync(Guid personne, Guid? collegue, AccordDeSuivi accord, CancellationToken annulation)
    {
        var organisation = Qui.Organisation!.Value;
        if (collegue is { } choisi && !(await gens.MediateursAsync(organisation, annulation)).Any(c => c.Compte == choisi))
        {
            return ErreursPersonnes.CollegueInconnu;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrouillerAsync(db, personne, annulation);
        if (await db.Set<Suivi>().Where(s => s.Personne == personne && s.Organisation == organisation && s.Compte == collegue && s.Fin == null).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(annulation) is { } deja)
        {
            return deja;
        }

        var suivi = Suivre(db, personne, collegue, accord);
        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return suivi;
    }

    /// <summary>Ends a follow-up, in a context that may change it.</summary>
    public async Task<Resultat<Guid>> FinirAsync(FaireAvecDb contexte, Guid personne, Guid suivi, FinDeSuivi motif, CancellationToken annulation)
    {
        if (await contexte.Set<Suivi>().FirstOrDefaultAsync(s => s.Id == suivi && s.Personne == personne, annulation) is not { } trouve || !trouve.Finir(motif, horloge.GetUtcNow()))
        {
            return ErreursPersonnes.SuiviFini;
        }

        contexte.Publier(new SuiviFini(trouve.Id, personne, trouve.Organisation, horloge.GetUtcNow()));
        await contexte.SaveChangesAsync(annulation);
        return suivi;
    }

    /// <summary>The person keeps the card alone. A card is made when there is none.</summary>
    public async Task<CarteDonnee?> RevenirALaCarteAsync(Guid personne, CancellationToken annulation) =>
        await systeme.FaireAsync(EnSysteme.Droits, async (s, d) =>
        {
            await OublierLeNomAsync(s, d, personne, MoyenDAccord.Oral, annulation);
            return await d.Set<CarteDeParcours>().AnyAsync(c => c.Personne == personne && c.FinieLe == null, annulation) ? null : await cartes.RemplacerAsync(d, personne, annulation);
        }, annulation);

    /// <summary>Name and contacts go, the consent is taken back; in the caller's transaction and system context.</summary>
    public async Task OublierLeNomAsync(IServiceProvider services, FaireAvecDb contexte, Guid personne, MoyenDAccord moyen, CancellationToken annulation)
    {
        await VerrouillerAsync(contexte, personne, annulation);
        var ligne = await contexte.Set<PersonneAccompagnee>().SingleAsync(p => p.Id == personne, annulation);
        if (ligne.Niveau == NiveauDIdentite.Carte)
        {
            return;
        }

        JournaliserLesContacts(contexte, ligne, null, null);
        ligne.RevenirALaCarte(horloge.GetUtcNow());
        await contexte.SaveChangesAsync(annulation);
        await services.GetRequiredService<IConsentements>().RetirerAsync(personne, Finalite, moyen, annulation);
    }

    /// <summary>A new card; the one before is void at once. Null when the card in use isn’t the one that was seen: the form was sent twice, and the new card was shown.</summary>
    public async Task<CarteDonnee?> RefaireLaCarteAsync(Guid personne, Guid? vue, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrouillerAsync(db, personne, annulation);
        if (await db.Set<CarteDeParcours>().Where(c => c.Personne == personne && c.FinieLe == null).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(annulation) != vue)
        {
            return null;
        }

        var carte = await cartes.RemplacerAsync(db, personne, annulation);
        await transaction.CommitAsync(annulation);
        return carte;
    }

    /// <summary>One at a time for one person, until the end of the transaction.</summary>
    internal static Task VerrouillerAsync(FaireAvecDb contexte, Guid personne, CancellationToken annulation) =>
        contexte.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"personne:{personne}"}, 3))", annulation);

    // The embedded database is for trials: it takes invented people only, unless the operator declares its disk encrypted.
    private bool Permises => !donnees.Options.InventeesSeulement || Qui.Demonstration;

    // One at a time for one form, until the end of the transaction.
    private async Task<bool> DejaOuverteAsync(Guid id, CancellationToken annulation)
    {
        await VerrouillerAsync(db, id, annulation);
        return await EstSuivieAsync(id, annulation);
    }

    private PersonneAccompagnee Nouvelle(Guid id)
    {
        var personne = new PersonneAccompagnee
        {
            Id = id == Guid.Empty ? Identifiants.Nouveau(horloge) : id,
            Niveau = NiveauDIdentite.Carte,
            Organisation = Qui.Organisation!.Value,
            Demonstration = Qui.Demonstration,
            CreeeLe = horloge.GetUtcNow(),
            DernierContactLe = horloge.GetUtcNow(),
        };
        db.Add(personne);
        return personne;
    }

    private void Suivre(Guid personne, AccordDeSuivi accord) => Suivre(db, personne, Qui.Compte, accord);

    private Guid Suivre(FaireAvecDb contexte, Guid personne, Guid? compte, AccordDeSuivi accord)
    {
        var suivi = new Suivi { Id = Identifiants.Nouveau(horloge), Personne = personne, Organisation = Qui.Organisation!.Value, Compte = compte, Debut = horloge.GetUtcNow(), Par = Qui.Compte, Accord = accord };
        contexte.Add(suivi);
        contexte.Publier(new SuiviOuvert(suivi.Id, personne, suivi.Organisation, suivi.Debut));
        return suivi.Id;
    }

    private async Task NommerAsync(FaireAvecDb contexte, PersonneAccompagnee personne, IdentiteDePersonne identite, CancellationToken annulation)
    {
        JournaliserLesContacts(contexte, personne, identite.Telephone, identite.Courriel);
        personne.Nommer(
            identite,
            await cles.FermerAsync(personne.Id, ClesDesPersonnes.Telephone, identite.Telephone, annulation),
            await cles.FermerAsync(personne.Id, ClesDesPersonnes.Courriel, identite.Courriel, annulation),
            horloge.GetUtcNow());
    }

    // The table has them closed; the journal says what they were and became, under the person's key.
    private void JournaliserLesContacts(FaireAvecDb contexte, PersonneAccompagnee personne, string? telephone, string? courriel)
    {
        var (ancien, ancienne) = (cles.Ouvrir(personne.Id, personne.TelephoneFerme), cles.Ouvrir(personne.Id, personne.CourrielFerme));
        var changes = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        if (ancien != telephone)
        {
            changes["telephone"] = [ancien, telephone];
        }

        if (ancienne != courriel)
        {
            changes["courriel"] = [ancienne, courriel];
        }

        if (changes.Count > 0)
        {
            contexte.Journaliser(new EntreeJournal("contacts", "accompagnement.PersonneAccompagnee", personne.Id.ToString(), Personne: personne.Id, Personnel: JsonSerializer.Serialize(changes, Json)));
        }
    }
}
