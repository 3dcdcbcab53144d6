using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FaireAvec.Kernel.Donnees;

/// <summary>
/// The one context of the product, fed by the modules. Saving writes, in the same transaction: the changes, their journal, and the events of the outbox.
/// </summary>
public sealed class FaireAvecDb(DbContextOptions<FaireAvecDb> options, IEnumerable<IModule> modules, ContexteEcriture ecriture) : DbContext(options)
{
    /// <summary>Schema of the kernel's own tables.</summary>
    public const string SchemaNoyau = "noyau";

    private readonly EcritureJournal _journal = new(ecriture);
    private readonly List<IEvenement> _evenements = [];

    /// <summary>What tells its model from another one.</summary>
    internal string NomsDesModules => string.Join(' ', modules.Select(m => m.GetType().FullName));

    /// <summary>Tells the other modules, through the outbox, in the transaction of the next save.</summary>
    public void Publier(IEvenement evenement) => _evenements.Add(evenement);

    /// <summary>Adds an entry to the journal of the next save, for a write that the change tracker doesn't see (bulk load, SQL).</summary>
    public void Journaliser(EntreeJournal entree) => _journal.Ajouter(entree);

    /// <summary>Forgets what is followed and what was to be told: a write that is refused leaves nothing to the next one.</summary>
    public void Oublier()
    {
        ChangeTracker.Clear();
        _evenements.Clear();
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        _journal.Relever(ChangeTracker);
        if (_journal.Vide && _evenements.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var exterieure = Database.CurrentTransaction;
        var transaction = exterieure ?? await Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var lignes = await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
            await BoiteSortante.EcrireAsync(this, _evenements, ecriture, cancellationToken);
            await _journal.EcrireAsync(this, cancellationToken);
            if (exterieure is null)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            if (acceptAllChangesOnSuccess)
            {
                ChangeTracker.AcceptAllChanges();
            }

            _evenements.Clear();
            return lignes;
        }
        finally
        {
            _journal.Vider();
            if (exterieure is null)
            {
                await transaction.DisposeAsync();
            }
        }
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync: the journal and the outbox are written with it.");

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Indexes are chosen by hand, one by one.
        configurationBuilder.Conventions.Remove<ForeignKeyIndexConvention>();
        // PostgreSQL stores instants; Npgsql takes them in UTC only. One place makes them so.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<EnUtc>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FaireAvecDb).Assembly);
        var schemas = new Dictionary<System.Reflection.Assembly, string> { [typeof(FaireAvecDb).Assembly] = SchemaNoyau };
        foreach (var module in modules)
        {
            module.ConfigureModel(modelBuilder);
            schemas[module.GetType().Assembly] = module.Nom.ToLowerInvariant();
        }

        NomsEnBase.Appliquer(modelBuilder.Model, schemas);
    }

    private sealed class EnUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => v.ToUniversalTime(), v => v);
}
