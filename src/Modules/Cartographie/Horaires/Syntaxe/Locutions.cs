namespace FaireAvec.Cartographie.Horaires.Syntaxe;

/// <summary>The words with a space or a sign inside that have one meaning: « jours fériés », « sur rendez-vous », « 7j/7 ».</summary>
internal static class Locutions
{
    private const int TousLesJours = 0b111_1111;

    private static readonly (string Texte, Genre Genre, int Valeur)[] Toutes =
    [
        ("jours fériés", Genre.JourFerie, 0),
        ("public holidays", Genre.JourFerie, 0),
        ("public holiday", Genre.JourFerie, 0),
        ("school holidays", Genre.VacancesScolaires, 0),
        ("school holiday", Genre.VacancesScolaires, 0),
        ("sur rendez-vous", Genre.Commentaire, 1),
        ("sur rendez vous", Genre.Commentaire, 1),
        ("sur rdv", Genre.Commentaire, 1),
        ("by appointment", Genre.Commentaire, 2),
        ("on appointment", Genre.Commentaire, 3),
        ("always open", Genre.ToutLeTemps, 0),
        ("always closed", Genre.Etat, (int)EtatOuverture.Ferme),
        ("every day", Genre.GroupeDeJours, TousLesJours),
        ("all days", Genre.GroupeDeJours, TousLesJours),
        ("7j/7", Genre.GroupeDeJours, TousLesJours),
    ];

    private static readonly string[] Commentaires = ["", "Sur rendez-vous", "by appointment", "on appointment"];

    /// <summary>The comment that a phrase stands for, by the value of its token; the value is not 0.</summary>
    public static string Commentaire(int valeur) => Commentaires[valeur];

    /// <summary>The phrase at the start of the text, whatever the case, when it isn't the start of a longer word.</summary>
    public static bool Chercher(ReadOnlySpan<char> texte, out Jeton jeton)
    {
        // Most texts hold none: the first letter decides for nearly all tokens.
        if ((texte[0] | 0x20) is 'j' or 'p' or 's' or 'b' or 'o' or 'e' or 'a' or '7')
        {
            foreach (var (phrase, genre, valeur) in Toutes)
            {
                if (texte.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (texte.Length == phrase.Length || !(char.IsLetterOrDigit(texte[phrase.Length]) || texte[phrase.Length] == '_')))
                {
                    jeton = new Jeton(genre, valeur, 0, phrase.Length);
                    return true;
                }
            }
        }

        jeton = default;
        return false;
    }
}
