using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>Holds the current index. Every node builds it at start, and again when a change of the places is notified.</summary>
internal sealed class CatalogueLieux(IServiceScopeFactory portees, ITerritoires territoires)
{
    /// <summary>Channel of the notifications (LISTEN/NOTIFY).</summary>
    public const string Canal = "cartographie_lieux";

    private IndexLieux _index = new([], _ => null, "vide");
    private int _retenus;

    public IndexLieux Index => Volatile.Read(ref _index);

    /// <summary>Places that are not shown (see <see cref="RetenueHebergement"/>).</summary>
    public int Retenus => Volatile.Read(ref _retenus);

    /// <summary>Builds the index from the database.</summary>
    public async Task RechargerAsync(CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<FaireAvecDb>();
        var memoire = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var lieux = new List<Lieu>();
        var derniere = DateTimeOffset.MinValue;
        await foreach (var lieu in db.Set<Lieu>().AsNoTracking().Where(l => l.Retenu == null).AsAsyncEnumerable().WithCancellation(annulation))
        {
            Alleger(lieu, memoire);
            lieux.Add(lieu);
            derniere = lieu.ModifieLe > derniere ? lieu.ModifieLe : derniere;
        }

        Volatile.Write(ref _retenus, await db.Set<Lieu>().CountAsync(l => l.Retenu != null, annulation));
        Volatile.Write(ref _index, new IndexLieux(lieux, DepartementDe, Version(lieux.Count, derniere)));
    }

    /// <summary>True when the places of the database aren't those of the index.</summary>
    public async Task<bool> EstDepasseAsync(CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        var publics = portee.ServiceProvider.GetRequiredService<FaireAvecDb>().Set<Lieu>().Where(l => l.Retenu == null);
        var (nombre, derniere) = (await publics.CountAsync(annulation), await publics.MaxAsync(l => (DateTimeOffset?)l.ModifieLe, annulation));
        return Version(nombre, derniere ?? DateTimeOffset.MinValue) != Index.Version;
    }

    private static string Version(int nombre, DateTimeOffset derniere) => string.Create(CultureInfo.InvariantCulture, $"{nombre:x}-{derniere.UtcTicks:x}");

    /// <summary>Lists and words repeat from place to place: one copy of each is kept.</summary>
    private static void Alleger(Lieu l, Dictionary<string, string[]> memoire)
    {
        string[] Liste(string[] valeurs)
        {
            if (valeurs.Length == 0)
            {
                return [];
            }

            var cle = string.Join('|', valeurs);
            if (!memoire.TryGetValue(cle, out var copie))
            {
                memoire[cle] = copie = Array.ConvertAll(valeurs, string.Intern);
            }

            return copie;
        }

        l.Empreinte = [];
        l.Source = string.Intern(l.Source);
        l.Commune = string.Intern(l.Commune);
        (l.Typologie, l.Services, l.Itinerance) = (Liste(l.Typologie), Liste(l.Services), Liste(l.Itinerance));
        (l.PublicsSpecifiquementAdresses, l.PriseEnChargeSpecifique, l.FraisACharge) = (Liste(l.PublicsSpecifiquementAdresses), Liste(l.PriseEnChargeSpecifique), Liste(l.FraisACharge));
        (l.DispositifProgrammesNationaux, l.FormationsLabels, l.AutresFormationsLabels) = (Liste(l.DispositifProgrammesNationaux), Liste(l.FormationsLabels), Liste(l.AutresFormationsLabels));
        (l.ModalitesAcces, l.ModalitesAccompagnement) = (Liste(l.ModalitesAcces), Liste(l.ModalitesAccompagnement));
    }

    private string? DepartementDe(Lieu lieu) => territoires.DepartementDeInsee(lieu.CodeInsee) ?? territoires.DepartementDuCodePostal(lieu.CodePostal);
}

/// <summary>Listens to the changes of places and builds the index again, at most once a second.</summary>
internal sealed class VeilleDesLieux(Base donnees, Kernel.Demarrage.EtatDemarrage demarrage, CatalogueLieux catalogue, TimeProvider horloge, ILogger<VeilleDesLieux> journal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await demarrage.PretAsync(stoppingToken))
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var ecoute = await donnees.Application.OpenConnectionAsync(stoppingToken);
                await using (var commande = new NpgsqlCommand($"LISTEN {CatalogueLieux.Canal}", ecoute))
                {
                    await commande.ExecuteNonQueryAsync(stoppingToken);
                }

                // A change may have been missed between the first reading and now, or while the database was away.
                if (await catalogue.EstDepasseAsync(stoppingToken))
                {
                    await catalogue.RechargerAsync(stoppingToken);
                }

                while (true)
                {
                    await ecoute.WaitAsync(stoppingToken);
                    await catalogue.RechargerAsync(stoppingToken);
                    await Task.Delay(TimeSpan.FromSeconds(1), horloge, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or InvalidOperationException)
            {
                journal.LogWarning("The index of places waits for the database: {Message}", e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), horloge, stoppingToken);
            }
        }
    }
}
