using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Jobs;

/// <summary>Just after midnight: the stops whose last day was yesterday leave the search, on every node.</summary>
internal sealed class PasserLesArrets(IServiceScopeFactory portees) : Tache(portees)
{
    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var hier = CatalogueLieux.Jour(services.GetRequiredService<TimeProvider>()).AddDays(-1);
        if (await db.Set<Arret>().AnyAsync(a => a.DernierJour == hier, annulation))
        {
            await CatalogueLieux.AnnoncerAsync(db, annulation);
        }
    }
}
