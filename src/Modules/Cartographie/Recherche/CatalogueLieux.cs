using System.Data;
using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Norme;
using FaireAvec.Cartographie.Recherche.Memoire;
using FaireAvec.Cartographie.Sources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Observation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Cartographie.Recherche;

/// <summary>Holds the current index. Every node builds it at start, and again when a change of the places is notified.</summary>
internal sealed class CatalogueLieux(IServiceScopeFactory portees, ITerritoires territoires, MoteurDeRapprochement rapprochement, IProchainsCreneaux prochains, SchemaDesLieux schema, TimeProvider horloge)
{
    /// <summary>Channel of the notifications (LISTEN/NOTIFY).</summary>
    public const string Canal = "cartographie_lieux";

    private IndexLieux _index = new([], _ => null, "vide");
    private CompositionDesLieux _composition = CompositionDesLieux.Vide;
    private int _hebergements;

    public IndexLieux Index => Volatile.Read(ref _index);

    /// <summary>The index with what can be booked today, for a search: who takes bookings is in memory too.</summary>
    public ValueTask<IndexLieux> ActuelAsync(CancellationToken annulation)
    {
        var reservables = prochains.LieuxAsync(annulation);
        return reservables.IsCompletedSuccessfully ? ValueTask.FromResult(Retenir(reservables.Result)) : AttendreAsync(reservables);
    }

    private async ValueTask<IndexLieux> AttendreAsync(ValueTask<IReadOnlySet<string>> reservables) => Retenir(await reservables);

    private IndexLieux Retenir(IReadOnlySet<string> reservables)
    {
        while (true)
        {
            var index = Index;
            var actuel = index.AvecReservables(reservables);
            // The places may change meanwhile: a new index isn't replaced by the old one.
            if (ReferenceEquals(actuel, index) || Interlocked.CompareExchange(ref _index, actuel, index) == index)
            {
                return actuel;
            }
        }
    }

    /// <summary>Which source records make which places.</summary>
    public CompositionDesLieux Composition => Volatile.Read(ref _composition);

    /// <summary>Shelters that are not shown (see <see cref="RetenueHebergement"/>).</summary>
    public int Hebergements => Volatile.Read(ref _hebergements);

    /// <summary>The records that are shelters' as they are written, without the agreement of their manager.</summary>
    public static IQueryable<Lieu> HebergementsRetenus(FaireAvecDb db) =>
        db.Set<Lieu>().Where(l => l.Retenu != null && l.Retenu != Lieu.Depublie && !NomDeLieu.Motifs.Contains(l.Retenu) && !db.Set<AccordDHebergement>().Any(a => a.Lieu == l.Id && a.RetireLe == null));

