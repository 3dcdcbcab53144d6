using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Comptes.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace FaireAvec.Comptes.Invitations;

/// <summary>What a link says, once its seal is found good.</summary>
internal sealed record JetonLu(Guid Invitation, int Envoi, byte[] Adresse);

/// <summary>
/// The link of an invitation: the invitation, its sending and its address, sealed with the keys of the platform. Made when the message leaves and kept
/// nowhere, so that neither the database nor the journal holds anything that opens.
/// </summary>
internal sealed class JetonsDInvitation(IDataProtectionProvider protection)
{
    private const int OctetsDAdresse = 16;
    private const int Octets = 16 + 4 + OctetsDAdresse;

    // A sealed token is some 150 characters long; no text beyond is worth reading.
    private const int Max = 400;

    private readonly IDataProtector _sceau = protection.CreateProtector("FaireAvec.Comptes.Invitation.v1");

    public string Faire(Invitation invitation)
    {
        var clair = new byte[Octets];
        invitation.Id.TryWriteBytes(clair);
        BinaryPrimitives.WriteInt32BigEndian(clair.AsSpan(16), invitation.Envoi);
        Adresse(invitation.CleDuCourriel).CopyTo(clair, 20);
        return WebEncoders.Base64UrlEncode(_sceau.Protect(clair));
    }

    /// <summary>What the link says, or null when it isn't one of ours.</summary>
    public JetonLu? Lire(string? jeton)
    {
        if (jeton is not { Length: > 0 and <= Max } || jeton.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            return null;
        }

        try
        {
            var clair = _sceau.Unprotect(WebEncoders.Base64UrlDecode(jeton));
            return clair.Length == Octets ? new JetonLu(new Guid(clair.AsSpan(0, 16)), BinaryPrimitives.ReadInt32BigEndian(clair.AsSpan(16)), clair[20..]) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>True when the link was made for the address of this invitation.</summary>
    public static bool EstPour(JetonLu jeton, Invitation invitation) => CryptographicOperations.FixedTimeEquals(jeton.Adresse, Adresse(invitation.CleDuCourriel));

    private static byte[] Adresse(string cle) => SHA256.HashData(Encoding.UTF8.GetBytes(cle))[..OctetsDAdresse];
}
