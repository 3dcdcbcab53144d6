using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Taches;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Kernel.Journal;

/// <summary>Each night: computes the whole journal again, and keeps what was found for those who read it. A fault is logged as an error: somebody must look.</summary>
internal sealed class VerifierLeJournal(IServiceScopeFactory portees, ILogger<VerifierLeJournal> journal) : Tache(portees)
{
    private const int AnneesGardees = 1;

    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var (chaines, entrees, defauts, premier) = (0, 0L, 0, (string?)null);
        await foreach (var constat in services.GetRequiredService<VerificationJournal>().VerifierAsync(annulation))
        {
            chaines += constat.Chaine is null ? 0 : 1;
            entrees += constat.Chaine is null ? 0 : constat.Entrees;
            if (constat.Defaut is { } defaut)
            {
                defauts++;
                premier ??= $"{constat.Jour:yyyy-MM-dd}{(constat.Chaine is { } c ? $"/{c}" : "")} : {defaut}";
            }
        }

        if (defauts > 0)
        {
            journal.LogError("The journal has {Defauts} faults: {Premier}", defauts, premier);
        }

        var (source, maintenant) = (services.GetRequiredService<Base>().Application, services.GetRequiredService<TimeProvider>().GetUtcNow());
        await using var commande = source.CreateCommand("INSERT INTO noyau.verifications (faite_le, chaines, entrees, defauts, premier_defaut) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING");
        commande.Parameters.Add(new NpgsqlParameter { Value = maintenant.UtcDateTime });
        commande.Parameters.Add(new NpgsqlParameter { Value = chaines });
        commande.Parameters.Add(new NpgsqlParameter { Value = entrees });
        commande.Parameters.Add(new NpgsqlParameter { Value = defauts });
        commande.Parameters.Add(new NpgsqlParameter { Value = (object?)premier ?? DBNull.Value });
        await commande.ExecuteNonQueryAsync(annulation);
        await using var menage = source.CreateCommand("DELETE FROM noyau.verifications WHERE faite_le < $1");
        menage.Parameters.Add(new NpgsqlParameter { Value = maintenant.AddYears(-AnneesGardees).UtcDateTime });
        await menage.ExecuteNonQueryAsync(annulation);
    }
}
