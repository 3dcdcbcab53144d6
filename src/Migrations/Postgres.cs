using System.Reflection;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Taches;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Quartz;

namespace FaireAvec.Migrations;

/// <summary>Applies the migrations as the owner: the role of the application, EF's migrations, the tables of the scheduler, the rights.</summary>
internal sealed class Postgres(Base donnees, IEnumerable<IModule> modules) : IMigration
{
    // Two nodes that start at once take turns.
    private const long Verrou = 0x4661_6972_6541;

    private const string TableDesMigrations = "migrations";
    private const string Historique = $"{FaireAvecDb.SchemaNoyau}.{TableDesMigrations}";

    /// <summary>Name of the script that makes a new database: <c>./dev migration</c> writes it again.</summary>
    internal const string BaseEntiere = "base_entiere.sql";

    internal static void Reglages(NpgsqlDbContextOptionsBuilder o) =>
        o.MigrationsAssembly(typeof(Postgres).Assembly.FullName).MigrationsHistoryTable(TableDesMigrations, FaireAvecDb.SchemaNoyau);

    public async Task<IReadOnlyList<string>> EnAttenteAsync(CancellationToken annulation)
    {
        await using var connexion = await donnees.Proprietaire.OpenConnectionAsync(annulation);
        return await EnAttenteAsync(connexion, annulation);
    }

    public async Task<IReadOnlyList<string>> MigrerAsync(CancellationToken annulation)
    {
        await using var connexion = await donnees.Proprietaire.OpenConnectionAsync(annulation);
        await ExecuterAsync(connexion, $"SELECT pg_advisory_lock({Verrou})", annulation);
        try
        {
            await CreerRoleAsync(connexion, annulation);
            var sansHistorique = !await ConnaitLesMigrationsAsync(connexion, annulation);
            var attente = await EnAttenteAsync(connexion, annulation);
            if (attente.Count > 0)
            {
                await (sansHistorique ? ToutCreerAsync(connexion, annulation) : PasAPasAsync(annulation));
            }

            // Asked apart: a start that was cut short after the migrations left the scheduler without its tables.
            if (!await TachesPretesAsync(connexion, annulation))
            {
                await ProvisionnerLesTachesAsync(annulation);
                await ExecuterAsync(connexion, $"GRANT USAGE ON SCHEMA taches TO {Roles.Application}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA taches TO {Roles.Application}", annulation);
            }

            return attente;
        }
        finally
        {
            await ExecuterAsync(connexion, $"SELECT pg_advisory_unlock({Verrou})", CancellationToken.None);
        }
    }

    /// <summary>Migrations that this program has and the database hasn't, in their order: asked without EF, whose services are a second of a start.</summary>
    private static async Task<IReadOnlyList<string>> EnAttenteAsync(NpgsqlConnection connexion, CancellationToken annulation)
    {
        var noms = typeof(Postgres).Assembly.GetTypes().Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (!await ConnaitLesMigrationsAsync(connexion, annulation))
        {
            return noms;
        }

        await using var faites = new NpgsqlCommand($"SELECT array_agg(\"MigrationId\"::text) FROM {Historique}", connexion);
        return await faites.ExecuteScalarAsync(annulation) is string[] faits ? [.. noms.Except(faits, StringComparer.Ordinal)] : noms;
    }

    private static async Task<bool> ConnaitLesMigrationsAsync(NpgsqlConnection connexion, CancellationToken annulation)
    {
        await using var table = new NpgsqlCommand($"SELECT to_regclass('{Historique}') IS NOT NULL", connexion);
        return (bool)(await table.ExecuteScalarAsync(annulation))!;
    }

    private static async Task<bool> TachesPretesAsync(NpgsqlConnection connexion, CancellationToken annulation)
    {
        await using var table = new NpgsqlCommand($"SELECT coalesce(has_table_privilege('{Roles.Application}', to_regclass('taches.qrtz_triggers'), 'INSERT'), false)", connexion);
        return (bool)(await table.ExecuteScalarAsync(annulation))!;
    }

