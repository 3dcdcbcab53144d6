using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Membres;

/// <summary>Gives back the access of an account that inactivity suspended. One that was suspended for another reason is for the national team.</summary>
internal sealed class RetablissementDeCompte(IServiceScopeFactory portees, TimeProvider horloge)
{
    /// <summary>The caller has checked that who asks may help this person.</summary>
    public Task<Resultat<Guid>> RetablirAsync(HttpContext contexte, Guid compte, Guid par, CancellationToken annulation) => portees.EnSystemeAsync<Resultat<Guid>>("systeme:connexion", contexte, par, async services =>
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var trouve = await db.Set<Compte>().SingleAsync(c => c.Id == compte, annulation);
        var avis = await db.Set<AvisDInactivite>().SingleOrDefaultAsync(a => a.Compte == compte, annulation);
        if (!Possible(trouve, avis))
        {
            return ErreursMembres.PasRetablissable;
        }

        var maintenant = horloge.GetUtcNow();
        trouve.Passer(EtatDeCompte.Actif, maintenant);
        (avis!.RetabliLe, avis.RetabliPar) = (maintenant, par);
        await db.SaveChangesAsync(annulation);
        return compte;
    });

    /// <summary>True when the last suspension came from inactivity, and not from an act since.</summary>
    public static bool Possible(Compte compte, AvisDInactivite? avis) => compte.Etat == EtatDeCompte.Suspendu && avis?.SuspenduLe is { } le && le == compte.EtatDepuis;
}
