using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>The devices of who asks, on which they work without network. Row security shows them nobody else's.</summary>
internal sealed class AppareilsDuMediateur(FaireAvecDb db, IEmplois emplois, IConditionsDUtilisation conditions, TimeProvider horloge)
{
    /// <summary>Those in use, then those taken back, the latest first.</summary>
    public async Task<IReadOnlyList<Appareil>> ListerAsync(Guid compte, CancellationToken annulation) =>
        await db.Set<Appareil>().AsNoTracking().Where(a => a.Compte == compte).OrderBy(a => a.RevoqueLe != null).ThenByDescending(a => a.VuLe).Take(50).ToListAsync(annulation);

    public Task<Appareil?> TrouverAsync(Guid id, Guid compte, CancellationToken annulation) => db.Set<Appareil>().SingleOrDefaultAsync(a => a.Id == id && a.Compte == compte, annulation);

    /// <summary>Things of all one's devices to look at.</summary>
    public Task<int> ARevoirAsync(Guid compte, CancellationToken annulation) => db.Set<Envoi>().CountAsync(e => e.Compte == compte && (e.Etat == EtatDEnvoi.Refuse || e.Etat == EtatDEnvoi.Conflit), annulation);

    /// <summary>A device that begins. The id comes with the page: sent twice, it is one device.</summary>
    public async Task<Resultat<Guid>> InscrireAsync(Guid id, string? nom, Guid compte, Guid organisation, CancellationToken annulation)
    {
        if (TextesCourts.Lire(nom, Appareil.NomMax) is not { } lu || TextesCourts.Refuse(lu))
        {
            return ErreursHorsLigne.Nom;
        }

        if (id == Guid.Empty || organisation == Guid.Empty)
        {
            return ErreursHorsLigne.AppareilFaux;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"appareils:{compte}"}, 6))", annulation);
        if (await TrouverAsync(id, compte, annulation) is { } deja)
        {
            return deja.RevoqueLe is null ? id : ErreursHorsLigne.AppareilFaux;
        }

        if (await db.Set<Appareil>().CountAsync(a => a.Compte == compte && a.RevoqueLe == null, annulation) >= Appareil.Max)
        {
            return ErreursHorsLigne.TropDAppareils;
        }

        var maintenant = horloge.GetUtcNow();
        db.Add(new Appareil { Id = id, Compte = compte, Organisation = organisation, Nom = lu, InscritLe = maintenant, VuLe = maintenant });
        try
        {
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
            return id;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // An id made up, that is somebody else's: nothing of it is said.
            db.ChangeTracker.Clear();
            return ErreursHorsLigne.AppareilFaux;
        }
    }

    /// <summary>« J’ai perdu ce téléphone »: it erases itself at its next contact. False when it was so already.</summary>
    public async Task<Resultat<bool>> RevoquerAsync(Guid id, Guid compte, CancellationToken annulation)
    {
        if (await TrouverAsync(id, compte, annulation) is not { } appareil)
        {
            return ErreursHorsLigne.AppareilInconnu;
        }

        var fait = appareil.Revoquer(horloge.GetUtcNow());
        await db.SaveChangesAsync(annulation);
        return fait;
    }

    /// <summary>
    /// The device that may send and read: one's own, in use, of the organisation that is chosen. What is written there goes to no other organisation.
    /// </summary>
    public async Task<Resultat<Appareil>> OuvertAsync(Guid id, Guid compte, Guid? organisation, CancellationToken annulation) =>
        await db.Set<Appareil>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Compte == compte, annulation) switch
        {
            null => ErreursHorsLigne.AutreCompte,
            { RevoqueLe: not null } => ErreursHorsLigne.Revoque,
            { } a when a.Organisation != organisation => ErreursHorsLigne.AutreOrganisation,
            _ when await conditions.ResteAAccepterAsync(compte, annulation) => ErreursHorsLigne.Conditions,
            var a => a,
        };

    /// <summary>
    /// Why this device must erase itself, or null: taken back, not known any more, or its owner has left the organisation. Asked without anybody signed in: the
    /// id is the secret.
    /// </summary>
    public async Task<Erreur?> AEffacerAsync(Guid id, CancellationToken annulation) =>
        await db.Database.SqlQuery<Proprietaire>($"SELECT compte, organisation FROM accompagnement.proprietaire_d_appareil({id})").ToListAsync(annulation) switch
        {
            [var p] => await emplois.TravailleAsync(p.Compte, p.Organisation, annulation) ? null : ErreursHorsLigne.Parti,
            _ => ErreursHorsLigne.Revoque,
        };

    /// <summary>Its owner used it, with this version.</summary>
    public Task<int> NoterLaVisiteAsync(Guid id, Guid compte, string? version, CancellationToken annulation)
    {
        var (maintenant, lue) = (horloge.GetUtcNow(), version is { Length: > 0 and <= Appareil.VersionMax } ? version : null);
        return db.Set<Appareil>().Where(a => a.Id == id && a.Compte == compte).ExecuteUpdateAsync(a => a.SetProperty(x => x.VuLe, maintenant).SetProperty(x => x.VersionDeLApplication, x => lue ?? x.VersionDeLApplication), annulation);
    }

    private sealed record Proprietaire(Guid Compte, Guid Organisation);
}
