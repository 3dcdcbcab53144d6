using System.Collections.Concurrent;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Comptes.Clients;

/// <summary>Counts the requests of each client in memory, and adds them to the counters of the day in the database: one write for thousands of requests.</summary>
internal sealed class UsagesDesClients(IServiceScopeFactory portees, TimeProvider horloge)
{
    private readonly ConcurrentDictionary<(Guid Client, DateOnly Jour), long[]> _comptes = new();

    public void Compter(Guid client, IssueDeDemande issue)
    {
        var compte = _comptes.GetOrAdd((client, JourDeParis.De(horloge.GetUtcNow())), static _ => new long[Enum.GetValues<IssueDeDemande>().Length]);
        Interlocked.Increment(ref compte[(int)issue]);
    }

    /// <summary>Adds what was counted since the last time. When the database refuses, it is counted again the next time.</summary>
    public async Task EcrireAsync(CancellationToken annulation)
    {
        if (_comptes.IsEmpty)
        {
            return;
        }

        var aujourdhui = JourDeParis.De(horloge.GetUtcNow());
        await using var portee = portees.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "systeme:comptage";
        var db = portee.ServiceProvider.GetRequiredService<FaireAvecDb>();
        foreach (var (cle, compte) in _comptes)
        {
            var pris = compte.Select((_, i) => Interlocked.Exchange(ref compte[i], 0)).ToArray();
            if (pris.Sum() == 0)
            {
                // A day that is over gets no more: the array of today stays, requests may be adding to it.
                if (cle.Jour < aujourdhui)
                {
                    _comptes.TryRemove(cle, out _);
                }

                continue;
            }

            try
            {
                await db.Database.ExecuteSqlAsync($"""
                    INSERT INTO comptes.usages_de_client AS u (client, jour, demandes, refusees, limitees, pannes)
                    VALUES ({cle.Client}, {cle.Jour}, {pris.Sum()}, {pris[(int)IssueDeDemande.Refusee]}, {pris[(int)IssueDeDemande.Limitee]}, {pris[(int)IssueDeDemande.Panne]})
                    ON CONFLICT (client, jour) DO UPDATE SET demandes = u.demandes + excluded.demandes, refusees = u.refusees + excluded.refusees,
                        limitees = u.limitees + excluded.limitees, pannes = u.pannes + excluded.pannes
                    """, annulation);
            }
            catch (Exception e) when (e is NpgsqlException or OperationCanceledException)
            {
                for (var i = 0; i < pris.Length; i++)
                {
                    Interlocked.Add(ref compte[i], pris[i]);
                }

                throw;
            }
        }
    }
}
