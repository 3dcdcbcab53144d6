using System.Text.RegularExpressions;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Cartographie.Correspondances.Expressions;

/// <summary>Patterns written by people: never backtracking, with a time limit on top, on texts of bounded length.</summary>
internal static class Motifs
{
    public const int LongueurMax = 500;

    private static readonly TimeSpan Delai = TimeSpan.FromMilliseconds(200);

    public static Resultat<Regex> Lire(string motif)
    {
        if (motif.Length > LongueurMax)
        {
            return new Erreur("CAR-403", $"Un motif a {LongueurMax} caractères au plus.");
        }

        try
        {
            return new Regex(motif, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Delai);
        }
        catch (ArgumentException)
        {
            return new Erreur("CAR-403", "Ce n’est pas une expression régulière : une parenthèse, un crochet ou un nombre est mal placé.");
        }
        catch (NotSupportedException)
        {
            return new Erreur("CAR-403", "Ce motif regarde en avant ou en arrière, se réfère à lui-même ou se répète trop : ces formes ne sont pas acceptées.");
        }
    }

    /// <summary>What the pattern finds, or null. A pattern too slow for this text finds nothing.</summary>
    public static Match? Chercher(Regex motif, string texte)
    {
        try
        {
            return motif.Match(texte.Length > TexteCompare.LongueurMax ? texte[..TexteCompare.LongueurMax] : texte) is { Success: true } trouve ? trouve : null;
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
