using System.Text.Json;
using FaireAvec.Accompagnement.Activites;
using FaireAvec.Accompagnement.Domain.Activites;
using FaireAvec.Accompagnement.Domain.Registres;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Registres;

/// <summary>
/// Opens registers, takes signatures, counts the paper and closes. Row security shows them to their author alone. Two tablets sign at once: what changes
/// one register waits for its turn, so that the count that is closed is the one that was signed.
/// </summary>
internal sealed class RegistresDAteliers(FaireAvecDb db, IEmplois emplois, ReperesDesLieux lieux, ClesDesSignatures cles, TimeProvider horloge)
{
    private const string Entite = "accompagnement.Registre";

    /// <summary>Registers on one page of the list.</summary>
    public const int ParPage = 50;

    /// <summary>A register that is one's own; null otherwise.</summary>
    public Task<Registre?> TrouverAsync(Guid id, Guid auteur, CancellationToken annulation) => db.Set<Registre>().SingleOrDefaultAsync(r => r.Id == id && r.Auteur == auteur, annulation);

    public async Task<(IReadOnlyList<RegistreListe> Registres, int Total)> ListerAsync(Guid auteur, int page, CancellationToken annulation)
    {
        var miens = db.Set<Registre>().AsNoTracking().Where(r => r.Auteur == auteur);
        var lus = await miens.OrderByDescending(r => r.Jour).ThenByDescending(r => r.Id).Skip((page - 1) * ParPage).Take(ParPage)
            .Select(r => new
            {
                Registre = r,
                SurTablette = r.Signatures == null ? db.Set<SignatureDeRegistre>().Count(s => s.Registre == r.Id) : 0,
                Activite = db.Set<Activite>().Where(a => a.Registre == r.Id).Select(a => (Guid?)a.Id).FirstOrDefault(),
            }).ToListAsync(annulation);
        return ([.. lus.Select(l => new RegistreListe(l.Registre, l.Registre.Signatures ?? (l.SurTablette + l.Registre.Papier), l.Activite))], await miens.CountAsync(annulation));
    }

    public Task<int> CompterAsync(Guid registre, CancellationToken annulation) => db.Set<SignatureDeRegistre>().CountAsync(s => s.Registre == registre, annulation);

    /// <summary>The act noted from it, removed or not; null when there is none.</summary>
    public Task<Guid?> ActeAsync(Guid registre, CancellationToken annulation) =>
        db.Set<Activite>().Where(a => a.Registre == registre).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(annulation);

    /// <summary>The lines of a register, in the order in which they were signed.</summary>
    public async Task<IReadOnlyList<SignatureLue>> LignesAsync(Guid registre, CancellationToken annulation) =>
        [.. (await db.Set<SignatureDeRegistre>().AsNoTracking().Where(s => s.Registre == registre).OrderBy(s => s.SigneeLe).ThenBy(s => s.Id)
                // The drawings stay where they are: a list shows none.
                .Select(s => new { Signature = new SignatureDeRegistre { Id = s.Id, Registre = s.Registre, Auteur = s.Auteur, Prenom = s.Prenom, SigneeLe = s.SigneeLe }, Dessinee = s.Trace != null }).ToListAsync(annulation))
            .Select(l => new SignatureLue(l.Signature.Id, cles.OuvrirLePrenom(l.Signature), l.Dessinee, l.Signature.SigneeLe))];

