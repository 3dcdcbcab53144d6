namespace FaireAvec.Cartographie.Horaires;

/// <summary>One line of the week table. No range: closed.</summary>
/// <param name="Date">The real date.</param>
/// <param name="Nom">« lundi 5 mai », « Monday 5 May ».</param>
/// <param name="Aujourdhui">True for the local day of the instant asked for.</param>
/// <param name="Plages">The ranges, in order. A range past midnight is told once, on the day on which it starts.</param>
/// <param name="JourFerie">The French name of the public holiday, or null.</param>
/// <param name="AVerifier">« Horaires habituels ; jour férié, à vérifier » when the hours don't mention holidays and open that day, otherwise null.</param>
internal sealed record JourEnMots(DateOnly Date, string Nom, bool Aujourdhui, IReadOnlyList<PlageEnMots> Plages, string? JourFerie, string? AVerifier);
