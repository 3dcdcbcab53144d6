using FaireAvec.Comptes.Connexion;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Ressources;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Comptes.Invitations;

/// <summary>Sends the message of an invitation. The link is made here and goes nowhere else. Heard twice, or too late, it sends nothing.</summary>
internal sealed class EnvoyerUneInvitation(FaireAvecDb db, JetonsDInvitation jetons, ICourrier courrier, AdresseDuSite site, INomsDesComptes noms, TimeProvider horloge) : IGestionnaire<InvitationAEnvoyer>
{
    public async Task TraiterAsync(InvitationAEnvoyer evenement, ContexteEvenement contexte, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        if (await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == evenement.Invitation, annulation) is not { EnvoyeeLe: null } invitation
            || invitation.Envoi != evenement.Envoi || invitation.Refus(maintenant) is not null)
        {
            return;
        }

        var organisation = await db.Set<Organisation>().SingleAsync(o => o.Id == invitation.Organisation, annulation);
        if (!organisation.Ouverte)
        {
            return;
        }

        var qui = await noms.NomAsync(invitation.InviteePar.ToString(), annulation) ?? MotsMembres.T("Courriel.Quelquun");
        var texte = MotsMembres.T(
            "Courriel.Invitation.Texte",
            invitation.Prenom is { } prenom ? $" {prenom}" : "",
            qui,
            organisation.Nom,
            Mots.Role(invitation.Role).ToLowerInvariant(),
            site.Complete(LiensMembres.Invitation(jetons.Faire(invitation))),
            Affichage.Jour(invitation.ExpireLe));
        await courrier.EnvoyerAsync(new Message(invitation.Courriel, MotsMembres.T("Courriel.Invitation.Objet", Sujet(organisation.Nom)), texte) { Categorie = "comptes.invitation" }, annulation);
        invitation.EnvoyeeLe = maintenant;
        await db.SaveChangesAsync(annulation);
    }

    // A subject has one line.
    private static string Sujet(string nom) => string.Concat(nom.Where(c => !char.IsControl(c)));
}
