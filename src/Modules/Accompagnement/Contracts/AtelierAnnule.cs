using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>A workshop doesn’t take place: those who are registered are to be told.</summary>
/// <param name="Atelier">Its id.</param>
/// <param name="Debut">When it was to begin.</param>
/// <param name="Le">When it was given up.</param>
public sealed record AtelierAnnule(Guid Atelier, DateTimeOffset Debut, DateTimeOffset Le) : IEvenement;
