using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Kernel.Journal;

/// <summary>Each night: closes the finished days of the journal by a root hash.</summary>
internal sealed class CloreJournal(IServiceScopeFactory portees) : Tache(portees)
{
    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        await using var commande = services.GetRequiredService<Base>().Application.CreateCommand("SELECT noyau.journal_clore($1)");
        commande.Parameters.AddWithValue(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        await commande.ExecuteNonQueryAsync(annulation);
    }
}
