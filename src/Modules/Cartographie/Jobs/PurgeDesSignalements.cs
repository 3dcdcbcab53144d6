using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Jobs;

/// <summary>
/// Each night: erases the reports received more than 12 months ago, and the key of their words in the journal. The page of privacy promises it.
/// </summary>
internal sealed class EffacerSignalements(IServiceScopeFactory portees) : Tache(portees)
{
    public const int Mois = 12;

    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var limite = services.GetRequiredService<TimeProvider>().GetUtcNow().AddMonths(-Mois);
        await db.Database.ExecuteSqlAsync($"""
            WITH effaces AS (DELETE FROM cartographie.signalements WHERE recu_le < {limite} RETURNING id)
            SELECT count(noyau.oublier_personne(id)) FROM effaces
            """, annulation);
    }
}
