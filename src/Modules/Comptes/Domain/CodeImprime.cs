using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>One of the ten codes that somebody printed; each serves once. Only a slow hash is here.</summary>
internal sealed class CodeImprime : IJournalisee
{
    /// <summary>How many are made at a time.</summary>
    public const int Nombre = 10;

    public const int Longueur = 10;
    public const int OctetsDeSel = 16;
    public const int Iterations = 100_000;

    // Without what is read for something else: 0 O 1 I L, and without U and V, alike on a bad print.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTWXYZ23456789";

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }

    /// <summary>The same for the ten: one slow hash tells which it is.</summary>
    [HorsJournal]
    public required byte[] Sel { get; init; }

    [HorsJournal]
    public required byte[] Empreinte { get; init; }

    public required DateTimeOffset CreeLe { get; init; }
    public DateTimeOffset? UtiliseLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>Ten new ones, all different.</summary>
    public static IReadOnlyList<string> Tirer()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        while (codes.Count < Nombre)
        {
            codes.Add(RandomNumberGenerator.GetString(Alphabet, Longueur));
        }

        return [.. codes];
    }

    /// <summary>The code as typed, made comparable; null when it can't be one.</summary>
    public static string? Lire(string? saisie)
    {
        if (saisie is not { Length: <= 40 })
        {
            return null;
        }

        var code = string.Concat(saisie.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u00a0' or '\u202f' or '\u2011'))).ToUpperInvariant();
        return code.Length == Longueur && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? code : null;
    }

    public static byte[] Hacher(string code, byte[] sel) => Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), sel, Iterations, HashAlgorithmName.SHA256, 32);

    /// <summary>« ABCDE-FGHJK »: as it is printed.</summary>
    public static string Presenter(string code) => $"{code[..5]}-{code[5..]}";
}
