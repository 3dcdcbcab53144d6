using System.Net.Mail;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Accompagnement.Domain.Personnes;

/// <summary>Names and addresses of people helped, as they are typed.</summary>
internal static class NomsDesPersonnes
{
    public const int NomMax = 100;
    public const int CourrielMax = 254;

    /// <summary>The name with its spaces tidied, or null when it can't be one: empty, too long, a formula, an address, markup. An alias is a name.</summary>
    public static string? Lire(string? texte)
    {
        // A tab or a line inside: cells of a spreadsheet, that would make one name of several people.
        if (texte is not { Length: > 0 and <= 4 * NomMax } || texte.Trim().Any(c => c is '\t' or '\n' or '\r'))
        {
            return null;
        }

        var nom = string.Join(' ', TexteRecherche.Valide(texte).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
        return nom.Length is > 0 and <= NomMax && nom.Any(char.IsLetter) && nom[0] is not ('=' or '+' or '-' or '@' or '\'') && !nom.Any(c => char.IsControl(c) || c is '<' or '>' or '@' or '=' or '/' or '\\' or '"' or '|' or ';' or '{' or '}') && !TextesCourts.Refuse(nom)
            ? nom
            : null;
    }

    /// <summary>The e-mail address made comparable, or null when it can't be one.</summary>
    public static string? LireCourriel(string? adresse)
    {
        var texte = adresse?.Trim();
        if (texte is not { Length: > 2 and <= CourrielMax } || texte.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '(' or ')' or ',' or ';' or '"'))
        {
            return null;
        }

        return MailAddress.TryCreate(texte, out var lue) && lue.Address == texte && lue.Host.Contains('.', StringComparison.Ordinal) && !lue.Host.EndsWith('.')
            ? TexteRecherche.Valide(texte).Normalize().ToLowerInvariant()
            : null;
    }
}
