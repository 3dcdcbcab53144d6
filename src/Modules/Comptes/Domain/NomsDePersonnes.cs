namespace FaireAvec.Comptes.Domain;

/// <summary>First and last names as people type them, or as a file gives them.</summary>
internal static class NomsDePersonnes
{
    /// <summary>The name with its spaces tidied, or null when it can't be one: empty, too long, a formula, an address, markup.</summary>
    public static string? Lire(string? texte)
    {
        if (texte is not { Length: > 0 and <= 4 * Compte.NomMax })
        {
            return null;
        }

        var nom = string.Join(' ', Kernel.Texte.TexteRecherche.Valide(texte).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
        return nom.Length is > 0 and <= Compte.NomMax && nom.Any(char.IsLetter) && nom[0] is not ('=' or '+' or '-' or '@' or '\'') && !nom.Any(c => char.IsControl(c) || c is '<' or '>' or '@' or '=' or '/' or '\\' or '"' or '|' or ';' or '{' or '}')
            ? nom
            : null;
    }
}
