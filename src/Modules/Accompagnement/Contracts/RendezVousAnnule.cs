using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>An appointment was given up.</summary>
/// <param name="RendezVous">Its id.</param>
/// <param name="Par">"Personne", "Mediateur", or "Delai" when nobody confirmed.</param>
/// <param name="Le">When.</param>
/// <param name="Organisation">For whom the médiateur receives.</param>
public sealed record RendezVousAnnule(Guid RendezVous, string Par, DateTimeOffset Le, Guid Organisation) : IEvenement;
