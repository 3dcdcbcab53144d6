using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>A person agreed to be followed by a médiateur, or by every médiateur of an organisation.</summary>
/// <param name="Suivi">Id of the follow-up.</param>
/// <param name="Personne">Id of the person helped.</param>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="Le">When.</param>
public sealed record SuiviOuvert(Guid Suivi, Guid Personne, Guid Organisation, DateTimeOffset Le) : IEvenement;
