using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>An act was corrected, removed or given back.</summary>
/// <param name="Activite">The act.</param>
/// <param name="Jour">The day of the act, after the change.</param>
/// <param name="Organisation">For whom it was done.</param>
/// <param name="Supprimee">True when it no longer counts.</param>
public sealed record ActiviteModifiee(Guid Activite, DateOnly Jour, Guid Organisation, bool Supprimee) : IEvenement;
