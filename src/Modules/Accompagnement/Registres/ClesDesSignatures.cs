using System.Security.Cryptography;
using System.Text;
using FaireAvec.Accompagnement.Domain.Registres;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Accompagnement.Registres;

/// <summary>Closes what somebody wrote and drew in a register, for this row alone: put on another one, it doesn't open. A stolen base shows no signature.</summary>
internal sealed class ClesDesSignatures(IDataProtectionProvider protection)
{
    private const string Prenom = "prenom";
    private const string Trace = "trace";

    public byte[]? FermerLePrenom(Guid signature, string? prenom) => Fermer(signature, Prenom, prenom);

    public byte[]? FermerLaTrace(Guid signature, TraceDeSignature? trace) => Fermer(signature, Trace, trace?.Ecrire());

    /// <summary>The first name; null for « sans nom », or when the keys that closed it are lost.</summary>
    public string? OuvrirLePrenom(SignatureDeRegistre signature) => Ouvrir(signature.Id, Prenom, signature.Prenom);

    /// <summary>The drawing; null when there is none, or when the keys that closed it are lost.</summary>
    public TraceDeSignature? OuvrirLaTrace(SignatureDeRegistre signature) =>
        Ouvrir(signature.Id, Trace, signature.Trace) is { } texte && TraceDeSignature.Lire(texte) is { Reussi: true } lue ? lue.Valeur : null;

    private byte[]? Fermer(Guid signature, string sorte, string? texte) => texte is null ? null : Protecteur(signature, sorte).Protect(Encoding.UTF8.GetBytes(texte));

    private string? Ouvrir(Guid signature, string sorte, byte[]? ferme)
    {
        try
        {
            return ferme is null ? null : Encoding.UTF8.GetString(Protecteur(signature, sorte).Unprotect(ferme));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protecteur(Guid signature, string sorte) => protection.CreateProtector("FaireAvec.Accompagnement.Signature", sorte, signature.ToString("N"));
}
