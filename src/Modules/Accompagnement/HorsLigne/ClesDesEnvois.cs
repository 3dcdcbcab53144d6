using System.Security.Cryptography;
using System.Text;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Accompagnement.HorsLigne;

/// <summary>Closes what a device sent and that can't be written yet, for this row alone: put on another one, it doesn't open.</summary>
internal sealed class ClesDesEnvois(IDataProtectionProvider protection)
{
    public byte[] Fermer(Guid appareil, Guid envoi, string corps) => Protecteur(appareil, envoi).Protect(Encoding.UTF8.GetBytes(corps));

    /// <summary>The content; null when there is none left, or when the keys that closed it are lost.</summary>
    public string? Ouvrir(Envoi envoi)
    {
        try
        {
            return envoi.Corps is null ? null : Encoding.UTF8.GetString(Protecteur(envoi.Appareil, envoi.Id).Unprotect(envoi.Corps));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protecteur(Guid appareil, Guid envoi) => protection.CreateProtector("FaireAvec.Accompagnement.Envoi", appareil.ToString("N"), envoi.ToString("N"));
}
