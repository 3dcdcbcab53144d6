using System.Security.Cryptography;
using System.Text;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Normes;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Kernel.CourtsMessages;

/// <summary>
/// What a number is recognised by without being kept. The key is made once and closed by Data Protection: whoever takes the base alone can't try all the
/// numbers of France against it.
/// </summary>
internal sealed class EmpreintesDeNumeros(Base donnees, IDataProtectionProvider protection) : IDisposable
{
    private readonly IDataProtector _protection = protection.CreateProtector("noyau.sel_des_numeros");
    private readonly SemaphoreSlim _lecture = new(1, 1);
    private byte[]? _sel;

    public async Task<byte[]> DeAsync(NumeroDeMobile numero, CancellationToken annulation) => HMACSHA256.HashData(await SelAsync(annulation), Encoding.UTF8.GetBytes(numero.E164));

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
                await using var commande = donnees.Application.CreateCommand("SELECT noyau.sel_des_numeros($1)");
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
