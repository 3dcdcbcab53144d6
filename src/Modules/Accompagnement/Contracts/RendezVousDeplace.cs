using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>An appointment was moved: another one has taken its place.</summary>
/// <param name="Ancien">The one that was.</param>
/// <param name="Nouveau">The one that took its place.</param>
/// <param name="Debut">When the new one begins.</param>
/// <param name="Le">When it was moved.</param>
/// <param name="Organisation">For whom the médiateur receives.</param>
public sealed record RendezVousDeplace(Guid Ancien, Guid Nouveau, DateTimeOffset Debut, DateTimeOffset Le, Guid Organisation) : IEvenement;
