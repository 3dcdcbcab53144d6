using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Comptes;

/// <summary>An invitation waits for its message. Told by the module to itself: the message leaves once the invitation is written, and is tried again when the mail is down.</summary>
/// <param name="Invitation">Id of the invitation.</param>
/// <param name="Envoi">Number of the sending.</param>
public sealed record InvitationAEnvoyer(Guid Invitation, int Envoi) : IEvenement;
