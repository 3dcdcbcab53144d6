using System.Collections.Concurrent;
using System.Collections.Frozen;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Ressources;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>The next time of a place, for its page.</summary>
/// <param name="Debut">When.</param>
/// <param name="Fuseau">Zone of the place.</param>
/// <param name="Atelier">Title of the workshop, or null for an appointment.</param>
internal sealed record ProchainMoment(DateTimeOffset Debut, string Fuseau, string? Atelier);

/// <summary>
/// What is next at places. Their pages and the list of results are read by everybody, and most places have no agenda: those that have one are known in memory
/// for half a minute, and what is next there for as long. A slot taken meanwhile is refused when it is asked for.
/// </summary>
internal sealed class ProchainsCreneaux(Base donnees, IServiceScopeFactory portees, IDemonstration demonstration, TimeProvider horloge) : IProchainsCreneaux, IDisposable
{
    public static readonly TimeSpan Memoire = TimeSpan.FromSeconds(30);

    /// <summary>How long a page that everybody reads waits for the database.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Further, a place isn't waited for: nobody reads so long a page.</summary>
    private const int Max = 5_000;

    private readonly ConcurrentDictionary<string, Connu> _connus = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _lecture = new(1, 1);
    private long _muetteLe;
    private LieuxConnus _lieux = new(FrozenSet<string>.Empty, DateTimeOffset.MinValue);

    private sealed record Connu(ProchainMoment? Moment, DateTimeOffset Le);

    private sealed record LieuxConnus(IReadOnlySet<string> Lieux, DateTimeOffset Le);

    /// <summary>The next slot or workshop, or null.</summary>
    public async Task<ProchainMoment?> LireAsync(string lieu, CancellationToken annulation)
    {
        if (!(await LieuxAsync(annulation)).Contains(lieu))
        {
            return null;
        }

        await CompleterAsync([lieu], annulation);
        return AVenir(lieu);
    }

    public async ValueTask<IReadOnlyDictionary<string, ProchainCreneauDuLieu>> LireAsync(IReadOnlyCollection<string> lieux, CancellationToken annulation)
    {
        var reservables = await LieuxAsync(annulation);
        var voulus = reservables.Count == 0 ? [] : lieux.Where(reservables.Contains).Distinct(StringComparer.Ordinal).ToList();
        if (voulus.Count == 0)
        {
            return FrozenDictionary<string, ProchainCreneauDuLieu>.Empty;
        }

        await CompleterAsync(voulus, annulation);
        var prochains = new Dictionary<string, ProchainCreneauDuLieu>(StringComparer.Ordinal);
        foreach (var lieu in voulus)
        {
            if (AVenir(lieu) is { } moment)
            {
                prochains[lieu] = new(moment.Debut, MotsReservation.Moment(moment.Debut, moment.Fuseau), moment.Atelier, demonstration.EnCours);
            }
        }

        return prochains;
    }

    public ValueTask<IReadOnlySet<string>> LieuxAsync(CancellationToken annulation) =>
        Frais(Volatile.Read(ref _lieux).Le) ? ValueTask.FromResult(_lieux.Lieux) : new(LireLesLieuxAsync(annulation));

    public void Dispose() => _lecture.Dispose();

    // What was known lasts while the database is away, but no time that is past is next.
    private ProchainMoment? AVenir(string lieu) => _connus.GetValueOrDefault(lieu)?.Moment is { } moment && moment.Debut > horloge.GetUtcNow() ? moment : null;

    // By our own clock: tests move it.
    private bool Frais(DateTimeOffset le) => horloge.GetUtcNow() is var maintenant && maintenant >= le && maintenant - le < Memoire;

    private bool Muette => Frais(new DateTimeOffset(Volatile.Read(ref _muetteLe), TimeSpan.Zero));

    private async Task<IReadOnlySet<string>> LireLesLieuxAsync(CancellationToken annulation)
    {
        await UnALaFoisAsync(
            async () =>
            {
                var maintenant = horloge.GetUtcNow();
                if (!Frais(_lieux.Le))
                {
                    var lus = await InterrogerAsync(maintenant);
                    Volatile.Write(ref _lieux, new(lus.SetEquals(_lieux.Lieux) ? _lieux.Lieux : lus, maintenant));
                }
            },
            annulation);
        return _lieux.Lieux;
    }

    private async Task<IReadOnlySet<string>> InterrogerAsync(DateTimeOffset maintenant)
    {
        await using (var portee = portees.CreateAsyncScope())
        {
            if (!portee.ServiceProvider.GetRequiredService<ReservationsPubliques>().Permises)
            {
                return FrozenSet<string>.Empty;
            }
        }

        await using var commande = donnees.Application.CreateCommand("SELECT lieu FROM accompagnement.lieux_reservables($1, $2)");
        commande.Parameters.AddWithValue(JourDeParis.De(maintenant));
        commande.Parameters.AddWithValue(maintenant.UtcDateTime);
        var lieux = new HashSet<string>(StringComparer.Ordinal);
        await using var lecteur = await commande.ExecuteReaderAsync(CancellationToken.None);
        while (await lecteur.ReadAsync(CancellationToken.None))
        {
            lieux.Add(lecteur.GetString(0));
        }

        return lieux.ToFrozenSet(StringComparer.Ordinal);
    }

    // One reading for all that is missing; whoever asks meanwhile waits for it and finds it done.
    private async Task CompleterAsync(List<string> lieux, CancellationToken annulation)
    {
        bool Manque(string lieu) => !_connus.TryGetValue(lieu, out var connu) || !Frais(connu.Le);
        if (!lieux.Any(Manque))
        {
            return;
        }

        await UnALaFoisAsync(
            async () =>
            {
                var manquants = lieux.Where(Manque).ToList();
                if (manquants.Count == 0)
                {
                    return;
                }

                if (_connus.Count + manquants.Count > Max)
                {
                    _connus.Clear();
                }

                var maintenant = horloge.GetUtcNow();
                await using var portee = portees.CreateAsyncScope();
                var lus = await portee.ServiceProvider.GetRequiredService<ReservationsPubliques>().ProchainsAsync(manquants, CancellationToken.None);
                foreach (var lieu in manquants)
                {
                    _connus[lieu] = new(lus.GetValueOrDefault(lieu), maintenant);
                }
            },
            annulation);
    }

    // The pages go on without the database: by what is known here, without the times rather than not at all. When it doesn't answer, it is left alone as long as an answer would have
    // been kept. The reading isn't given up with the request: others wait for it, and a database that doesn't listen can't be told.
    private async Task UnALaFoisAsync(Func<Task> lire, CancellationToken annulation)
    {
        // Who has only waited for their turn knows nothing of the database: they go on, and say nothing of it.
        if (Muette || !await _lecture.WaitAsync(Patience, annulation))
        {
            return;
        }

        try
        {
            if (!Muette)
            {
                await lire().WaitAsync(Patience, annulation);
            }
        }
        catch (Exception e) when (e is NpgsqlException || PanneDeLaBase.Est(e))
        {
            Volatile.Write(ref _muetteLe, horloge.GetUtcNow().UtcTicks);
        }
        finally
        {
            _lecture.Release();
        }
    }
}
