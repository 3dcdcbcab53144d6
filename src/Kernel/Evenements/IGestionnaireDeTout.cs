namespace FaireAvec.Kernel.Evenements;

/// <summary>
/// Hears events of all kinds, whatever the module: for what leaves the product (webhooks). Same promises as <see cref="IGestionnaire{T}"/>. A delivery is
/// only written for the events that are <see cref="Attendu"/> when they are published: an event that nobody waits for outside costs nothing.
/// </summary>
public interface IGestionnaireDeTout
{
    /// <summary>True when somebody waits for the events of this name.</summary>
    static abstract bool Attendu(IServiceProvider services, string nom);

    /// <summary>Does the work.</summary>
    /// <param name="nom">Name of the event, "module.TypeName".</param>
    /// <param name="charge">The event, in JSON.</param>
    /// <param name="contexte">What is known beside it.</param>
    /// <param name="annulation">Gives up.</param>
    Task TraiterAsync(string nom, string charge, ContexteEvenement contexte, CancellationToken annulation);
}
