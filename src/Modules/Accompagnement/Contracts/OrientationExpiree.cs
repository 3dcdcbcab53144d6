using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>Nobody answered an orientation in 21 days: it is back with who sent it.</summary>
/// <param name="Orientation">The orientation.</param>
/// <param name="Organisation">Who sent it.</param>
/// <param name="Le">When.</param>
public sealed record OrientationExpiree(Guid Orientation, Guid Organisation, DateTimeOffset Le) : IEvenement;
