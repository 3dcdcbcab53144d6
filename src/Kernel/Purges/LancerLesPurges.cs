using System.Globalization;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Taches;
using FaireAvec.Kernel.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Kernel.Purges;

/// <summary>Each night: runs every purge, each in a scope and a transaction of its own, and keeps what it did. One that fails doesn't stop the others; the job is then tried again.</summary>
internal sealed class LancerLesPurges(IServiceScopeFactory portees) : Tache(portees)
{
    /// <summary>Name of the job.</summary>
    public const string Nom = "noyau.purges";

    protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
    {
        var echecs = new List<Exception>();
        foreach (var nom in services.GetServices<IPurge>().Select(p => p.Nom).ToList())
        {
            await using var portee = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            Preparer(portee.ServiceProvider, nom);
            try
            {
                await PurgerAsync(portee.ServiceProvider, nom, annulation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                services.GetRequiredService<ILogger<LancerLesPurges>>().LogError(e, "Purge {Purge} failed", nom);
                echecs.Add(e);
                await NoterLEchecAsync(services, nom, e, annulation);
            }
        }

        if (echecs.Count > 0)
        {
            throw new AggregateException(echecs);
        }
    }

    private static async Task PurgerAsync(IServiceProvider services, string nom, CancellationToken annulation)
    {
        var db = services.GetRequiredService<FaireAvecDb>();
        var horloge = services.GetRequiredService<TimeProvider>();
        await using var transaction = await db.Database.BeginTransactionAsync(annulation);
        var effaces = await services.GetServices<IPurge>().Single(p => p.Nom == nom).PurgerAsync(horloge.GetUtcNow(), annulation);
        db.Add(new PassageDePurge { Id = Identifiants.Nouveau(horloge), Purge = nom, Instant = horloge.GetUtcNow(), Effaces = effaces });
        if (effaces > 0)
        {
            db.Journaliser(new EntreeJournal("purge", "noyau.Purge", nom, Apres: string.Create(CultureInfo.InvariantCulture, $$"""{"effaces":{{effaces}}}""")));
        }

        await db.SaveChangesAsync(annulation);
        await transaction.CommitAsync(annulation);
    }

    private static async Task NoterLEchecAsync(IServiceProvider services, string nom, Exception echec, CancellationToken annulation)
    {
        await using var portee = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        Preparer(portee.ServiceProvider, nom);
        var db = portee.ServiceProvider.GetRequiredService<FaireAvecDb>();
        var horloge = portee.ServiceProvider.GetRequiredService<TimeProvider>();
        // The type only: a message of the database may hold a value of the row.
        db.Add(new PassageDePurge { Id = Identifiants.Nouveau(horloge), Purge = nom, Instant = horloge.GetUtcNow(), Erreur = echec.GetType().Name });
        await db.SaveChangesAsync(annulation);
    }

    private static void Preparer(IServiceProvider services, string nom)
    {
        var ecriture = services.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus, ecriture.Motif) = ("systeme:taches", $"tache:{Nom}", $"Durée de conservation ({nom})");
        services.GetRequiredService<ContexteAcces>().Role = "systeme:taches";
    }
}
