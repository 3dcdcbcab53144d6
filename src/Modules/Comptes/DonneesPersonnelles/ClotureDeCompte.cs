using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.DonneesPersonnelles.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.DonneesPersonnelles;

/// <summary>Closes an account: roles and sessions end this instant; what was done stays.</summary>
internal sealed class ClotureDeCompte(IServiceScopeFactory portees, TimeProvider horloge)
{
    public async Task<Resultat<Guid>> CloreAsync(Guid compte, string processus, string motif, CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        var services = portee.ServiceProvider;
        var ecriture = services.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus, ecriture.Motif) = (compte.ToString(), processus, motif);
        services.GetRequiredService<ContexteAcces>().Role = ContexteDesDroits.Role;
        var db = services.GetRequiredService<FaireAvecDb>();
        var maintenant = horloge.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var trouve = await db.Set<Compte>().SingleAsync(c => c.Id == compte, annulation);
        if (trouve.Etat is EtatDeCompte.Clos or EtatDeCompte.Efface)
        {
            return compte;
        }

        var roles = await db.Set<Appartenance>().Where(a => a.Compte == compte && (a.Fin == null || a.Fin > maintenant)).ToListAsync(annulation);
        if (roles.Exists(r => r.Role == Role.AdministrateurNational) && !await UnAutreAdministrateurAsync(db, compte, maintenant, annulation))
        {
            return ErreursDeDonnees.DernierAdministrateur;
        }

        trouve.Passer(EtatDeCompte.Clos, maintenant);
        roles.ForEach(r => r.Terminer(maintenant, motif));
        foreach (var membre in await db.Set<MembreDEquipe>().Where(m => m.Compte == compte && m.Fin == null).ToListAsync(annulation))
        {
            membre.Fin = maintenant < membre.Debut ? membre.Debut : maintenant;
        }

        foreach (var session in await db.Set<Session>().Where(s => s.Compte == compte && s.FermeeLe == null).ToListAsync(annulation))
        {
            session.FermeeLe = maintenant;
        }

        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
        return compte;
    }

    private static Task<bool> UnAutreAdministrateurAsync(FaireAvecDb db, Guid compte, DateTimeOffset maintenant, CancellationToken annulation) =>
        db.Set<Appartenance>().AnyAsync(
            a => a.Role == Role.AdministrateurNational && a.Compte != compte && a.Debut <= maintenant && (a.Fin == null || a.Fin > maintenant)
                && db.Set<Compte>().Any(c => c.Id == a.Compte && c.Etat == EtatDeCompte.Actif),
            annulation);
}
