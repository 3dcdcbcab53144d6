namespace FaireAvec.Cartographie.Horaires.Calendrier;

/// <summary>A public holiday.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Nom">The French name of the holiday, with a capital: « Lundi de Pâques ».</param>
internal readonly record struct JourFerie(DateOnly Date, string Nom);
