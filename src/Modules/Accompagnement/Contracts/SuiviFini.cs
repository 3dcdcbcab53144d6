using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>A follow-up ended: taken back by the person, or ended by the médiateur.</summary>
/// <param name="Suivi">Id of the follow-up.</param>
/// <param name="Personne">Id of the person helped.</param>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="Le">When.</param>
public sealed record SuiviFini(Guid Suivi, Guid Personne, Guid Organisation, DateTimeOffset Le) : IEvenement;
