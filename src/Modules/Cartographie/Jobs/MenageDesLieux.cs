using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Jobs;

/// <summary>
/// Each night: erases the defects of imports older than 90 days and the rows of imports held as long, ends imports that a stopped machine left behind,
/// and removes the old publications that aren't kept.
/// </summary>
internal sealed class MenageDesLieux(IServiceScopeFactory portees) : Tache(portees)
{
    private static readonly TimeSpan ImportAbandonne = TimeSpan.FromHours(1);

    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var maintenant = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var limite = maintenant.AddDays(-AnomalieDImport.JoursDeGarde);
        await db.Set<AnomalieDImport>().Where(a => a.Instant < limite).ExecuteDeleteAsync(annulation);
        foreach (var import in await db.Set<ImportDeLieux>().Where(i => i.Statut == StatutImport.Retenu && i.DebutLe < limite).ToListAsync(annulation))
        {
            // Nobody decided: what was held then says nothing of today.
            import.Passer(StatutImport.Annule, maintenant, $"Personne n’a décidé en {AnomalieDImport.JoursDeGarde} jours.");
            await db.Set<LigneEnAttente>().Where(l => l.Import == import.Id).ExecuteDeleteAsync(annulation);
        }

        var abandon = maintenant - ImportAbandonne;
        var anciens = await db.Set<ImportDeLieux>().Where(i => (i.Statut == StatutImport.EnCours || i.Statut == StatutImport.EnAttente) && i.DebutLe < abandon).ToListAsync(annulation);
        await db.MarquerLesInterrompusAsync(anciens, annulation);
        foreach (var import in anciens.Where(i => i.Interrompu))
        {
            import.Passer(StatutImport.Echec, maintenant, "La machine s’est arrêtée avant la fin. Rien n’a été changé.");
        }

        await db.SaveChangesAsync(annulation);
        var aujourdhui = DateOnly.FromDateTime(maintenant.UtcDateTime);
        var jours = (int)(await db.ParametreAsync(GardeDesPublications.Parametre, aujourdhui, annulation) ?? GardeDesPublications.JoursParDefaut);
        var retirees = GardeDesPublications.ARetirer(await db.Set<PublicationDuJour>().Select(p => p.Jour).ToListAsync(annulation), aujourdhui, jours);
        await db.Set<PublicationDuJour>().Where(p => retirees.Contains(p.Jour)).ExecuteDeleteAsync(annulation);
    }
}
