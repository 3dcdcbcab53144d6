using FaireAvec.Kernel.Securite;

namespace FaireAvec.Contracts.Comptes;

/// <summary>For whom somebody worked on a day, in which roles and teams.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="PremierJour">Their first day there, in any role, in Paris.</param>
/// <param name="Roles">Their roles on that day; empty when they had none.</param>
/// <param name="Equipes">The teams that they were in on that day, in the order of their ids.</param>
/// <param name="CommuneDuSiege">INSEE code of the seat of the organisation.</param>
public sealed record Emploi(Guid Organisation, DateOnly PremierJour, IReadOnlyList<Role> Roles, IReadOnlyList<Guid> Equipes, string? CommuneDuSiege);

/// <summary>Dated memberships, for modules that record what people do. In memory for half a minute.</summary>
public interface IEmplois
{
    /// <summary>What somebody was in an organisation on a day; null when they never worked there, or when it is closed.</summary>
    ValueTask<Emploi?> LeJourAsync(Guid compte, Guid organisation, DateOnly jour, CancellationToken annulation);

    /// <summary>True when somebody works for an organisation at this very instant. Read each time: what they may still keep hangs on it.</summary>
    Task<bool> TravailleAsync(Guid compte, Guid organisation, CancellationToken annulation);

    /// <summary>Reads several at once, before each is asked: one question to the database instead of one for each.</summary>
    Task RetenirAsync(IReadOnlyCollection<(Guid Compte, Guid Organisation)> emplois, CancellationToken annulation);
}
