using System.Net.Mail;

namespace FaireAvec.Comptes.Domain;

/// <summary>E-mail addresses of people who sign in.</summary>
internal static class Courriels
{
    /// <summary>Longest address (RFC 5321, 4.5.3.1.3, less its brackets).</summary>
    public const int Max = 254;

    // Reserved so that nobody ever has them (RFC 2606, RFC 6761): a record at one of them is invented.
    private static readonly string[] DomainesReserves = ["example.org", "example.com", "example.net", "example", "test", "invalid", "localhost"];

    /// <summary>The address made comparable, or null when it can't be one. Case isn't told apart: no known server does.</summary>
    public static string? Cle(string? adresse)
    {
        var texte = adresse?.Trim();
        if (texte is not { Length: > 2 and <= Max } || texte.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '(' or ')' or ',' or ';' or '"'))
        {
            return null;
        }

        return MailAddress.TryCreate(texte, out var lue) && lue.Address == texte && lue.Host.Contains('.', StringComparison.Ordinal) && !lue.Host.EndsWith('.')
            ? texte.Normalize().ToLowerInvariant()
            : null;
    }

    /// <summary>True for an address that nobody can have.</summary>
    public static bool Inventee(string cle)
    {
        var domaine = cle[(cle.LastIndexOf('@') + 1)..];
        return DomainesReserves.Any(d => domaine == d || domaine.EndsWith($".{d}", StringComparison.Ordinal));
    }

    /// <summary>« m•••@example.org »: enough to recognise one's own.</summary>
    public static string Masquer(string adresse)
    {
        var arobase = adresse.LastIndexOf('@');
        return arobase < 1 ? "•••" : $"{adresse[0]}•••{adresse[arobase..]}";
    }
}
