namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>A token.</summary>
/// <param name="Genre">Its kind.</param>
/// <param name="Valeur">The number, the weekday, the month or the state, according to the kind.</param>
/// <param name="Debut">Position of its first character in the text, from 0.</param>
/// <param name="Longueur">Number of characters.</param>
/// <param name="Langue">For words.</param>
internal readonly record struct Jeton(Genre Genre, int Valeur, int Debut, int Longueur, Langue Langue = Langue.Neutre)
{
    /// <summary>Position of the character after the token.</summary>
    public int Fin => Debut + Longueur;
}
