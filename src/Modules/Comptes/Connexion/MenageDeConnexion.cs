using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>Each night: what signing in leaves behind goes. Links and mails after 30 days (at once when a mail could not leave in time), counters after two, answered challenges after one, browsers not seen for a year, changes of address and requests for help after a year.</summary>
internal sealed class MenageDeConnexion(IServiceScopeFactory portees) : Tache(portees)
{
    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var maintenant = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var (jour, deuxJours, mois, an) = (maintenant.AddDays(-1), maintenant.AddDays(-2), maintenant.AddDays(-30), maintenant.AddYears(-1));
        await db.Set<LienDeConnexion>().Where(l => l.ExpireLe < mois).ExecuteDeleteAsync(annulation);
        await db.Set<Lettre>().Where(l => l.DeposeeLe < mois || (l.Contenu != null && l.ExpireLe < maintenant)).ExecuteDeleteAsync(annulation);
        await db.Set<Frein>().Where(f => f.DernierLe < deuxJours).ExecuteDeleteAsync(annulation);
        await db.Set<DefiUtilise>().Where(d => d.UtiliseLe < jour).ExecuteDeleteAsync(annulation);
        await db.Set<NavigateurConnu>().Where(n => n.VuLe < an).ExecuteDeleteAsync(annulation);
        await db.Set<ChangementDeCourriel>().Where(c => c.DemandeLe < an).ExecuteDeleteAsync(annulation);
        await db.Set<DemandeDeSecours>().Where(d => d.DemandeeLe < an).ExecuteDeleteAsync(annulation);
    }
}
