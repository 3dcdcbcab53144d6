using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Comptes;

/// <summary>A mail waits to be sent. Heard by the module itself: a request never waits for a mail server, nor shows by its time whether an account exists.</summary>
/// <param name="Lettre">Id of the mail; its words are erased once it is sent.</param>
public sealed record LettreDeposee(Guid Lettre) : IEvenement;
