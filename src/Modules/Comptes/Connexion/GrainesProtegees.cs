using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Comptes.Connexion;

/// <summary>Seeds of codes, closed by Data Protection. The purpose holds the id of what has the seed: put on another row, it doesn't open.</summary>
internal sealed class GrainesProtegees(IDataProtectionProvider protection)
{
    private const string But = "FaireAvec.Comptes.Graine";

    public byte[] Fermer(Guid de, byte[] graine) => Protecteur(de).Protect(graine);

    /// <summary>Null when the keys that closed it are lost: the person goes by another way.</summary>
    public byte[]? Ouvrir(Guid de, byte[] chiffree)
    {
        try
        {
            return Protecteur(de).Unprotect(chiffree);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protecteur(Guid de) => protection.CreateProtector(But, de.ToString("N"));
}
