using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaireAvec.Comptes.Invitations;

/// <summary>Invites people into an organisation: one, or a file of them; sends again, calls off. The messages leave by the outbox, once all is written.</summary>
internal sealed class EnvoiDInvitations(FaireAvecDb db, Demandeur demandeur, GestionDesRoles roles, PersonnesReelles personnes, TimeProvider horloge)
{
    /// <summary>Dated parameter: days for which a link is good.</summary>
    public const string Duree = "comptes.invitation_jours";

    /// <summary>Looks at all that was typed, without writing anything: one answer for each, in their order. The second of two alike is refused.</summary>
    public async Task<IReadOnlyList<Resultat<InvitationLue>>> LireAsync(Organisation organisation, IReadOnlyList<InvitationSaisie> saisies, CancellationToken annulation)
    {
        string[] cles = [.. saisies.Select(s => Courriels.Cle(s.Courriel)).OfType<string>().Distinct(StringComparer.Ordinal)];
        var maintenant = horloge.GetUtcNow();
        var invites = await db.Set<Invitation>().Where(i => i.Organisation == organisation.Id && cles.Contains(i.CleDuCourriel) && i.AccepteeLe == null && i.AnnuleeLe == null).Select(i => new { i.CleDuCourriel, i.Role }).ToListAsync(annulation);
        var membres = await (
            from a in db.Set<Appartenance>()
            join c in db.Set<Compte>() on a.Compte equals c.Id
            where a.Organisation == organisation.Id && cles.Contains(c.CleDuCourriel) && (a.Fin == null || a.Fin > maintenant)
            select new { c.CleDuCourriel, a.Role }).ToListAsync(annulation);
        var dejaInvites = invites.Select(i => (i.CleDuCourriel, i.Role)).ToHashSet();
        var dejaMembres = membres.Select(m => (m.CleDuCourriel!, m.Role)).ToHashSet();
        var lues = new List<Resultat<InvitationLue>>();
        var vus = new HashSet<(string, Role)>();
        foreach (var saisie in saisies)
        {
            var lue = Lire(organisation, saisie, vus, dejaInvites, dejaMembres);
            if (lue.Reussi)
            {
                vus.Add((lue.Valeur.Cle, lue.Valeur.Role));
            }

            lues.Add(lue);
        }

        return lues;
    }

    /// <summary>Invites one person.</summary>
    public async Task<Resultat<Invitation>> InviterAsync(Organisation organisation, InvitationSaisie saisie, CancellationToken annulation)
    {
        var lue = (await LireAsync(organisation, [saisie], annulation))[0];
        if (!lue.Reussi)
        {
            return Resultat<Invitation>.Echec(lue.Erreurs);
        }

        var faites = await InviterAsync(organisation, [lue.Valeur], annulation);
        return faites.Reussi ? faites.Valeur[0] : Resultat<Invitation>.Echec(faites.Erreurs);
    }

    /// <summary>Invites several people whose lines were checked, all or none.</summary>
    public async Task<Resultat<IReadOnlyList<Invitation>>> InviterAsync(Organisation organisation, IReadOnlyList<InvitationLue> lues, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var expire = await ExpirationAsync(maintenant, annulation);
        var invitations = lues.Select(l => new Invitation
        {
            Id = Identifiants.Nouveau(horloge),
            Organisation = organisation.Id,
            Role = l.Role,
            Departements = [.. l.Departements.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Courriel = l.Courriel,
            CleDuCourriel = l.Cle,
            Prenom = l.Prenom,
            Nom = l.Nom,
            InviteePar = demandeur.Identite!.Compte,
            CreeeLe = maintenant,
            ExpireLe = expire,
        }).ToList();
        db.AddRange(invitations);
        foreach (var i in invitations)
        {
            db.Publier(new InvitationAEnvoyer(i.Id, i.Envoi));
        }

        try
        {
            await db.SaveChangesAsync(annulation);
            return invitations;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return ErreursMembres.DejaInvite;
        }
    }

    /// <summary>Sends it again with a new delay; the older link is worth nothing any more.</summary>
    public async Task<Resultat<Invitation>> RenvoyerAsync(Invitation invitation, Organisation organisation, CancellationToken annulation)
    {
        if (roles.Refus(organisation, invitation.Role, invitation.Departements) is { } refus)
        {
            return refus;
        }

        var maintenant = horloge.GetUtcNow();
        if (!invitation.Renvoyer(await ExpirationAsync(maintenant, annulation)))
        {
            return invitation.Refus(maintenant)!;
        }

        db.Publier(new InvitationAEnvoyer(invitation.Id, invitation.Envoi));
        await db.SaveChangesAsync(annulation);
        return invitation;
    }

    /// <summary>Calls it off; false when it was used or called off already.</summary>
    public async Task<bool> AnnulerAsync(Invitation invitation, CancellationToken annulation)
    {
        if (!invitation.Annuler(horloge.GetUtcNow()))
        {
            return false;
        }

        await db.SaveChangesAsync(annulation);
        return true;
    }

    private async Task<DateTimeOffset> ExpirationAsync(DateTimeOffset maintenant, CancellationToken annulation) =>
        maintenant.AddDays(await db.ParametreAsync(Duree, JourDeParis.De(maintenant), annulation) ?? throw new InvalidOperationException($"The dated parameter {Duree} has no value today."));

    private Resultat<InvitationLue> Lire(Organisation organisation, InvitationSaisie saisie, HashSet<(string, Role)> vus, HashSet<(string, Role)> dejaInvites, HashSet<(string, Role)> dejaMembres)
    {
        var erreurs = new List<Erreur>();
        var cle = Courriels.Cle(saisie.Courriel);
        if (cle is null)
        {
            erreurs.Add(ErreursComptes.Courriel);
        }
        else if (!personnes.Permises(cle))
        {
            erreurs.Add(ErreursComptes.DisqueNonChiffre);
        }

        var (prenom, nom) = (Nom(saisie.Prenom, ErreursMembres.Prenom, erreurs), Nom(saisie.Nom, ErreursMembres.NomDePersonne, erreurs));
        if (saisie.Role is not { } role)
        {
            erreurs.Add(ErreursMembres.RoleInconnu);
        }
        else if (roles.Refus(organisation, role, [.. saisie.Departements]) is { } refus)
        {
            erreurs.Add(refus);
        }
        else if (cle is not null && vus.Contains((cle, role)))
        {
            erreurs.Add(ErreursMembres.DejaInvite with { Message = MotsMembres.T("Fichier.Repetee") });
        }
        else if (cle is not null && dejaInvites.Contains((cle, role)))
        {
            erreurs.Add(ErreursMembres.DejaInvite);
        }
        else if (cle is not null && dejaMembres.Contains((cle, role)))
        {
            erreurs.Add(ErreursMembres.DejaMembre);
        }

        return erreurs.Count > 0 ? Resultat<InvitationLue>.Echec(erreurs) : new InvitationLue(saisie.Courriel!.Trim(), cle!, prenom, nom, saisie.Role!.Value, saisie.Departements);
    }

    // May be left empty: the person writes it on arriving.
    private static string? Nom(string? saisi, Erreur erreur, List<Erreur> erreurs)
    {
        if (string.IsNullOrWhiteSpace(saisi))
        {
            return null;
        }

        var nom = NomsDePersonnes.Lire(saisi);
        if (nom is null)
        {
            erreurs.Add(erreur);
        }

        return nom;
    }
}
