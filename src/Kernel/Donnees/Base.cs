using FaireAvec.Kernel.Postgres;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaireAvec.Kernel.Donnees;

/// <summary>
/// The two ways into the database: as the owner (migrations, bulk loads) and as <see cref="Roles.Application"/> (everything else).
/// Singleton; opened once by <see cref="OuvrirAsync"/>.
/// </summary>
public sealed class Base(OptionsDonnees options, ILoggerFactory journaux) : IAsyncDisposable
{
    private readonly SemaphoreSlim _ouverture = new(1, 1);
    private ServeurEmbarque? _serveur;
    private NpgsqlDataSource? _proprietaire;
    private NpgsqlDataSource? _application;
    private NpgsqlDataSource? _directe;
    private bool _partage;

    /// <summary>Connections of the application's role.</summary>
    public NpgsqlDataSource Application => _application ?? throw new InvalidOperationException("The database isn't open yet.");

    /// <summary>
    /// Connections of the application's role that aren't reset when they are given back: the reset costs a short write seven statements. Only for
    /// <see cref="EcritureDirecte"/>, whose settings end with its transaction: nothing of one person is left for the next (ADR 0018).
    /// </summary>
    internal NpgsqlDataSource Directe => _directe ?? throw new InvalidOperationException("The database isn't open yet.");

    /// <summary>Connections of the owner. For migrations and loads of open data; never for a request.</summary>
    public NpgsqlDataSource Proprietaire => _proprietaire ?? throw new InvalidOperationException("The database isn't open yet.");

    /// <summary>True once <see cref="OuvrirAsync"/> has succeeded.</summary>
    public bool Ouverte => _application is not null;

    /// <summary>Where the data is.</summary>
    public OptionsDonnees Options => options;

    /// <summary>False when the folder of the embedded server holds no database yet: opening it would make one.</summary>
    public bool Existe => !options.Embarque || ClusterPostgres.ExisteDans(options.Dossier);

    /// <summary>True when the embedded server belongs to another process that was joined.</summary>
    public bool Rejointe => _serveur is { Demarre: false };

    /// <summary>Starts or joins the embedded server, or checks the outside one. Throws <see cref="ErreurDeDemarrage"/> with a sentence.</summary>
    /// <param name="rejoindre">True for commands: joins the running server. False for the server: a second one is refused.</param>
    /// <param name="annulation">Gives up.</param>
    public async Task OuvrirAsync(bool rejoindre, CancellationToken annulation)
    {
        await _ouverture.WaitAsync(annulation);
        try
        {
            if (Ouverte)
            {
                return;
            }

            string proprietaire, application;
            if (options.Embarque)
            {
                _serveur = new ServeurEmbarque(options.Dossier, journaux.CreateLogger<ServeurEmbarque>());
                await _serveur.DemarrerAsync(rejoindre, annulation);
                _partage = rejoindre && !Rejointe;
                (proprietaire, application) = (_serveur.Connexion(Roles.Proprietaire), _serveur.Connexion(Roles.Application));
            }
            else
            {
                (proprietaire, application) = ConnexionsExternes(options);
                await VerifierAsync(proprietaire, annulation);
            }

            _proprietaire = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(proprietaire) { MaxPoolSize = 8 }.ConnectionString) { Name = "proprietaire" }.UseLoggerFactory(journaux).Build();
            _directe = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(application) { MaxPoolSize = 16, NoResetOnClose = true }.ConnectionString) { Name = "application directe" }.UseLoggerFactory(journaux).Build();
            _application = new NpgsqlDataSourceBuilder(application) { Name = "application" }.UseLoggerFactory(journaux).Build();
        }
        finally
        {
            _ouverture.Release();
        }
    }

    /// <summary>With one string only, the same login serves both, and takes the application's role at the opening of each connection.</summary>
    internal static (string Proprietaire, string Application) ConnexionsExternes(OptionsDonnees options)
    {
        var application = Lire(options.Connexion, "FaireAvec");
        application.ApplicationName = "faireavec";
        if (application.NoResetOnClose)
        {
            throw new ErreurDeDemarrage("« No Reset On Close » est interdit dans ConnectionStrings__FaireAvec : une connexion garderait les droits de la personne précédente. Retirez cette option.");
        }

        if (application.Multiplexing)
        {
            throw new ErreurDeDemarrage("« Multiplexing » est interdit dans ConnectionStrings__FaireAvec : plusieurs personnes se partageraient une connexion et ses droits. Retirez cette option.");
        }

        if (options.ConnexionProprietaire is { } proprietaire)
        {
            return (Lire(proprietaire, "FaireAvecProprietaire").ConnectionString, application.ConnectionString);
        }

        var unique = application.ConnectionString;
        application.Options = $"{application.Options} -c role={Roles.Application}".Trim();
        return (unique, application.ConnectionString);
    }

    private static NpgsqlConnectionStringBuilder Lire(string? chaine, string nom)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(chaine);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            // The string may hold a password: it is not shown.
            throw new ErreurDeDemarrage($"ConnectionStrings__{nom} n’est pas une chaîne de connexion PostgreSQL. Écrivez par exemple « Host=serveur;Username=faireavec;Password=…;Database=faireavec ».", e);
        }
    }

    private static async Task VerifierAsync(string connexion, CancellationToken annulation)
    {
        try
        {
            await using var essai = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connexion) { Pooling = false }.ConnectionString);
            await essai.OpenAsync(annulation);
            if (essai.PostgreSqlVersion.Major < 15)
            {
                throw new ErreurDeDemarrage($"La base donnée par ConnectionStrings__FaireAvec est un PostgreSQL {essai.PostgreSqlVersion} : il faut la version 15 ou plus récente.");
            }
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or ArgumentException)
        {
            throw new ErreurDeDemarrage($"La base donnée par ConnectionStrings__FaireAvec ne répond pas : {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }

        if (_directe is not null)
        {
            await _directe.DisposeAsync();
        }

        if (_proprietaire is not null)
        {
            if (_partage)
            {
                await LaisserFinirLesAutresAsync(_proprietaire);
            }

            await _proprietaire.DisposeAsync();
        }

        if (_serveur is not null)
        {
            await _serveur.DisposeAsync();
        }

        _ouverture.Dispose();
    }

    /// <summary>A command that started the server for itself may have been joined by another one: it ends after it, within half a minute.</summary>
    private static async Task LaisserFinirLesAutresAsync(NpgsqlDataSource proprietaire)
    {
        try
        {
            proprietaire.Clear();
            for (var i = 0; i < 300; i++)
            {
                await using var autres = proprietaire.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
                if (await autres.ExecuteScalarAsync() is 0L)
                {
                    return;
                }

                await Task.Delay(100);
            }
        }
        catch (NpgsqlException)
        {
            // The server is already down: nobody is left to wait for.
        }
    }
}
