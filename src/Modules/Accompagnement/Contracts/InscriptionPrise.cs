using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>Somebody registered for a workshop, or waits for a seat.</summary>
/// <param name="Inscription">Its id.</param>
/// <param name="Atelier">The workshop.</param>
/// <param name="Debut">When the workshop begins.</param>
/// <param name="EnAttente">True on the waiting list.</param>
/// <param name="AConfirmer">True while the seat is only kept for a set time.</param>
/// <param name="Le">When.</param>
public sealed record InscriptionPrise(Guid Inscription, Guid Atelier, DateTimeOffset Debut, bool EnAttente, bool AConfirmer, DateTimeOffset Le) : IEvenement;
