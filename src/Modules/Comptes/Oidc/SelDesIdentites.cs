using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Comptes.Oidc;

/// <summary>
/// Hashes the number that somebody has at a provider, with a salt that only the product knows: two bases can't be compared by it, and a stolen one
/// doesn't give it. The salt is made once, and kept closed by Data Protection.
/// </summary>
internal sealed class SelDesIdentites(Base donnees, IDataProtectionProvider protection) : IDisposable
{
    private readonly IDataProtector _protection = protection.CreateProtector("comptes.sel-des-identites");
    private readonly SemaphoreSlim _lecture = new(1, 1);
    private byte[]? _sel;

    public async Task<byte[]> EmpreinteAsync(Federation federation, string sub, CancellationToken annulation) =>
        HMACSHA256.HashData(await SelAsync(annulation), Encoding.UTF8.GetBytes($"{federation}\n{sub}"));

    public void Dispose() => _lecture.Dispose();

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
                await using var commande = donnees.Application.CreateCommand("SELECT comptes.sel($1)");
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
