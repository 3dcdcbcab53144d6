using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Tests.Support;

/// <summary>Keeps what the application logs, so that a test can read it and the console stays quiet.</summary>
public sealed class JournauxDeTest : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lignes = new();

    /// <summary>"Error Categorie: message", with the exception below when there is one.</summary>
    public IReadOnlyCollection<string> Lignes => _lignes;

    public ILogger CreateLogger(string categoryName) => new Carnet(this, categoryName);

    public void Dispose()
    {
        // Nothing is held.
    }

    private sealed class Carnet(JournauxDeTest tous, string categorie) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            tous._lignes.Enqueue($"{logLevel} {categorie}: {formatter(state, exception)}{(exception is null ? "" : "\n" + exception)}");
    }
}
