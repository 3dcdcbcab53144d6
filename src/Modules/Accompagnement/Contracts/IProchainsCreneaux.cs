namespace FaireAvec.Contracts.Accompagnement;

/// <summary>Where one may book online, and the next time there. In memory for half a minute: pages that everybody reads ask as often as they like.</summary>
public interface IProchainsCreneaux
{
    /// <summary>Ids of the places that take bookings. The same set until what it says changes. When the database is away, what was known stays.</summary>
    ValueTask<IReadOnlySet<string>> LieuxAsync(CancellationToken annulation);

    /// <summary>The next time of each of these places that has one. What isn't in memory is read at once for all of them.</summary>
    ValueTask<IReadOnlyDictionary<string, ProchainCreneauDuLieu>> LireAsync(IReadOnlyCollection<string> lieux, CancellationToken annulation);
}

/// <summary>The next time of a place.</summary>
/// <param name="Debut">When.</param>
/// <param name="EnMots">When, by the clock of the place, in the language of the request.</param>
/// <param name="Atelier">Title of the workshop, or null for an appointment.</param>
/// <param name="Invente">True on the demonstration: nobody receives there.</param>
public sealed record ProchainCreneauDuLieu(DateTimeOffset Debut, string EnMots, string? Atelier, bool Invente);
