using FaireAvec.Cartographie.Sources;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Cartographie.Revue;

/// <summary>One import asked for from a page: its connection to the database, which holds its lock from the announcement to the end, and its file.</summary>
internal sealed class TravailDImport : IAsyncDisposable
{
    private readonly AsyncServiceScope _portee;
    private readonly DemandeDeMoisson _demande;
    private readonly Moissonneur _moissonneur;
    private ImportAnnonce? _annonce;

    public TravailDImport(IServiceScopeFactory portees, DemandeDeMoisson demande, string acteur)
    {
        (_portee, _demande) = (portees.CreateAsyncScope(), demande);
        _portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = "administrateur";
        var ecriture = _portee.ServiceProvider.GetRequiredService<ContexteEcriture>();
        (ecriture.Acteur, ecriture.Processus) = (acteur, "web:/donnees/importer");
        _moissonneur = _portee.ServiceProvider.GetRequiredService<Moissonneur>();
    }

    public Guid Id => _annonce!.Import.Id;

    /// <summary>Writes the import in the database, or says why it can't be done.</summary>
    public async Task<Erreur?> AnnoncerAsync(string source, CancellationToken annulation)
    {
        var annonce = await _moissonneur.AnnoncerAsync(source, _demande, annulation);
        _annonce = annonce.Reussi ? annonce.Valeur : null;
        return annonce.Erreur;
    }

    /// <summary>Does it. How it ends is in the database.</summary>
    public Task FaireAsync(Action<double> progres, CancellationToken annulation) => _moissonneur.FaireAsync(_annonce!, _demande with { Progres = progres }, annulation);

    public async ValueTask DisposeAsync()
    {
        if (_annonce is not null)
        {
            await _annonce.DisposeAsync();
        }

        await _portee.DisposeAsync();
        if (_demande.Fichier is { } fichier)
        {
            await fichier.DisposeAsync();
        }
    }
}
