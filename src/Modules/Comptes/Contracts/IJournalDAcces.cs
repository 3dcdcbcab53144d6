namespace FaireAvec.Contracts.Comptes;

/// <summary>
/// The access log that the person concerned reads. A page that shows somebody's data to somebody else notes it: one line in the page's model.
/// </summary>
public interface IJournalDAcces
{
    /// <summary>Notes that who asks looked at this person's data. Nothing is noted when it is their own, nor twice for the same thing within a quarter of an hour.</summary>
    /// <param name="personne">Whose data.</param>
    /// <param name="quoi">What was looked at, in French, as the person will read it: « Votre fiche dans l’organisation ».</param>
    /// <param name="pourquoi">Why, when it was asked.</param>
    /// <param name="annulation">Gives up.</param>
    Task NoterAsync(Guid personne, string quoi, string? pourquoi, CancellationToken annulation);

    /// <summary>The same for several people at once: a list that is exported.</summary>
    /// <param name="personnes">Whose data.</param>
    /// <param name="quoi">What was looked at, as each of them will read it.</param>
    /// <param name="pourquoi">Why, when it was asked.</param>
    /// <param name="annulation">Gives up.</param>
    Task NoterAsync(IReadOnlyCollection<Guid> personnes, string quoi, string? pourquoi, CancellationToken annulation);
}
