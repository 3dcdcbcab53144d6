using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>Somebody was sent to who can help, with their agreement.</summary>
/// <param name="Orientation">The orientation.</param>
/// <param name="Organisation">Who sends.</param>
/// <param name="Destinataire">The organisation that receives, when it has accounts here.</param>
/// <param name="Le">When.</param>
public sealed record OrientationEnvoyee(Guid Orientation, Guid Organisation, Guid? Destinataire, DateTimeOffset Le) : IEvenement;
