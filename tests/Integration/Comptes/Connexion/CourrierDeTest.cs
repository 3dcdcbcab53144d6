using System.Collections.Concurrent;
using FaireAvec.Kernel.Courrier;
using FaireAvec.Tests.Support;

namespace FaireAvec.Tests.Integration.Comptes.Connexion;

/// <summary>Keeps the mails instead of sending them.</summary>
public sealed class CourrierDeTest : ICourrier
{
    private readonly ConcurrentQueue<Message> _recus = new();

    public IReadOnlyList<Message> Recus => [.. _recus];

    public Task EnvoyerAsync(Message message, CancellationToken annulation)
    {
        _recus.Enqueue(message);
        return Task.CompletedTask;
    }

    /// <summary>The last mail to this address about this, once it has left.</summary>
    public async Task<Message> AttendreAsync(string a, string objet, int rang = 1)
    {
        Message? trouve = null;
        await Attente.QueAsync($"mail « {objet} » to {a}", () => (trouve = _recus.Where(m => m.A == a && m.Objet.Contains(objet, StringComparison.Ordinal)).ElementAtOrDefault(rang - 1)) is not null);
        return trouve!;
    }
}
