using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;

namespace FaireAvec.Comptes.Clients;

/// <summary>
/// From a token to the client, remembered for a few seconds, so that thousands of requests a second cost one read of the database. A client that is
/// changed or revoked is forgotten at once on every node (<see cref="VeilleDesClients"/>); if the news is lost, after <see cref="Duree"/>.
/// </summary>
internal sealed class ClientsEnMemoire(Base donnees, TimeProvider horloge)
{
    public static readonly TimeSpan Duree = TimeSpan.FromSeconds(5);

    private const int Max = 10_000;
    private const string Requete = "SELECT client, nom, organisation, nom_organisation, etendues, portee, departements, limite, fin FROM comptes.jeton_ouvert($1, $2)";

    private readonly ConcurrentDictionary<Cle, Entree> _entrees = new();
    private readonly ConcurrentDictionary<Cle, Lazy<Task<ClientConnu?>>> _lectures = new();
    private long _revision;

    /// <summary>The client that holds the token now, or null.</summary>
    public ValueTask<ClientConnu?> LireAsync(string jeton)
    {
        if (SecretsDApi.Empreinte(jeton, SecretsDApi.PrefixeDeJeton) is not { } empreinte)
        {
            return ValueTask.FromResult<ClientConnu?>(null);
        }

        var cle = Cle.De(empreinte);
        return EnMemoire(cle) is { } connu ? ValueTask.FromResult<ClientConnu?>(connu) : new(LireEnBaseAsync(cle, empreinte));
    }

    /// <summary>The same without asking the database.</summary>
    public ClientConnu? EnMemoire(ReadOnlySpan<char> jeton) => SecretsDApi.Empreinte(jeton, SecretsDApi.PrefixeDeJeton) is { } empreinte ? EnMemoire(Cle.De(empreinte)) : null;

    /// <summary>Forgets a client.</summary>
    public void Oublier(Guid client)
    {
        // What is being read now may be of before: it won't be kept.
        Interlocked.Increment(ref _revision);
        foreach (var (cle, entree) in _entrees)
        {
            if (entree.Client.Identite.Compte == client)
            {
                _entrees.TryRemove(cle, out _);
            }
        }
    }

    /// <summary>Forgets all of them: something may have been missed.</summary>
    public void Oublier()
    {
        Interlocked.Increment(ref _revision);
        _entrees.Clear();
    }

    private ClientConnu? EnMemoire(Cle cle)
    {
        if (!_entrees.TryGetValue(cle, out var entree))
        {
            return null;
        }

        var maintenant = horloge.GetUtcNow();
        return maintenant - entree.LuLe < Duree && maintenant < entree.Client.Fin ? entree.Client : null;
    }

    // Requests that come while the answer is on its way share it.
    private async Task<ClientConnu?> LireEnBaseAsync(Cle cle, byte[] empreinte)
    {
        var lecture = _lectures.GetOrAdd(cle, _ => new(() => LireEtGarderAsync(cle, empreinte)));
        try
        {
            return await lecture.Value;
        }
        finally
        {
            _lectures.TryRemove(KeyValuePair.Create(cle, lecture));
        }
    }

    private async Task<ClientConnu?> LireEtGarderAsync(Cle cle, byte[] empreinte)
    {
        var (revision, maintenant) = (Interlocked.Read(ref _revision), horloge.GetUtcNow());
        await using var commande = donnees.Application.CreateCommand(Requete);
        commande.Parameters.AddWithValue(empreinte);
        commande.Parameters.AddWithValue(maintenant.UtcDateTime);
        await using var l = await commande.ExecuteReaderAsync();
        if (!await l.ReadAsync())
        {
            _entrees.TryRemove(cle, out _);
            return null;
        }

        var portee = Enum.Parse<Portee>(l.GetString(5));
        var client = new ClientConnu(
            new Identite
            {
                Compte = l.GetGuid(0),
                Nom = l.GetString(1),
                Organisation = l.GetGuid(2),
                NomOrganisation = l.GetString(3),
                Organisations = 1,
                Roles = [Role.ClientApi],
                Etendues = l.GetFieldValue<string[]>(4),
                PorteeDuClient = portee,
                Departements = l.GetFieldValue<string[]>(6),
            },
            l.GetInt32(7),
            l.GetFieldValue<DateTimeOffset>(8));
        if (_entrees.Count >= Max)
        {
            _entrees.Clear();
        }

        _entrees[cle] = new Entree(client, maintenant);
        if (Interlocked.Read(ref _revision) != revision)
        {
            _entrees.TryRemove(cle, out _);
        }

        return client;
    }

    private sealed record Entree(ClientConnu Client, DateTimeOffset LuLe);

    /// <summary>The hash of a token, as a key that is compared without an allocation.</summary>
    private readonly record struct Cle(UInt128 Haut, UInt128 Bas)
    {
        public static Cle De(ReadOnlySpan<byte> empreinte) => new(MemoryMarshal.Read<UInt128>(empreinte), MemoryMarshal.Read<UInt128>(empreinte[16..]));
    }
}
