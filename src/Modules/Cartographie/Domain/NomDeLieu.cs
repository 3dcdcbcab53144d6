using System.Text.RegularExpressions;

namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// What can't be the name of a place where somebody goes: a row left by a trial (« ANCT Test »), or a name without a letter (« 1 », a SIRET). Held back, with the
/// reason told in the report of the import, until its producer or a correction names it.
/// </summary>
internal static partial class NomDeLieu
{
    private const string SansLettre = "nom sans lettre";
    private const string DEssai = "nom d’essai";

    /// <summary>All that <see cref="Motif"/> may say.</summary>
    public static readonly string[] Motifs = [SansLettre, DEssai];

    /// <summary>Why the row isn't shown; null when the name is one.</summary>
    public static string? Motif(string nom) =>
        !nom.Any(char.IsLetter) ? SansLettre
        : Essai().IsMatch(nom) ? DEssai
        : null;

    /// <summary>What to tell somebody who types the name.</summary>
    public static string? Refus(string nom) => Motif(nom) switch
    {
        null => null,
        SansLettre => "Écrivez le nom du lieu en toutes lettres, comme sur sa porte.",
        _ => "Ce nom est celui d’un essai. Écrivez le nom du lieu, comme sur sa porte.",
    };

    // « Test » as a word at either end: « Espace test agricole » is a place.
    [GeneratedRegex(@"^\s*tests?\b|\btests?\s*[0-9]*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Essai();
}
