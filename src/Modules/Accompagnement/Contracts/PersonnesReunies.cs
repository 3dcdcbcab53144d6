using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>Two people helped were the same one: what is kept under the first id goes under the second.</summary>
/// <param name="Source">The id that leads to the other from now on.</param>
/// <param name="Cible">The kept one.</param>
/// <param name="Le">When.</param>
public sealed record PersonnesReunies(Guid Source, Guid Cible, DateTimeOffset Le) : IEvenement;
