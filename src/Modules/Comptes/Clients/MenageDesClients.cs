using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Comptes.Clients;

/// <summary>Each night: tokens that are over, and counts older than <see cref="UsagesJours"/>, go.</summary>
internal sealed class MenageDesClients(IServiceScopeFactory portees) : Tache(portees)
{
    /// <summary>Dated parameter: days for which the use of a client is kept.</summary>
    public const string UsagesJours = "comptes.usages_jours";

    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var maintenant = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var jour = JourDeParis.De(maintenant);
        var jours = await db.ParametreAsync(UsagesJours, jour, annulation) ?? throw new InvalidOperationException($"The dated parameter {UsagesJours} has no value today.");
        await db.Database.ExecuteSqlAsync($"DELETE FROM comptes.jetons_api WHERE expire_le < {maintenant}", annulation);
        var limite = jour.AddDays(-(int)jours);
        await db.Database.ExecuteSqlAsync($"DELETE FROM comptes.usages_de_client WHERE jour < {limite}", annulation);
    }
}
