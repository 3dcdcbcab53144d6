using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Comptes.Membres;

/// <summary>
/// Gives, ends and transfers roles. One person's roles change one at a time, under a lock, so that two acts at once never give two roles that exclude each
/// other; what the database refuses besides becomes a sentence.
/// </summary>
internal sealed class GestionDesRoles(FaireAvecDb db, Demandeur demandeur, ContexteEcriture ecriture, TimeProvider horloge)
{
    /// <summary>The roles that who asks may give in this organisation.</summary>
    public IReadOnlyList<Role> Donnables(Organisation organisation) =>
        demandeur.Identite is { } qui && organisation.Ouverte ? RolesADonner.Pour(qui.RolesTenus(), organisation.Id, organisation.Departement) : [];

    /// <summary>Why who asks can't give this role there with this territory, or null.</summary>
    public Erreur? Refus(Organisation organisation, Role role, IReadOnlyCollection<string> departements)
    {
        if (!organisation.Ouverte)
        {
            return ErreursMembres.OrganisationFermee;
        }

        var tenus = demandeur.Identite?.RolesTenus() ?? [];
        if (!RolesADonner.Pour(tenus, organisation.Id, organisation.Departement).Contains(role))
        {
            return ErreursMembres.RoleNonDonnable;
        }

        return RolesADonner.DeTerritoire.Contains(role) switch
        {
            true when RolesADonner.TerritoireObligatoire.Contains(role) && departements.Count == 0 => ErreursComptes.TerritoireManque,
            true when !RolesADonner.Permet(tenus, role, organisation.Id, organisation.Departement, departements) => ErreursMembres.TerritoireHorsPortee,
            false when departements.Count > 0 => ErreursMembres.TerritoireDeTrop,
            _ => null,
        };
    }

    /// <summary>True when who asks may end this role: their own, or one that isn't above them.</summary>
    public bool PeutFinir(Guid compte, Role role, Guid organisation, string? departement) =>
        demandeur.Identite is { } qui && (qui.Compte == compte || RolesADonner.PermetDeFinir(qui.RolesTenus(), role, organisation, departement));

    /// <summary>Gives a role to an account, from now.</summary>
    public async Task<Resultat<Appartenance>> DonnerAsync(Compte compte, Organisation organisation, Role role, IReadOnlyList<string> departements, string? motif, CancellationToken annulation)
    {
        if (Refus(organisation, role, departements) is { } refus)
        {
            return refus;
        }

        if (compte.Etat != EtatDeCompte.Actif)
        {
            return ErreursMembres.CompteInactif;
        }

        ecriture.Motif = motif;
        return await EnUneFoisAsync(db, compte.Id, organisation.Id, histoire => histoire.Donner(Identifiants.Nouveau(horloge), new RoleDemande(compte.Id, organisation.Id, role, departements, demandeur.Identite?.Compte), horloge.GetUtcNow()), annulation);
    }

    /// <summary>Ends a role: access stops at the next request, what was done stays.</summary>
    public async Task<Resultat<Appartenance>> TerminerAsync(Appartenance ligne, string? motif, CancellationToken annulation)
    {
        ecriture.Motif = motif;
        return await EnUneFoisAsync(
            db,
            ligne.Compte,
            null,
            async histoire => ligne.Role == Role.AdministrateurNational && await db.EstLeDernierAdministrateurAsync(ligne.Compte, horloge.GetUtcNow(), annulation) ? ErreursMembres.DernierAdministrateur : histoire.Terminer(ligne.Id, horloge.GetUtcNow(), motif),
            annulation);
    }

    /// <summary>Ends a role here and gives the same there, in one act.</summary>
    public async Task<Resultat<Appartenance>> TransfererAsync(Appartenance ligne, Organisation vers, string? motif, CancellationToken annulation)
    {
        if (vers.Id == ligne.Organisation)
        {
            return ErreursMembres.TransfertSurPlace;
        }

        if (Refus(vers, ligne.Role, ligne.Departements) is { } refus)
        {
            return refus with { Champ = "Vers" };
        }

        ecriture.Motif = motif;
        return await EnUneFoisAsync(db, ligne.Compte, vers.Id, histoire => histoire.Transferer(ligne.Id, Identifiants.Nouveau(horloge), vers.Id, demandeur.Identite?.Compte, horloge.GetUtcNow(), motif), annulation);
    }

    /// <summary>
    /// Changes the history of one person in a transaction of its own, or in the one that is open. What the caller can't see of it (roles in other
    /// organisations) can't be in conflict: only the national team gives roles that exclude others everywhere, and it sees all.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="compte">The person.</param>
    /// <param name="recoit">The organisation that receives them, which stays open meanwhile; null when nothing is given.</param>
    /// <param name="changer">The change.</param>
    /// <param name="annulation">Gives up.</param>
    public static Task<Resultat<Appartenance>> EnUneFoisAsync(FaireAvecDb db, Guid compte, Guid? recoit, Func<HistoireDesRoles, Resultat<Appartenance>> changer, CancellationToken annulation) =>
        EnUneFoisAsync(db, compte, recoit, histoire => Task.FromResult(changer(histoire)), annulation);

    private static async Task<Resultat<Appartenance>> EnUneFoisAsync(FaireAvecDb db, Guid compte, Guid? recoit, Func<HistoireDesRoles, Task<Resultat<Appartenance>>> changer, CancellationToken annulation)
    {
        var exterieure = db.Database.CurrentTransaction;
        var transaction = exterieure ?? await db.Database.BeginTransactionAsync(annulation);
        try
        {
            if (recoit is { } organisation && !await db.OuvertesAsync([organisation], annulation))
            {
                return ErreursMembres.OrganisationFermee;
            }

            await db.RolesDeAsync([compte], annulation);
            // What was read before the lock may have changed since.
            foreach (var lue in db.ChangeTracker.Entries<Appartenance>().Where(e => e.Entity.Compte == compte).ToList())
            {
                lue.State = EntityState.Detached;
            }

            var lignes = await db.Set<Appartenance>().Where(a => a.Compte == compte).ToListAsync(annulation);
            var resultat = await changer(new HistoireDesRoles(lignes));
            if (!resultat.Reussi)
            {
                return resultat;
            }

            if (db.Entry(resultat.Valeur).State == EntityState.Detached)
            {
                db.Add(resultat.Valeur);
            }

            await db.SaveChangesAsync(annulation);
            if (exterieure is null)
            {
                await transaction.CommitAsync(annulation);
            }

            return resultat;
        }
        catch (DbUpdateException e) when (exterieure is null && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation })
        {
            db.ChangeTracker.Clear();
            return ErreursComptes.Chevauchement;
        }
        finally
        {
            if (exterieure is null)
            {
                await transaction.DisposeAsync();
            }
        }
    }
}
