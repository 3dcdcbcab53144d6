using FaireAvec.Kernel.Evenements;
using Npgsql;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>The events that exist, and those that a webhook waits for: in memory, since it is asked at each publication.</summary>
internal sealed class EvenementsConnus
{
    // Null until it is read, and in a command that reads nothing: everything is then waited for.
    private volatile HashSet<string>? _attendus;

    /// <summary>Types of all the events of the product: they are in one assembly.</summary>
    public static IReadOnlyList<Type> Types { get; } = [.. typeof(Contracts.Comptes.WebhookDesactive).Assembly.GetExportedTypes().Where(t => t is { IsAbstract: false } && typeof(IEvenement).IsAssignableFrom(t))];

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Noms { get; } = [.. Types.Select(t => t.NomDEvenement()).Order(StringComparer.Ordinal)];

    public bool Attendu(string nom) => _attendus?.Contains(nom) != false;

    public async Task LireAsync(NpgsqlDataSource source, CancellationToken annulation)
    {
        await using var commande = source.CreateCommand("SELECT comptes.evenements_attendus()");
        _attendus = ((string[])(await commande.ExecuteScalarAsync(annulation))!).ToHashSet(StringComparer.Ordinal);
    }
}
