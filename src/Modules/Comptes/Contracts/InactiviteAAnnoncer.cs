using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Comptes;

/// <summary>An account isn't used: its holder is to be written to, before the suspension or at it. Told by the module to itself.</summary>
/// <param name="Compte">Id of the account.</param>
/// <param name="Suspendu">True when the access has just been suspended.</param>
/// <param name="Le">When it was decided.</param>
public sealed record InactiviteAAnnoncer(Guid Compte, bool Suspendu, DateTimeOffset Le) : IEvenement;
