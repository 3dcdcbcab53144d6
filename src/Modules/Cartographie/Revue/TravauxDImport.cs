using System.Collections.Concurrent;
using System.Threading.Channels;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Resultats;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Cartographie.Revue;

/// <summary>
/// Imports asked for from a page: done behind it, two at a time, so that nobody waits in front of a blank page. An import is in the database as soon as it is
/// asked for, where any node reads it; only the share done is here, a comfort. The file waits without a name (<see cref="Kernel.Fichiers.FichierDePassage"/>):
/// a restart, even brutal, leaves nothing of it, and the import is then seen as interrupted.
/// </summary>
internal sealed class TravauxDImport(IServiceScopeFactory portees, ILogger<TravauxDImport> journal) : BackgroundService
{
    private const int ALaFois = 2;

    // Each holds a connection of the database.
    private const int EnAttenteMax = 20;

    private readonly Channel<TravailDImport> _travaux = Channel.CreateUnbounded<TravailDImport>();
    private readonly ConcurrentDictionary<Guid, double> _parts = new();

    /// <summary>Asks for an import, and gives its id. The file, if any, is closed here when it is refused.</summary>
    public async Task<Resultat<Guid>> DemanderAsync(string source, DemandeDeMoisson demande, string acteur)
    {
        var travail = new TravailDImport(portees, demande, acteur);
        try
        {
            // Who leaves the page has asked nevertheless: nothing gives up here.
            var refus = _travaux.Reader.Count < EnAttenteMax ? await travail.AnnoncerAsync(source, CancellationToken.None) : ErreursSources.TropDImports();
            if (refus is null && _travaux.Writer.TryWrite(travail))
            {
                return travail.Id;
            }

            await travail.DisposeAsync();
            return refus ?? ErreursSources.SiteQuiSArrete();
        }
        catch
        {
            await travail.DisposeAsync();
            throw;
        }
    }

    /// <summary>Share done, 0 to 1; null when this node isn't doing that import.</summary>
    public double? Part(Guid import) => _parts.TryGetValue(import, out var part) ? part : null;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _travaux.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        // Those whose turn hasn't come let go of their locks: their pages say that they were interrupted.
        while (_travaux.Reader.TryRead(out var travail))
        {
            await travail.DisposeAsync();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, ALaFois).Select(_ => TravaillerAsync(stoppingToken)));

    private async Task TravaillerAsync(CancellationToken annulation)
    {
        try
        {
            await foreach (var travail in _travaux.Reader.ReadAllAsync(annulation))
            {
                await FaireAsync(travail, annulation);
            }
        }
        catch (OperationCanceledException) when (annulation.IsCancellationRequested)
        {
            // The site stops: the import in course says so itself.
        }
    }

    private async Task FaireAsync(TravailDImport travail, CancellationToken annulation)
    {
        var id = travail.Id;
        _parts[id] = 0;
        try
        {
            await using (travail)
            {
                await travail.FaireAsync(p => _parts[id] = p, annulation);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The import says in the database that it failed, or is seen as interrupted; the next one must go on.
            journal.LogError(e, "Import {Import} failed", id);
        }
        finally
        {
            _parts.TryRemove(id, out _);
        }
    }
}
