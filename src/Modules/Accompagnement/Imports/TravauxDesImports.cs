using System.Collections.Concurrent;
using System.Threading.Channels;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>
/// The long work of imports, behind the page and in the name of their author: reading, writing, rolling back. What is to be done is the import's state, in the database; what is here
/// is lost without harm: <see cref="Jobs.ReprendreLesImports"/> asks again for what nobody does. One import is done by one node at a time: who does it holds a lock of the database.
/// </summary>
internal sealed class TravauxDesImports(IServiceScopeFactory portees, ILogger<TravauxDesImports> journal) : BackgroundService
{
    private const int ALaFois = 2;
    private const int Verrou = 0x6163_7465;

    private readonly Channel<Travail> _travaux = Channel.CreateUnbounded<Travail>();
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _enCours = new();

    /// <summary>Asks for what the state of this import says, with the rights of who asks.</summary>
    public void Demander(Guid import, ContexteAcces acces)
    {
        _enCours.TryAdd(import, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _travaux.Writer.TryWrite(new Travail(import, acces.Compte, acces.Organisation, acces.Role, acces.Equipes));
    }

    /// <summary>Does it now, in this process: for a command.</summary>
    public Task FaireIciAsync(Guid import, ContexteAcces acces, CancellationToken annulation) => FaireAsync(new Travail(import, acces.Compte, acces.Organisation, acces.Role, acces.Equipes), annulation);

    /// <summary>Waits a moment for it: a small file is done before its page is shown.</summary>
    public async Task AttendreAsync(Guid import, TimeSpan auPlus, CancellationToken annulation)
    {
        if (_enCours.TryGetValue(import, out var fin))
        {
            await Task.WhenAny(fin.Task, Task.Delay(auPlus, annulation));
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, ALaFois).Select(_ => TravaillerAsync(stoppingToken)));

    private async Task TravaillerAsync(CancellationToken annulation)
    {
        try
        {
            await foreach (var travail in _travaux.Reader.ReadAllAsync(annulation))
            {
                try
                {
                    await FaireAsync(travail, annulation);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // The next one must go on; this one is asked for again by the job.
                    journal.LogError(e, "Import {Import} failed", travail.Import);
                }
                finally
                {
                    if (_enCours.TryRemove(travail.Import, out var fin))
                    {
                        fin.TrySetResult();
                    }
                }
            }
        }
        catch (OperationCanceledException) when (annulation.IsCancellationRequested)
        {
            // The site stops: the state of the import says what is left to do.
        }
    }

    private async Task FaireAsync(Travail travail, CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        var services = portee.ServiceProvider;
        var acces = services.GetRequiredService<ContexteAcces>();
        (acces.Compte, acces.Organisation, acces.Role, acces.Equipes) = (travail.Compte, travail.Organisation, travail.Role, travail.Equipes);
        var ecriture = services.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = (travail.Compte ?? "inconnu", $"import:{travail.Import}");
        var db = services.GetRequiredService<FaireAvecDb>();
        await db.Database.OpenConnectionAsync(annulation);
        try
        {
            var id = travail.Import.ToString();
            if (!await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({Verrou}, hashtext({id})) AS \"Value\"").SingleAsync(annulation))
            {
                return;
            }

            try
            {
                await SelonLEtatAsync(services, db, travail.Import, annulation);
            }
            finally
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Verrou}, hashtext({id}))", CancellationToken.None);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task SelonLEtatAsync(IServiceProvider services, FaireAvecDb db, Guid import, CancellationToken annulation)
    {
        switch (await db.Set<ImportDActivites>().AsNoTracking().Where(i => i.Id == import).Select(i => (EtatDImport?)i.Etat).SingleOrDefaultAsync(annulation))
        {
            case EtatDImport.Lecture:
                await services.GetRequiredService<AnalyseDImport>().LireAsync(import, annulation);
                break;
            case EtatDImport.Ecriture:
                await services.GetRequiredService<EcritureDImport>().EcrireAsync(import, annulation);
                break;
            case EtatDImport.Annulation:
                await services.GetRequiredService<AnnulationDImport>().AnnulerAsync(import, annulation);
                break;
            default:
                // Done by another one meanwhile.
                break;
        }
    }

    private sealed record Travail(Guid Import, string? Compte, string? Organisation, string? Role, string? Equipes);
}
