using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>The person closes their account: sessions end at once, roles end today, factors go. What they recorded stays with their organisation.</summary>
internal sealed class FermetureDeCompte(IServiceScopeFactory portees, Poste poste, TimeProvider horloge)
{
    private const string Motif = "Compte fermé par la personne";

    public Task<Resultat<bool>> FermerAsync(HttpContext contexte, Guid compte, CancellationToken annulation) =>
        portees.EnTransactionAsync<Resultat<bool>>(contexte, compte, async (services, db) =>
        {
            await db.VerrouillerAsync(compte, annulation);
            var titulaire = await db.Set<Compte>().SingleAsync(c => c.Id == compte, annulation);
            if (titulaire.Demonstration)
            {
                return ErreursDeConnexion.PersonaNeSeFermePas;
            }

            var maintenant = horloge.GetUtcNow();
            if (!titulaire.Passer(EtatDeCompte.Clos, maintenant))
            {
                return ErreursDeConnexion.CompteFerme;
            }

            services.GetRequiredService<ContexteEcriture>().Motif = Motif;
            foreach (var appartenance in await db.Set<Appartenance>().Where(a => a.Compte == compte && (a.Fin == null || a.Fin > maintenant)).ToListAsync(annulation))
            {
                appartenance.Terminer(maintenant, Motif);
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
            CookieDeSession.Retirer(contexte);
            return true;
        }, annulation);
}
