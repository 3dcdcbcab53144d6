using System.Diagnostics;
using System.Globalization;
using FaireAvec.Host;
using FaireAvec.Kernel;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace FaireAvec.Tests.Support.Postgres;

/// <summary>
/// One real PostgreSQL for the whole run, started at first need by the product's own code. Databases are copies of a template that is migrated once;
/// a second template also holds the shipped open data.
/// </summary>
public sealed class ServeurDeTest : IAsyncDisposable
{
    private static readonly Lazy<Task<ServeurDeTest>> Unique = new(DemarrerAsync);

    private readonly DossierTemporaire _dossier = new();
    private readonly SemaphoreSlim _creation = new(1, 1);
    private readonly Lazy<Task<string>> _vide;
    private readonly Lazy<Task<string>> _livre;
    private Base _base = null!;
    private int _numero;

    private ServeurDeTest()
    {
        _vide = new(() => ModeleAsync("modele_vide", null, charger: false));
        _livre = new(async () => await ModeleAsync("modele_livre", await _vide.Value, charger: true));
    }

    /// <summary>The server of this run.</summary>
    public static Task<ServeurDeTest> CommunAsync => Unique.Value;

    internal string Socket => new NpgsqlConnectionStringBuilder(_base.Proprietaire.ConnectionString).Host!;

    /// <summary>Connection string to one of its databases as one of its roles.</summary>
    public string Connexion(string nomDeBase, string role, string? socket = null) =>
        new NpgsqlConnectionStringBuilder { Host = socket ?? Socket, Database = nomDeBase, Username = role, MaxPoolSize = 20 }.ConnectionString;

    /// <summary>A new migrated database, with or without the shipped open data; or an empty one, not migrated.</summary>
    public async Task<BaseDeTest> CreerBaseAsync(bool avecDonnees = false, bool migree = true)
    {
        var modele = !migree ? "template0" : await (avecDonnees ? _livre : _vide).Value;
        var nom = $"test_{Interlocked.Increment(ref _numero)}";
        await CreerAsync(nom, modele);
        return new BaseDeTest(this, nom, _dossier.Sous(nom));
    }

    internal async Task ExecuterAsync(string sql)
    {
        await using var commande = _base.Proprietaire.CreateCommand(sql);
        await commande.ExecuteNonQueryAsync();
    }

    private static async Task<ServeurDeTest> DemarrerAsync()
    {
        var serveur = new ServeurDeTest();
        serveur._base = new Base(new OptionsDonnees(serveur._dossier.Chemin, null, null), NullLoggerFactory.Instance);
        await serveur._base.OuvrirAsync(rejoindre: false, CancellationToken.None);
        // Nothing here outlives the run: no need to wait for a disk.
        foreach (var reglage in (string[])["fsync", "synchronous_commit", "full_page_writes"])
        {
            await serveur.ExecuterAsync($"ALTER SYSTEM SET {reglage} = off");
        }

        await serveur.ExecuterAsync("SELECT pg_reload_conf()");
        return serveur;
    }

    private async Task CreerAsync(string nom, string modele)
    {
        // One copy at a time: PostgreSQL refuses to copy a template that somebody is using.
        await _creation.WaitAsync();
        try
        {
            await ExecuterAsync($"CREATE DATABASE {nom} TEMPLATE {modele}");
        }
        finally
        {
            _creation.Release();
        }
    }

    private async Task<string> ModeleAsync(string nom, string? depuis, bool charger)
    {
        await CreerAsync(nom, depuis ?? "template0");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:FaireAvec", Connexion(nom, Roles.Proprietaire) + ";Pooling=false")]).Build();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(l => l.SetMinimumLevel(LogLevel.None))
            .AddNoyau(configuration, ModulesDuProduit.Tous())
            .AddMigrations()
            .BuildServiceProvider();
        await services.GetRequiredService<Base>().OuvrirAsync(rejoindre: true, CancellationToken.None);
        await services.GetRequiredService<Preparation>().MigrerAsync(charger, CancellationToken.None);
        return nom;
    }

    /// <summary>
    /// At the end of the run; nothing when no test asked for the server. The runner ends a process that is still busy ten seconds after its last test and
    /// calls the run failed: this belongs to a fixture, not to the end of the process.
    /// </summary>
    public static async ValueTask TerminerAsync()
    {
        if (Unique.IsValueCreated)
        {
            await using var serveur = await Unique.Value;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var fin = _base.DisposeAsync();
        // The data is thrown away: an immediate stop, without the last checkpoint.
        if (int.TryParse(File.ReadLines(_dossier.Sous("postgres", "postmaster.pid")).FirstOrDefault(), out var pid))
        {
            Process.Start("kill", ["-QUIT", pid.ToString(CultureInfo.InvariantCulture)]).Dispose();
        }

        await fin;
        _creation.Dispose();
        _dossier.Dispose();
    }
}

/// <summary>The fixture of an assembly whose tests share the server: it stops it after the last one.</summary>
public sealed class FinDuServeur : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ServeurDeTest.TerminerAsync();
}
