using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Comptes.Membres;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>
/// Closes an account, whether the person leaves or asks to be erased: sessions end at once, roles end today, factors go. What they recorded stays with their
/// organisation. The last administrator of the platform stays, and a persona too.
/// </summary>
internal sealed class FermetureDeCompte(IServiceScopeFactory portees, Poste poste, TimeProvider horloge)
{
    /// <param name="compte">Whose.</param>
    /// <param name="processus">From where, for the journal.</param>
    /// <param name="motif">Why; kept with the end of each role.</param>
    /// <param name="annulation">Gives up.</param>
    public Task<Resultat<bool>> FermerAsync(Guid compte, string processus, string motif, CancellationToken annulation) =>
        portees.EnSystemeAsync<Resultat<bool>>("systeme:connexion", null, compte, async services =>
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            var ecriture = services.GetRequiredService<ContexteEcriture>();
            (ecriture.Processus, ecriture.Motif) = (processus, motif);
            await using var transaction = await db.Database.BeginTransactionAsync(annulation);
            await db.VerrouillerAsync(compte, annulation);
            await db.RolesDeAsync([compte], annulation);
            var titulaire = await db.Set<Compte>().SingleAsync(c => c.Id == compte, annulation);
            if (titulaire.Demonstration)
            {
                return ErreursDeConnexion.PersonaNeSeFermePas;
            }

            var maintenant = horloge.GetUtcNow();
            if (await db.EstLeDernierAdministrateurAsync(compte, maintenant, annulation))
            {
                return ErreursDeDonnees.DernierAdministrateur;
            }

            if (!titulaire.Passer(EtatDeCompte.Clos, maintenant))
            {
                // Closed already: by the other of two clicks.
                return true;
            }

            foreach (var appartenance in await db.Set<Appartenance>().Where(a => a.Compte == compte && (a.Fin == null || a.Fin > maintenant)).ToListAsync(annulation))
            {
                appartenance.Terminer(maintenant, motif);
            }

            foreach (var membre in await db.Set<MembreDEquipe>().Where(m => m.Compte == compte && (m.Fin == null || m.Fin > maintenant)).ToListAsync(annulation))
            {
                membre.Fin = membre.Debut > maintenant ? membre.Debut : maintenant;
            }

            foreach (var session in await db.Set<Session>().Where(s => s.Compte == compte && s.FermeeLe == null).ToListAsync(annulation))
            {
                session.FermeeLe = maintenant;
            }

            await FacteursDuCompte.ToutRetirerAsync(db, compte, annulation);
            poste.Deposer(db, titulaire.Courriel, Lettres.CompteClos(titulaire));
            await db.SaveChangesAsync(annulation);
            await transaction.CommitAsync(annulation);
            return true;
        });
}
