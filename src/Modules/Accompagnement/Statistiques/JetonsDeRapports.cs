using System.Buffers.Text;
using System.Security.Cryptography;
using FaireAvec.Accompagnement.Personnes;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Signed links of shared reports: the id of the sharing and a keyed hash of it. Nobody makes one without the key; a wrong one costs no look at the database.</summary>
internal sealed class JetonsDeRapports(ClesDesPersonnes cles)
{
    private const int Signature = 16;
    private const int Octets = 16 + Signature;
    private const int Longueur = 43;

    public async Task<string> DonnerAsync(Guid partage, CancellationToken annulation)
    {
        var octets = new byte[Octets];
        partage.TryWriteBytes(octets, bigEndian: true, out _);
        var signature = await SignerAsync(partage, annulation);
        signature.CopyTo(octets, 16);
        return Base64Url.EncodeToString(octets);
    }

    /// <summary>The sharing that the link names; null when it isn't one of ours.</summary>
    public async Task<Guid?> LireAsync(string? jeton, CancellationToken annulation)
    {
        var octets = new byte[Octets + 2];
        if (jeton is not { Length: Longueur } || !Base64Url.IsValid(jeton) || !Base64Url.TryDecodeFromChars(jeton, octets, out var lus) || lus != Octets)
        {
            return null;
        }

        var partage = new Guid(octets.AsSpan(0, 16), bigEndian: true);
        var signature = await SignerAsync(partage, annulation);
        return CryptographicOperations.FixedTimeEquals(octets.AsSpan(16, Signature), signature) ? partage : null;
    }

    private async Task<byte[]> SignerAsync(Guid partage, CancellationToken annulation) => (await cles.HacherAsync($"rapport\n{partage:N}", annulation))[..Signature];
}
