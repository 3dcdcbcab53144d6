using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>An appointment that was kept for a set time is confirmed.</summary>
/// <param name="RendezVous">Its id.</param>
/// <param name="Debut">When it begins.</param>
/// <param name="Le">When it was confirmed.</param>
/// <param name="Organisation">For whom the médiateur receives.</param>
public sealed record RendezVousConfirme(Guid RendezVous, DateTimeOffset Debut, DateTimeOffset Le, Guid Organisation) : IEvenement;
