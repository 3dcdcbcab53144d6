using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.DonneesPersonnelles.Domain;

/// <summary>The proof that somebody was erased: what was done, when, without saying who it was. The person has its code.</summary>
internal sealed class Effacement : IJournalisee
{
    public const int CodeMax = 32;
    public const int DetailMax = 2000;

    public required Guid Id { get; init; }

    /// <summary>The id that stays in memberships and journal; nothing says any more whose it was.</summary>
    public required Guid Personne { get; init; }

    public Guid? Demande { get; init; }
    public required DateTimeOffset FaitLe { get; init; }

    /// <summary>How many things each module erased: « comptes=5 ».</summary>
    public required string Detail { get; init; }

    /// <summary>True when the key of the journal was there and was destroyed.</summary>
    public required bool CleDetruite { get; init; }

    /// <summary>What the person keeps, when they asked: 128 random bits. Null when the delay of the register erased them.</summary>
    [HorsJournal]
    public string? Code { get; init; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>What the proof says, in one line: its hash shows that the proof wasn't changed.</summary>
    public string Empreinte => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Id:D}|{Personne:D}|{FaitLe.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'}|{Detail}|{(CleDetruite ? 1 : 0)}"))));

    /// <summary>A code that nobody guesses: 26 letters and digits without those that look alike.</summary>
    public static string NouveauCode() => RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 26);
}
