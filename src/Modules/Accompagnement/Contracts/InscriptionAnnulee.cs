using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>A registration to a workshop was given up.</summary>
/// <param name="Inscription">Its id.</param>
/// <param name="Atelier">The workshop.</param>
/// <param name="Par">"Personne", "Mediateur", or "Delai" when nobody confirmed.</param>
/// <param name="Le">When.</param>
public sealed record InscriptionAnnulee(Guid Inscription, Guid Atelier, string Par, DateTimeOffset Le) : IEvenement;
