using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using FaireAvec.Comptes.Domain;
using FaireAvec.Kernel.Donnees;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Comptes.Connexion;

/// <summary>
/// Slows down whoever tries codes. Counted for an account in one browser that it knows, else for an account from one address: a stranger who fails a
/// thousand times slows down themselves, never the person.
/// </summary>
internal sealed class Freins(TimeProvider horloge)
{
    /// <summary>Whom and where, for an account.</summary>
    public static async Task<byte[]> CleAsync(FaireAvecDb db, HttpContext contexte, Guid compte, CancellationToken annulation)
    {
        var appareil = CookieSecret.Appareil.Lire(contexte.Request);
        var connu = appareil is not null && await db.Set<NavigateurConnu>().AnyAsync(n => n.Compte == compte && n.Empreinte == appareil, annulation);
        return Hacher($"facteur|{compte:N}|{(connu ? Convert.ToHexString(appareil!) : Adresse(contexte))}");
    }

    /// <summary>Whom and where, for links asked for: what was typed, known or not.</summary>
    public static byte[] CleDeDemande(HttpContext contexte, string courriel) => Hacher($"lien|{courriel}|{Adresse(contexte)}");

    /// <summary>How long to wait still, or null. Until the end of the transaction nobody else counts under this key: two hundred tries at once are two hundred tries.</summary>
    public async Task<TimeSpan?> AttenteAsync(FaireAvecDb db, byte[] cle, CancellationToken annulation)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({Convert.ToHexString(cle)}, 1))", annulation);
        return (await db.Set<Frein>().FirstOrDefaultAsync(f => f.Cle == cle, annulation))?.Attente(horloge.GetUtcNow());
    }

    /// <summary>One more failure; the caller saves.</summary>
    public async Task CompterAsync(FaireAvecDb db, byte[] cle, CancellationToken annulation)
    {
        var frein = await db.Set<Frein>().FirstOrDefaultAsync(f => f.Cle == cle, annulation);
        if (frein is null)
        {
            frein = new Frein { Cle = cle };
            db.Add(frein);
        }

        frein.Compter(horloge.GetUtcNow());
    }

    /// <summary>A success forgets the failures; the caller saves.</summary>
    public static async Task RelacherAsync(FaireAvecDb db, byte[] cle, CancellationToken annulation)
    {
        if (await db.Set<Frein>().FirstOrDefaultAsync(f => f.Cle == cle, annulation) is { } frein)
        {
            db.Remove(frein);
        }
    }

    // An IPv6 subscriber has a whole /64.
    private static string Adresse(HttpContext contexte) => contexte.Connection.RemoteIpAddress switch
    {
        null => "inconnue",
        { IsIPv4MappedToIPv6: true } a => a.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } a => Convert.ToHexString(a.GetAddressBytes().AsSpan(0, 8)),
        var a => a.ToString(),
    };

    private static byte[] Hacher(FormattableString texte) => SHA256.HashData(Encoding.UTF8.GetBytes(texte.ToString(CultureInfo.InvariantCulture)));
}
