using FaireAvec.Kernel.Postgres;
using Npgsql;

namespace FaireAvec.Tests.Support.Postgres;

/// <summary>A database of the common server, dropped at the end, and two ways into it by plain SQL.</summary>
public sealed class BaseDeTest : IAsyncDisposable
{
    private readonly ServeurDeTest _serveur;
    private readonly string _lien;

    internal BaseDeTest(ServeurDeTest serveur, string nom, string lien)
    {
        _serveur = serveur;
        _lien = lien;
        Nom = nom;
        File.CreateSymbolicLink(_lien, serveur.Socket);
        Proprietaire = NpgsqlDataSource.Create(serveur.Connexion(nom, Roles.Proprietaire));
        Application = NpgsqlDataSource.Create(serveur.Connexion(nom, Roles.Application));
    }

    public string Nom { get; }

    /// <summary>The owner's login: as <c>ConnectionStrings__FaireAvec</c> alone, it serves both roles.</summary>
    public string ConnexionProprietaire => _serveur.Connexion(Nom, Roles.Proprietaire, _lien);

    /// <summary>The application's own login.</summary>
    public string ConnexionApplication => _serveur.Connexion(Nom, Roles.Application, _lien);

    /// <summary>Plain SQL as the owner.</summary>
    public NpgsqlDataSource Proprietaire { get; }

    /// <summary>Plain SQL as the application.</summary>
    public NpgsqlDataSource Application { get; }

    /// <summary>Runs SQL as the owner; parameters are $1, $2…</summary>
    public Task<int> ExecuterAsync(string sql, params object[] parametres) => ExecuterAsync(Proprietaire, sql, parametres);

    /// <summary>First value of the first row, as the owner; the default when there is none.</summary>
    public Task<T?> LireAsync<T>(string sql, params object[] parametres) => LireAsync<T>(Proprietaire, sql, parametres);

    public static async Task<int> ExecuterAsync(NpgsqlDataSource source, string sql, params object[] parametres)
    {
        await using var commande = Commande(source, sql, parametres);
        return await commande.ExecuteNonQueryAsync();
    }

    public static async Task<T?> LireAsync<T>(NpgsqlDataSource source, string sql, params object[] parametres)
    {
        await using var commande = Commande(source, sql, parametres);
        return await commande.ExecuteScalarAsync() is T valeur ? valeur : default;
    }

    /// <summary>The first column of every row, as the owner.</summary>
    public async Task<List<T>> ListerAsync<T>(string sql, params object[] parametres)
    {
        await using var commande = Commande(Proprietaire, sql, parametres);
        await using var lignes = await commande.ExecuteReaderAsync();
        var valeurs = new List<T>();
        while (await lignes.ReadAsync())
        {
            valeurs.Add(lignes.GetFieldValue<T>(0));
        }

        return valeurs;
    }

    /// <summary>As if the server were down, for the applications that use this database: their connections are cut, new ones find nobody. Plain SQL of the test goes on.</summary>
    public async Task CouperAsync()
    {
        File.Delete(_lien);
        await _serveur.ExecuterAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Nom}' AND application_name = 'faireavec'");
    }

    /// <summary>The end of <see cref="CouperAsync"/>.</summary>
    public void Retablir() => File.CreateSymbolicLink(_lien, _serveur.Socket);

    public async ValueTask DisposeAsync()
    {
        await Proprietaire.DisposeAsync();
        await Application.DisposeAsync();
        await _serveur.ExecuterAsync($"DROP DATABASE {Nom} WITH (FORCE)");
        File.Delete(_lien);
    }

    private static NpgsqlCommand Commande(NpgsqlDataSource source, string sql, object[] parametres)
    {
        var commande = source.CreateCommand(sql);
        foreach (var parametre in parametres)
        {
            commande.Parameters.Add(new NpgsqlParameter { Value = parametre });
        }

        return commande;
    }
}
