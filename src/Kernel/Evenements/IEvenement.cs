namespace FaireAvec.Kernel.Evenements;

/// <summary>
/// Something that happened in a module, told to the others. A flat immutable record in the module's <c>Contracts</c> folder: ids and dates, never
/// personal data. Its name in the outbox is "module.TypeName" and never changes once published.
/// </summary>
public interface IEvenement;

/// <summary>What a handler knows beside the event.</summary>
/// <param name="Id">Id of the event: the key of idempotence.</param>
/// <param name="Instant">When it happened.</param>
public sealed record ContexteEvenement(Guid Id, DateTimeOffset Instant);

/// <summary>
/// Handles an event in the same transaction as the mark "delivered": what it writes in the database happens once. What it does outside (mail) may
/// happen twice if the node dies in between: key it by <see cref="ContexteEvenement.Id"/>.
/// </summary>
public interface IGestionnaire<in T> where T : IEvenement
{
    /// <summary>Does the work. An exception means another try later, with a growing delay, then the dead letters.</summary>
    Task TraiterAsync(T evenement, ContexteEvenement contexte, CancellationToken annulation);
}
