using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>The joining of two people helped was undone: each has its own again.</summary>
/// <param name="Source">The one that is given back.</param>
/// <param name="Cible">The one that it had been joined to.</param>
/// <param name="Le">When.</param>
public sealed record PersonnesSeparees(Guid Source, Guid Cible, DateTimeOffset Le) : IEvenement;
