namespace FaireAvec.Cartographie.Rapprochement.Groupes;

/// <summary>Two places by their ranks, the first smaller, and what is thought of them.</summary>
internal readonly record struct PaireJugee(int A, int B, Verdict Verdict);
