using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>The receiver of an orientation answered: they have it, gave an appointment, or can't.</summary>
/// <param name="Orientation">The orientation.</param>
/// <param name="Organisation">Who sent it.</param>
/// <param name="Acceptee">False when they can't.</param>
/// <param name="Le">When.</param>
public sealed record OrientationRepondue(Guid Orientation, Guid Organisation, bool Acceptee, DateTimeOffset Le) : IEvenement;
