using System.Buffers.Text;
using System.Security.Cryptography;
using FaireAvec.Accompagnement.Personnes;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>What a signed link is for.</summary>
internal enum UsageDeJeton
{
    /// <summary>Shown when one books: see, confirm, move, give up.</summary>
    Reservation,

    /// <summary>Sent by mail: the same, and the address is the person's.</summary>
    Courriel,

    /// <summary>Of a form that we made: its id is ours, so that sent twice it is one booking.</summary>
    Formulaire,
}

/// <summary>Signed links without an account: the id and a keyed hash of it, in 43 characters that fit an SMS. Nothing is kept; nobody makes one without the key.</summary>
internal sealed class JetonsDeReservation(ClesDesPersonnes cles)
{
    private const int Signature = 16;
    private const int Octets = 16 + Signature;

    public async Task<string> DonnerAsync(Guid id, UsageDeJeton usage, CancellationToken annulation)
    {
        var octets = new byte[Octets];
        id.TryWriteBytes(octets, bigEndian: true, out _);
        (await SignerAsync(id, usage, annulation)).CopyTo(octets.AsSpan(16));
        return Base64Url.EncodeToString(octets);
    }

    /// <summary>The id and what the link is for; null when it isn't one of ours.</summary>
    public async Task<(Guid Id, UsageDeJeton Usage)?> LireAsync(string? jeton, CancellationToken annulation)
    {
        var octets = new byte[Octets + 2];
        if (jeton is not { Length: 43 } || !Base64Url.TryDecodeFromChars(jeton, octets, out var lus) || lus != Octets)
        {
            return null;
        }

        var id = new Guid(octets.AsSpan(0, 16), bigEndian: true);
        foreach (var usage in Enum.GetValues<UsageDeJeton>())
        {
            var signature = await SignerAsync(id, usage, annulation);
            if (CryptographicOperations.FixedTimeEquals(octets.AsSpan(16, Signature), signature))
            {
                return (id, usage);
            }
        }

        return null;
    }

    private async Task<byte[]> SignerAsync(Guid id, UsageDeJeton usage, CancellationToken annulation) => (await cles.HacherAsync($"reservation\n{usage}\n{id:N}", annulation))[..Signature];
}