    /// <summary>Builds the index from the database.</summary>
    public async Task RechargerAsync(CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<FaireAvecDb>();
        // One snapshot for all the tables: a change in the middle would make a place vanish.
        await using var instantane = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, annulation);
        var version = await VersionAsync(db, annulation);
        var elements = await LireAsync(db, annulation);
        var composition = Composer(elements);
        Volatile.Write(ref _hebergements, composition.Hebergements + await HebergementsRetenus(db).CountAsync(annulation));
        // The places themselves are in the index, packed.
        Volatile.Write(ref _composition, composition with { Lieux = [] });
        Volatile.Write(ref _index, new IndexLieux(composition.Lieux, DepartementDe, version, composition.Redirections, new CommuneDuLieu(territoires).Code, schema.Typologies.Valeurs.Select(t => t.Code)));
    }

    /// <summary>What is shown, made of what the database says.</summary>
    public CompositionDesLieux Composer(ElementsDesLieux elements) => CompositionDesLieux.Faire(elements, new FusionDesLieux(rapprochement, elements.Confiances, Jour(horloge)));

    /// <summary>What the database says of places, lightened.</summary>
    public async Task<ElementsDesLieux> LireAsync(FaireAvecDb db, CancellationToken annulation)
    {
        var memoire = new MemoireDeLecture();
        var fiches = new List<Lieu>();
        var accords = db.Set<AccordDHebergement>().Where(a => a.RetireLe == null).Select(a => a.Lieu);
        await foreach (var lieu in db.Set<Lieu>().AsNoTracking().Where(l => l.Retenu == null || NomDeLieu.Motifs.Contains(l.Retenu) || (l.Retenu != Lieu.Depublie && accords.Contains(l.Id))).AsAsyncEnumerable().WithCancellation(annulation))
        {
            memoire.Alleger(lieu);
            fiches.Add(lieu);
        }

        var aujourdhui = Jour(horloge);
        return new ElementsDesLieux
        {
            Fiches = fiches,
            Accords = (await accords.ToListAsync(annulation)).ToHashSet(StringComparer.Ordinal),
            Corrections = await db.Set<CorrectionDeChamp>().AsNoTracking().Where(c => c.Etat == EtatCorrection.Active).ToListAsync(annulation),
            Membres = await db.Set<MembreDeGroupe>().AsNoTracking().ToListAsync(annulation),
            GroupesRetenus = (await (from m in db.Set<MembreDeGroupe>() join l in HebergementsRetenus(db) on m.Lieu equals l.Id select m.Groupe).ToListAsync(annulation)).ToHashSet(StringComparer.Ordinal),
            Confiances = await db.Set<Source>().AsNoTracking().ToDictionaryAsync(s => s.Code, s => s.Confiance, StringComparer.Ordinal, annulation),
            Redirections = await db.Set<Redirection>().AsNoTracking().ToListAsync(annulation),
            Liens = await db.Set<LienDeLieux>().AsNoTracking().ToListAsync(annulation),
            Arrets = await db.Set<Arret>().AsNoTracking().Where(a => a.DernierJour >= aujourdhui).ToListAsync(annulation),
        };
    }

    /// <summary>Tells every node, when the transaction in course commits, that what is shown has changed.</summary>
    public static Task AnnoncerAsync(FaireAvecDb db, CancellationToken annulation) => db.Database.ExecuteSqlRawAsync("SELECT cartographie.annoncer()", annulation);

    /// <summary>True when the places of the database aren't those of the index.</summary>
    public async Task<bool> EstDepasseAsync(CancellationToken annulation)
    {
        await using var portee = portees.CreateAsyncScope();
        return await VersionAsync(portee.ServiceProvider.GetRequiredService<FaireAvecDb>(), annulation) != Index.Version;
    }

    /// <summary>The same text on every node for the same content: rows, announced changes, and the day when stops depend on it.</summary>
    private async Task<string> VersionAsync(FaireAvecDb db, CancellationToken annulation)
    {
        var publics = db.Set<Lieu>().Where(l => l.Retenu == null);
        var (nombre, derniere) = (await publics.CountAsync(annulation), await publics.MaxAsync(l => (DateTimeOffset?)l.ModifieLe, annulation));
        var revision = await db.Database.SqlQueryRaw<long>("SELECT numero AS \"Value\" FROM cartographie.revision").SingleAsync(annulation);
        var aujourdhui = Jour(horloge);
        var arrets = await db.Set<Arret>().CountAsync(a => a.DernierJour >= aujourdhui, annulation);
        return string.Create(CultureInfo.InvariantCulture, $"{nombre:x}-{(derniere ?? DateTimeOffset.MinValue).UtcTicks:x}-{revision:x}-{arrets:x}");
    }

    /// <summary>The day in Paris: that of stops and publications. Overseas it begins some hours early or late.</summary>
    public static DateOnly Jour(TimeProvider horloge) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(horloge.GetUtcNow(), "Europe/Paris").Date);

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
                journal.LogWarning("The index of places waits for the database: {Message}", SansDonnees.Resumer(e));
                await Task.Delay(TimeSpan.FromSeconds(1), horloge, stoppingToken);
            }
        }
    }
}
