namespace FaireAvec.Cartographie.Horaires.Conversion;

/// <summary>A word or sign of a French text.</summary>
/// <param name="Genre">Its kind.</param>
/// <param name="Valeur">The day, the minutes, the month… according to the kind.</param>
/// <param name="Sur">How sure the reading of this word is: 1, less for a typing mistake.</param>
internal readonly record struct JetonFrancais(GenreFrancais Genre, int Valeur = 0, double Sur = 1);