    public Task<SignatureDeRegistre?> SignatureAsync(Guid registre, Guid id, CancellationToken annulation) =>
        db.Set<SignatureDeRegistre>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.Registre == registre, annulation);

    public SignatureDonnee Ouvrir(SignatureDeRegistre signature) => new(cles.OuvrirLePrenom(signature), cles.OuvrirLaTrace(signature));

    /// <summary>Opens a register. The id comes with the form: sent twice, it is one register.</summary>
    public async Task<Resultat<Guid>> OuvrirAsync(SaisieDeRegistre saisie, Guid id, Guid auteur, Guid organisation, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        if (id == Guid.Empty || await emplois.LeJourAsync(auteur, organisation, JourDeParis.De(maintenant), annulation) is not { } emploi)
        {
            return ErreursRegistres.PasVous;
        }

        var verifie = VerificationDeRegistre.Verifier(
            saisie,
            new ContexteDeSaisie
            {
                Id = id,
                Auteur = auteur,
                Organisation = organisation,
                Maintenant = maintenant,
                Aujourdhui = lieux.Jour(emploi.CommuneDuSiege, maintenant),
                PremierJour = emploi.PremierJour,
                Origine = OrigineDActivite.Saisie,
                Lieu = lieux.Lieu,
                Commune = lieux.Commune,
            });
        if (!verifie.Reussi)
        {
            return Resultat<Guid>.Echec(verifie.Erreurs);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrouillerAsync(id, annulation);
        if (await TrouverAsync(id, auteur, annulation) is not null)
        {
            return id;
        }

        db.Add(verifie.Valeur);
        return await EcrireAsync(id, transaction, annulation);
    }

    /// <summary>Somebody signs. The id comes with the page: sent twice, they signed once.</summary>
    public Task<Resultat<Guid>> SignerAsync(Guid registre, Guid auteur, Guid signature, SignatureDonnee donnee, CancellationToken annulation) => ChangerAsync(registre, auteur, async (trouve, surTablette) =>
    {
        if (await db.Set<SignatureDeRegistre>().AnyAsync(s => s.Id == signature && s.Registre == registre, annulation))
        {
            return null;
        }

        if (trouve.PeutSigner(surTablette) is { } refus)
        {
            return refus;
        }

        db.Add(new SignatureDeRegistre
        {
            Id = signature,
            Registre = registre,
            Auteur = auteur,
            Prenom = cles.FermerLePrenom(signature, donnee.Prenom),
            Trace = cles.FermerLaTrace(signature, donnee.Trace),
            SigneeLe = horloge.GetUtcNow(),
        });
        Journaliser("signature", registre, signature);
        return null;
    }, annulation);

    /// <summary>The médiateur corrects a line, before the register is closed.</summary>
    public Task<Resultat<Guid>> CorrigerAsync(Guid registre, Guid auteur, Guid signature, SignatureDonnee donnee, CancellationToken annulation) => ChangerAsync(registre, auteur, async (trouve, _) =>
    {
        if (trouve.Ferme)
        {
            return ErreursRegistres.Ferme;
        }

        if (await db.Set<SignatureDeRegistre>().SingleOrDefaultAsync(s => s.Id == signature && s.Registre == registre, annulation) is not { } ligne)
        {
            return ErreursRegistres.SignatureInconnue;
        }

        (ligne.Prenom, ligne.Trace) = (cles.FermerLePrenom(signature, donnee.Prenom), cles.FermerLaTrace(signature, donnee.Trace));
        Journaliser("correction_de_signature", registre, signature);
        return null;
    }, annulation);

    /// <summary>Takes a line away, before the register is closed. Taken away twice, it is away.</summary>
    public Task<Resultat<Guid>> RetirerAsync(Guid registre, Guid auteur, Guid signature, CancellationToken annulation) => ChangerAsync(registre, auteur, async (trouve, _) =>
    {
        if (trouve.Ferme)
        {
            return ErreursRegistres.Ferme;
        }

        if (await db.Set<SignatureDeRegistre>().Where(s => s.Id == signature && s.Registre == registre).ExecuteDeleteAsync(annulation) > 0)
        {
            Journaliser("retrait_de_signature", registre, signature);
        }

        return null;
    }, annulation);

    /// <summary>Counts the sheet of paper.</summary>
    public Task<Resultat<Guid>> ReprendreAsync(Guid registre, Guid auteur, Effectifs effectifs, int vue, CancellationToken annulation) =>
        ChangerAsync(registre, auteur, (trouve, surTablette) => Task.FromResult(trouve.Reprendre(effectifs, surTablette, vue).Erreur), annulation);

    /// <summary>Closes it: nobody signs any more, and the count is kept.</summary>
    public Task<Resultat<Guid>> FermerAsync(Guid registre, Guid auteur, CancellationToken annulation) =>
        ChangerAsync(registre, auteur, (trouve, surTablette) => Task.FromResult(trouve.Fermer(surTablette, horloge.GetUtcNow()).Erreur), annulation);

    /// <summary>Takes away a register that nobody signed: the workshop didn't take place.</summary>
    public Task<Resultat<Guid>> SupprimerAsync(Guid registre, Guid auteur, CancellationToken annulation) => ChangerAsync(registre, auteur, (trouve, surTablette) =>
    {
        if (trouve.Ferme)
        {
            return Task.FromResult<Erreur?>(ErreursRegistres.Ferme);
        }

        if (surTablette + trouve.Papier > 0)
        {
            return Task.FromResult<Erreur?>(ErreursRegistres.EncoreSigne);
        }

        db.Remove(trouve);
        return Task.FromResult<Erreur?>(null);
    }, annulation);

    /// <summary>The closed register that an act is noted from.</summary>
    public async Task<Resultat<RegistreAJoindre>> AJoindreAsync(Guid registre, Guid auteur, Guid organisation, CancellationToken annulation) =>
        await db.Set<Registre>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == registre && r.Auteur == auteur && r.Organisation == organisation, annulation) switch
        {
            null => ErreursRegistres.Inconnu,
            { Ferme: false } => ErreursRegistres.Ouvert,
            var r => new RegistreAJoindre(r.Id, r.Signatures ?? 0),
        };

    // One at a time for one register: a tablet that signs and the médiateur who closes never cross.
    private async Task<Resultat<Guid>> ChangerAsync(Guid registre, Guid auteur, Func<Registre, int, Task<Erreur?>> changer, CancellationToken annulation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await VerrouillerAsync(registre, annulation);
        // What another tablet wrote meanwhile is read, not what this request saw before.
        db.ChangeTracker.Clear();
        if (await TrouverAsync(registre, auteur, annulation) is not { } trouve)
        {
            return ErreursRegistres.Inconnu;
        }

        if (await changer(trouve, await CompterAsync(registre, annulation)) is { } refus)
        {
            db.ChangeTracker.Clear();
            return refus;
        }

        return await EcrireAsync(registre, transaction, annulation);
    }

    private async Task<Resultat<Guid>> EcrireAsync(Guid registre, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken annulation)
    {
        try
        {
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
            return registre;
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            // An id made up, that is somebody else's: nothing of it is said.
            db.ChangeTracker.Clear();
            return ErreursRegistres.IdDejaPris;
        }
    }

    private Task<int> VerrouillerAsync(Guid registre, CancellationToken annulation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"registre:{registre}"}, 4))", annulation);

    // Which line, and never what it says.
    private void Journaliser(string action, Guid registre, Guid signature) =>
        db.Journaliser(new EntreeJournal(action, Entite, registre.ToString(), Apres: JsonSerializer.Serialize(new Dictionary<string, Guid> { ["signature"] = signature })));
}
