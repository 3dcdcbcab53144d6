using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>A seat of a workshop is free again; it is offered to the first who waits, when somebody does.</summary>
/// <param name="Atelier">The workshop.</param>
/// <param name="Proposee">The registration that it is offered to, or null.</param>
/// <param name="Jusqua">Until when it is offered.</param>
/// <param name="Le">When.</param>
public sealed record PlaceLiberee(Guid Atelier, Guid? Proposee, DateTimeOffset? Jusqua, DateTimeOffset Le) : IEvenement;
