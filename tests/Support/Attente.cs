using System.Diagnostics;

namespace FaireAvec.Tests.Support;

/// <summary>Waits for what comes by itself: asks again and again instead of sleeping for a time that is never the right one.</summary>
public static class Attente
{
    /// <summary>Returns as soon as the condition holds; fails with <paramref name="quoi"/> after <paramref name="limite"/> (20 s).</summary>
    public static Task QueAsync(string quoi, Func<bool> condition, TimeSpan? limite = null) => QueAsync(quoi, () => Task.FromResult(condition()), limite);

    /// <inheritdoc cref="QueAsync(string, Func{bool}, TimeSpan?)"/>
    public static async Task QueAsync(string quoi, Func<Task<bool>> condition, TimeSpan? limite = null)
    {
        var chrono = Stopwatch.StartNew();
        while (!await condition())
        {
            if (chrono.Elapsed > (limite ?? TimeSpan.FromSeconds(20)))
            {
                Assert.Fail($"Waited {chrono.Elapsed.TotalSeconds:0.0} s for: {quoi}");
            }

            await Task.Delay(20);
        }
    }
}
