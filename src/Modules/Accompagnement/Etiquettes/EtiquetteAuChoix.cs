using FaireAvec.Accompagnement.Domain.Etiquettes;

namespace FaireAvec.Accompagnement.Etiquettes;

/// <summary>A label as a form offers it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Nom">Its name.</param>
/// <param name="Active">On the act already, under this id or under one that was joined to it.</param>
internal sealed record EtiquetteAuChoix(Guid Id, string Nom, bool Active);

/// <summary>A label on its page.</summary>
/// <param name="Etiquette">The label.</param>
/// <param name="Equipe">Name of its team.</param>
/// <param name="Actes">How many of one's own acts have it.</param>
/// <param name="Sienne">True when who asks may change it.</param>
internal sealed record EtiquetteEtUsage(Etiquette Etiquette, string? Equipe, int Actes, bool Sienne);
