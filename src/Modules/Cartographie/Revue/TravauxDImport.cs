using System.Collections.Concurrent;
using System.Threading.Channels;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Cartographie.Revue;

/// <summary>
/// Imports asked for from a page: done behind it, two at a time, so that nobody waits in front of a blank page. What they do is in the database, where
/// any node reads it; only the share done is here, a comfort.
/// </summary>
internal sealed class TravauxDImport(IServiceScopeFactory portees, TimeProvider horloge, ILogger<TravauxDImport> journal) : BackgroundService
{
    private const int ALaFois = 2;
    private const int EnAttenteMax = 20;

    // The last share of finished imports isn't worth keeping; a refusal is, until somebody reads it.
    private const int RefusMax = 200;

    private readonly Channel<Travail> _travaux = Channel.CreateBounded<Travail>(EnAttenteMax);
    private readonly ConcurrentDictionary<Guid, double> _parts = new();
    private readonly ConcurrentDictionary<Guid, Erreur> _refus = new();

    /// <summary>Asks for an import; null when too many wait already. The file, if any, is then closed.</summary>
    public async Task<Guid?> DemanderAsync(string source, DemandeDeMoisson demande, string acteur)
    {
        var id = Identifiants.Nouveau(horloge);
        _parts[id] = 0;
        if (_travaux.Writer.TryWrite(new Travail(source, demande with { Import = id, Progres = p => _parts[id] = p }, acteur)))
        {
            return id;
        }

        _parts.TryRemove(id, out _);
        if (demande.Fichier is { } fichier)
        {
            await fichier.DisposeAsync();
        }

        return null;
    }

    /// <summary>Share done, 0 to 1; null when this node isn't doing that import.</summary>
    public double? Part(Guid import) => _parts.TryGetValue(import, out var part) ? part : null;

    /// <summary>Why the import didn't even begin; null otherwise.</summary>
    public Erreur? Refus(Guid import) => _refus.GetValueOrDefault(import);

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

    private async Task FaireAsync(Travail travail, CancellationToken annulation)
    {
        var id = travail.Demande.Import!.Value;
        try
        {
            await using var portee = portees.CreateAsyncScope();
            portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "administrateur";
            var ecriture = portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
            (ecriture.Acteur, ecriture.Processus) = (travail.Acteur, "web:/donnees/importer");
            var resultat = await portee.ServiceProvider.GetRequiredService<Moissonneur>().MoissonnerAsync(travail.Source, travail.Demande, annulation);
            if (resultat.Erreur is { } refus)
            {
                Refuser(id, refus);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The import says in the database that it failed; the next one must go on.
            journal.LogError(e, "Import {Import} of source {Source} failed", id, travail.Source);
            Refuser(id, new Erreur("CAR-550", "Une panne du programme a arrêté l’import. Rien n’a été changé. Essayez à nouveau."));
        }
        finally
        {
            _parts.TryRemove(id, out _);
        }
    }

    private void Refuser(Guid id, Erreur refus)
    {
        if (_refus.Count >= RefusMax)
        {
            _refus.Clear();
        }

        _refus[id] = refus;
    }

    private sealed record Travail(string Source, DemandeDeMoisson Demande, string Acteur);
}
