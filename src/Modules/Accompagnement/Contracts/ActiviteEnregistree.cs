using FaireAvec.Kernel.Evenements;

namespace FaireAvec.Contracts.Accompagnement;

/// <summary>An act was recorded. Neither the author nor the people: the id is enough for who may read it.</summary>
/// <param name="Activite">The act.</param>
/// <param name="Jour">The day of the act.</param>
/// <param name="Organisation">For whom it was done.</param>
public sealed record ActiviteEnregistree(Guid Activite, DateOnly Jour, Guid Organisation) : IEvenement;