    /// <summary>
    /// A new database is made by one script, in one transaction: every migration's SQL as EF writes it (a test compares), without the second and a half
    /// that writing it takes at a first start.
    /// </summary>
    internal static async Task ToutCreerAsync(NpgsqlConnection connexion, CancellationToken annulation)
    {
        await using var transaction = await connexion.BeginTransactionAsync(annulation);
        await ExecuterAsync(connexion, MigrationsExtensions.LireSql(BaseEntiere), annulation);
        await transaction.CommitAsync(annulation);
    }

    /// <summary>A database that has some of the migrations gets the others one by one.</summary>
    internal async Task PasAPasAsync(CancellationToken annulation)
    {
        await using var db = ContexteSansModele();
        await db.Database.MigrateAsync(annulation);
    }

    private const string RoleApplication = $"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{Roles.Application}') THEN
                CREATE ROLE {Roles.Application} LOGIN;
            END IF;
            IF NOT pg_has_role(current_user, '{Roles.Application}', 'MEMBER') THEN
                EXECUTE format('GRANT {Roles.Application} TO %I', current_user);
            END IF;
        END $$
        """;

    private static async Task CreerRoleAsync(NpgsqlConnection connexion, CancellationToken annulation)
    {
        try
        {
            await ExecuterAsync(connexion, RoleApplication, annulation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new ErreurDeDemarrage(
                $"Le compte des migrations n’a pas le droit de préparer le rôle « {Roles.Application} ». Un administrateur de PostgreSQL doit lancer une fois : CREATE ROLE {Roles.Application} LOGIN; GRANT {Roles.Application} TO \"{connexion.UserName}\";",
                e);
        }
    }

    /// <summary>
    /// A context without the model: the steps are written in the migrations. That the model has none without a migration is a test's matter, not a start's.
    /// </summary>
    private FaireAvecDb ContexteSansModele() =>
        new(
            new DbContextOptionsBuilder<FaireAvecDb>().UseNpgsql(donnees.Proprietaire, Reglages).UseModel(new ModelBuilder().FinalizeModel())
                .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning)).Options,
            modules,
            new ContexteEcriture());

    /// <summary>Quartz knows its own tables: it makes those that are missing, once, with the owner's rights.</summary>
    private async Task ProvisionnerLesTachesAsync(CancellationToken annulation)
    {
        await using var services = new ServiceCollection().AddLogging().AddQuartz(q => q.ProvisionnerLeMagasin(donnees.Proprietaire)).BuildServiceProvider();
        var planificateur = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(annulation);
        await planificateur.Start(annulation);
        await planificateur.Shutdown(waitForJobsToComplete: true, annulation);
    }

    private static async Task ExecuterAsync(NpgsqlConnection connexion, string sql, CancellationToken annulation)
    {
        await using var commande = new NpgsqlCommand(sql, connexion) { CommandTimeout = 0 };
        await commande.ExecuteNonQueryAsync(annulation);
    }
}

/// <summary>Registration of the migrations.</summary>
public static class MigrationsExtensions
{
    /// <summary>Adds <see cref="IMigration"/>.</summary>
    public static IServiceCollection AddMigrations(this IServiceCollection services) => services.AddSingleton<IMigration, Postgres>();

    /// <summary>Runs a versioned SQL file of <c>src/Migrations/Sql</c> ("journal_v1.sql").</summary>
    internal static void SqlFichier(this MigrationBuilder migration, string nom) => migration.Sql(LireSql(nom));

    /// <summary>Text of a file of <c>src/Migrations/Sql</c>.</summary>
    internal static string LireSql(string nom)
    {
        using var flux = typeof(MigrationsExtensions).Assembly.GetManifestResourceStream($"FaireAvec.Migrations.Sql.{nom}")
            ?? throw new InvalidOperationException($"src/Migrations/Sql/{nom} doesn't exist.");
        using var lecteur = new StreamReader(flux);
        return lecteur.ReadToEnd();
    }
}
