using System.Security.Cryptography;
using System.Text;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>
/// Closes contacts, and hashes what is looked for without being read: cards, telephone numbers, addresses. The key of the hashes is made once, and kept
/// closed by Data Protection: a stolen base gives neither a card nor a number.
/// </summary>
internal sealed class ClesDesPersonnes(Base donnees, IDataProtectionProvider protection) : IDisposable
{
    /// <summary>Kinds of contacts: the same text isn't the same hash in both.</summary>
    public const string Telephone = "telephone";

    public const string Courriel = "courriel";

    private readonly IDataProtector _protection = protection.CreateProtector("accompagnement.sel");
    private readonly SemaphoreSlim _lecture = new(1, 1);
    private byte[]? _sel;

    /// <summary>What a card is found by.</summary>
    public Task<byte[]> EmpreinteAsync(NumeroDeCarte numero, SecretDeCarte secret, CancellationToken annulation) => HacherAsync($"carte\n{numero.Valeur}\n{secret.Valeur}", annulation);

    /// <summary>A contact, closed for this person: put on another row, it doesn't open.</summary>
    public async Task<ContactFerme?> FermerAsync(Guid personne, string sorte, string? contact, CancellationToken annulation) =>
        contact is null ? null : new(Fermer(personne, contact), await HacherAsync($"{sorte}\n{contact}", annulation));

    /// <summary>The contact; null when there is none, or when the keys that closed it are lost.</summary>
    public string? Ouvrir(Guid personne, byte[]? ferme)
    {
        try
        {
            return ferme is null ? null : Encoding.UTF8.GetString(Protecteur(personne).Unprotect(ferme));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Closed again for another person, to whom it goes.</summary>
    public byte[]? Refermer(Guid de, Guid pour, byte[] ferme) => Ouvrir(de, ferme) is { } contact ? Fermer(pour, contact) : null;

    /// <summary>The hash of a counter of failures.</summary>
    public async Task<byte[]> HacherAsync(string texte, CancellationToken annulation) => HMACSHA256.HashData(await SelAsync(annulation), Encoding.UTF8.GetBytes(texte));

    public void Dispose() => _lecture.Dispose();

    private byte[] Fermer(Guid personne, string contact) => Protecteur(personne).Protect(Encoding.UTF8.GetBytes(contact));

    private IDataProtector Protecteur(Guid personne) => protection.CreateProtector("FaireAvec.Accompagnement.Contact", personne.ToString("N"));

    private async Task<byte[]> SelAsync(CancellationToken annulation)
    {
        if (_sel is not null)
        {
            return _sel;
        }

        await _lecture.WaitAsync(annulation);
        try
        {
            if (_sel is null)
            {
                // Two nodes at once: the first one's is kept, and both read it.
                await using var commande = donnees.Application.CreateCommand("SELECT accompagnement.sel($1)");
                commande.Parameters.AddWithValue(_protection.Protect(RandomNumberGenerator.GetBytes(32)));
                _sel = _protection.Unprotect((byte[])(await commande.ExecuteScalarAsync(annulation))!);
            }

            return _sel;
        }
        finally
        {
            _lecture.Release();
        }
    }
}
