using System.Collections.Concurrent;
using FaireAvec.Kernel.Courrier;

namespace FaireAvec.Tests.Integration.Cartographie.Sources;

/// <summary>Mail that stays here.</summary>
public sealed class BoiteAuxLettres : ICourrier
{
    private readonly ConcurrentQueue<Message> _messages = new();

    public IReadOnlyCollection<Message> Messages => _messages;

    public Task EnvoyerAsync(Message message, CancellationToken annulation)
    {
        _messages.Enqueue(message);
        return Task.CompletedTask;
    }
}
