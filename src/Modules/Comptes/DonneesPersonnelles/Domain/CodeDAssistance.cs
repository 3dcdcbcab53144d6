using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>Six digits that a person reads out to the support, so that it may look at their screen. Ten minutes, one use, five tries; only a hash is kept.</summary>
internal sealed class CodeDAssistance : IJournalisee
{
    public const int Chiffres = 6;
    public const int EssaisMax = 5;
    public static readonly TimeSpan Validite = TimeSpan.FromMinutes(10);

    /// <summary>For how long the support looks.</summary>
    public static readonly TimeSpan DureeDuRegard = TimeSpan.FromMinutes(30);

    private const int OctetsDeSel = 16;

    // Six digits are few: a slow hash for who would have read the database within the ten minutes.
    private const int Tours = 100_000;

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }

    [HorsJournal]
    public required byte[] Sel { get; init; }

    [HorsJournal]
    public required byte[] Empreinte { get; init; }

    public required DateTimeOffset CreeLe { get; init; }
    public required DateTimeOffset ExpireLe { get; init; }
    public DateTimeOffset? UtiliseLe { get; set; }
    public int Essais { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>A new code, and what is kept of it.</summary>
    public static (string Code, CodeDAssistance Garde) Nouveau(Guid id, Guid compte, DateTimeOffset maintenant)
    {
        var code = RandomNumberGenerator.GetString("0123456789", Chiffres);
        var sel = RandomNumberGenerator.GetBytes(OctetsDeSel);
        return (code, new CodeDAssistance { Id = id, Compte = compte, Sel = sel, Empreinte = EmpreinteDe(code, sel), CreeLe = maintenant, ExpireLe = maintenant + Validite });
    }

    public static byte[] EmpreinteDe(string code, byte[] sel) => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), sel, Tours, HashAlgorithmName.SHA256, 32);

    /// <summary>The digits of what was typed, spaces set aside; null when it can't be a code.</summary>
    public static string? Lire(string? saisi)
    {
        var code = string.Concat((saisi ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));
        return code.Length == Chiffres && code.All(char.IsAsciiDigit) ? code : null;
    }
}
