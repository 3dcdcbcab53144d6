using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>Everything that said who a person helped was is erased; totals stay.</summary>
/// <param name="Personne">The id, that stands for nobody any more.</param>
/// <param name="Le">When.</param>
public sealed record PersonneEffacee(Guid Personne, DateTimeOffset Le) : IEvenement;
