using System.Globalization;
using System.Security.Cryptography;
using FaireAvec.Accompagnement.Domain.Imports;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Fichiers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Imports;

/// <summary>The deposited file, in parts, each closed for its own row: a file of 50 MB is never in memory, and any node may read it.</summary>
internal sealed class ContenuDImport(FaireAvecDb db, IDataProtectionProvider protection)
{
    /// <summary>Keeps the file, from its start.</summary>
    public async Task GarderAsync(Guid import, Guid auteur, Stream fichier, CancellationToken annulation)
    {
        fichier.Position = 0;
        var tampon = new byte[MorceauDImport.Taille];
        int lus;
        for (var rang = 0; (lus = await fichier.ReadAtLeastAsync(tampon, tampon.Length, throwOnEndOfStream: false, annulation)) > 0; rang++)
        {
            var morceau = new MorceauDImport { Import = import, Rang = rang, Auteur = auteur, Octets = Protecteur(import, rang).Protect(tampon[..lus]) };
            db.Add(morceau);
            await db.SaveChangesAsync(annulation);
            db.Entry(morceau).State = EntityState.Detached;
        }
    }

    /// <summary>The file, to be closed by who asks; null when it was erased, or when the keys that closed it are lost.</summary>
    public async Task<Stream?> OuvrirAsync(Guid import, CancellationToken annulation)
    {
        var fichier = FichierDePassage.Ouvrir();
        try
        {
            for (var rang = 0; ; rang++)
            {
                var r = rang;
                if (await db.Set<MorceauDImport>().AsNoTracking().Where(m => m.Import == import && m.Rang == r).Select(m => m.Octets).SingleOrDefaultAsync(annulation) is not { } octets)
                {
                    break;
                }

                await fichier.WriteAsync(Protecteur(import, rang).Unprotect(octets), annulation);
            }

            if (fichier.Length > 0)
            {
                fichier.Position = 0;
                return fichier;
            }

            await fichier.DisposeAsync();
            return null;
        }
        catch (CryptographicException)
        {
            await fichier.DisposeAsync();
            return null;
        }
        catch
        {
            await fichier.DisposeAsync();
            throw;
        }
    }

    private IDataProtector Protecteur(Guid import, int rang) => protection.CreateProtector("FaireAvec.Accompagnement.Import", import.ToString("N"), rang.ToString(CultureInfo.InvariantCulture));
}
