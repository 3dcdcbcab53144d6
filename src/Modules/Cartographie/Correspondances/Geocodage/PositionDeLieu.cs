namespace FaireAvec.Cartographie.Correspondances.Geocodage;

/// <summary>A position found for a place that its source gives none.</summary>
/// <param name="Trouvee">Where, how precise, how sure.</param>
/// <param name="Publiee">True when it is precise enough to stand in the place's own fields; the centre of a commune never is.</param>
internal sealed record PositionDeLieu(AdresseTrouvee Trouvee, bool Publiee);
