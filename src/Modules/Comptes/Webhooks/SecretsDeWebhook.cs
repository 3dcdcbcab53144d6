using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Comptes.Webhooks;

/// <summary>Protects the secrets that sign: whoever reads the database, or a stolen backup, can't sign in our name.</summary>
internal sealed class SecretsDeWebhook(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protecteur = protection.CreateProtector("FaireAvec.Comptes.Webhooks");

    public string Fermer(string secret) => _protecteur.Protect(secret);

    public string Ouvrir(string garde) => _protecteur.Unprotect(garde);
}
