using System.Security.Cryptography;
using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Orientations;

/// <summary>
/// The link of a receiver without an account: it opens one orientation, nothing else, until a date or until it is taken back. Only a hash is kept: a
/// stolen base opens nothing.
/// </summary>
internal sealed class LienDOrientation : IJournalisee
{
    /// <summary>Longer than the 21 days of the answer: the arrival and the result come after.</summary>
    public static readonly TimeSpan Validite = TimeSpan.FromDays(60);

    private const int Octets = 32;

    public required Guid Id { get; init; }
    public required Guid Orientation { get; init; }

    [HorsJournal]
    public required byte[] Empreinte { get; init; }

    public required DateTimeOffset CreeLe { get; init; }
    public required DateTimeOffset ExpireLe { get; init; }
    public DateTimeOffset? RetireLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    public bool Valable(DateTimeOffset maintenant) => RetireLe is null && maintenant < ExpireLe;

    /// <summary>What goes into the address: 256 random bits.</summary>
    public static string NouveauJeton() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Octets));

    /// <summary>The hash of what an address holds; null when it can't be a token of ours.</summary>
    public static byte[]? EmpreinteDe(string? jeton)
    {
        Span<byte> octets = stackalloc byte[Octets];
        return jeton is { Length: Octets * 2 } && Convert.FromHexString(jeton, octets, out _, out var lus) == System.Buffers.OperationStatus.Done && lus == Octets ? SHA256.HashData(octets) : null;
    }
}
