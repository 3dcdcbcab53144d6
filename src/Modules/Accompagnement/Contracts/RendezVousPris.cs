using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>Somebody took an appointment, or moved one; it may still have to be confirmed.</summary>
/// <param name="RendezVous">Its id.</param>
/// <param name="Debut">When it begins.</param>
/// <param name="AConfirmer">True while it is only kept for a set time.</param>
/// <param name="Le">When it was taken.</param>
/// <param name="Organisation">For whom the médiateur receives.</param>
public sealed record RendezVousPris(Guid RendezVous, DateTimeOffset Debut, bool AConfirmer, DateTimeOffset Le, Guid Organisation) : IEvenement;
