using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Comptes.Invitations;

/// <summary>What the page of an invitation shows.</summary>
internal sealed record InvitationMontree(Guid Id, string Organisation, Role Role, IReadOnlyList<string> Departements, string Courriel, string? Prenom, string? Nom, Guid InviteePar, DateTimeOffset ExpireLe, Guid? Compte, Guid? CompteCree);

/// <summary>
/// From the link to the membership. Everything is under the system's name, in scopes of their own: whoever holds a link isn't known yet. The lock on the
/// invitation makes it single-use whatever comes at once.
/// </summary>
internal sealed class Acceptation(IServiceScopeFactory portees, JetonsDInvitation jetons, PersonnesReelles personnes, TimeProvider horloge)
{
    /// <summary>What the link is about, or why it is worth nothing.</summary>
    public Task<Resultat<InvitationMontree>> LireAsync(HttpContext contexte, string jeton, CancellationToken annulation) => EnSystemeAsync(contexte, null, async services =>
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var trouvee = await TrouverAsync(db, jeton, verrou: false, annulation);
        if (!trouvee.Reussi)
        {
            return Resultat<InvitationMontree>.Echec(trouvee.Erreurs);
        }

        var i = trouvee.Valeur;
        var organisation = await db.Set<Organisation>().SingleAsync(o => o.Id == i.Organisation, annulation);
        var compte = await db.Set<Compte>().Where(c => c.CleDuCourriel == i.CleDuCourriel).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(annulation);
        return new InvitationMontree(i.Id, organisation.Nom, i.Role, i.Departements, i.Courriel, i.Prenom, i.Nom, i.InviteePar, i.ExpireLe, compte, i.CompteCree);
    });

    /// <summary>Makes the account of whoever holds the link and has none: the link went to that address, so it proves it. Nothing is accepted yet.</summary>
    public Task<Resultat<Guid>> CreerLeCompteAsync(HttpContext contexte, string jeton, string? prenom, string? nom, CancellationToken annulation) => EnSystemeAsync<Guid>(contexte, null, async services =>
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var trouvee = await TrouverAsync(db, jeton, verrou: true, annulation);
        if (!trouvee.Reussi)
        {
            return Resultat<Guid>.Echec(trouvee.Erreurs);
        }

        var erreurs = new List<Erreur>();
        var (p, n) = (NomsDePersonnes.Lire(prenom), NomsDePersonnes.Lire(nom));
        if (p is null)
        {
            erreurs.Add(ErreursMembres.Prenom);
        }

        if (n is null)
        {
            erreurs.Add(ErreursMembres.NomDePersonne);
        }

        if (erreurs.Count > 0)
        {
            return Resultat<Guid>.Echec(erreurs);
        }

        var invitation = trouvee.Valeur;
        if (!personnes.Permises(invitation.CleDuCourriel))
        {
            return ErreursComptes.DisqueNonChiffre;
        }

        if (await db.Set<Compte>().AnyAsync(c => c.CleDuCourriel == invitation.CleDuCourriel, annulation))
        {
            return ErreursComptes.CourrielPris;
        }

        var compte = new Compte
        {
            Id = Identifiants.Nouveau(horloge),
            Courriel = invitation.Courriel,
            CleDuCourriel = invitation.CleDuCourriel,
            Prenom = p!,
            Nom = n!,
            CreeLe = horloge.GetUtcNow(),
            Demonstration = personnes.InventeesSeulement,
        };
        services.GetRequiredService<ContexteEcriture>().Acteur = compte.Id.ToString();
        db.Add(compte);
        invitation.CompteCree = compte.Id;
        try
        {
            await db.SaveChangesAsync(annulation);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return ErreursComptes.CourrielPris;
        }

        await transaction.CommitAsync(annulation);
        return compte.Id;
    });

    /// <summary>Gives the membership to who asks, when the invitation is for the address of their account.</summary>
    public Task<Resultat<Appartenance>> AccepterAsync(HttpContext contexte, string jeton, Identite qui, CancellationToken annulation) => EnSystemeAsync<Appartenance>(contexte, qui.Compte, async services =>
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var trouvee = await TrouverAsync(db, jeton, verrou: true, annulation);
        if (!trouvee.Reussi)
        {
            return Resultat<Appartenance>.Echec(trouvee.Erreurs);
        }

        var invitation = trouvee.Valeur;
        var compte = await db.Set<Compte>().SingleAsync(c => c.Id == qui.Compte, annulation);
        if (compte.CleDuCourriel != invitation.CleDuCourriel)
        {
            return ErreursMembres.InvitationAutreAdresse;
        }

        if (compte.Etat != EtatDeCompte.Actif)
        {
            return ErreursMembres.CompteInactif;
        }

        try
        {
            var donnee = await GestionDesRoles.EnUneFoisAsync(
                db,
                compte.Id,
                invitation.Organisation,
                histoire => histoire.Donner(Identifiants.Nouveau(horloge), new RoleDemande(compte.Id, invitation.Organisation, invitation.Role, invitation.Departements, invitation.InviteePar), horloge.GetUtcNow()),
                annulation);
            if (!donnee.Reussi)
            {
                return donnee;
            }

            invitation.Accepter(compte.Id, horloge.GetUtcNow());
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
            return donnee;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation })
        {
            return ErreursComptes.Chevauchement;
        }
    });

    private async Task<Resultat<Invitation>> TrouverAsync(FaireAvecDb db, string jeton, bool verrou, CancellationToken annulation)
    {
        if (jetons.Lire(jeton) is not { } lu)
        {
            return ErreursMembres.JetonInvalide;
        }

        if (verrou)
        {
            // Before the invitation: a merge of its organisation takes both in this order.
            var destination = await db.Set<Invitation>().Where(i => i.Id == lu.Invitation).Select(i => i.Organisation).ToArrayAsync(annulation);
            await db.OuvertesAsync(destination, annulation);
        }

        var requete = verrou ? db.Set<Invitation>().FromSql($"SELECT * FROM comptes.invitations WHERE id = {lu.Invitation} FOR UPDATE") : db.Set<Invitation>().Where(i => i.Id == lu.Invitation);
        if (await requete.SingleOrDefaultAsync(annulation) is not { } invitation || !JetonsDInvitation.EstPour(lu, invitation))
        {
            return ErreursMembres.JetonInvalide;
        }

        var maintenant = horloge.GetUtcNow();
        if (invitation.Refus(maintenant) is { } refus)
        {
            return refus;
        }

        if (lu.Envoi != invitation.Envoi)
        {
            return ErreursMembres.InvitationRemplacee;
        }

        var organisation = await db.Set<Organisation>().SingleAsync(o => o.Id == invitation.Organisation, annulation);
        if (!organisation.Ouverte)
        {
            return ErreursMembres.OrganisationFermee;
        }

        // The right to invite is the inviter's of today, not of the day of the message.
        return RolesADonner.Permet(await db.RolesTenusAsync(invitation.InviteePar, maintenant, annulation), invitation.Role, organisation.Id, organisation.Departement, invitation.Departements)
            ? invitation
            : ErreursMembres.InvitationSansDroit;
    }

    private Task<Resultat<T>> EnSystemeAsync<T>(HttpContext contexte, Guid? acteur, Func<IServiceProvider, Task<Resultat<T>>> action) => portees.EnSystemeAsync("systeme:connexion", contexte, acteur, action);
}
