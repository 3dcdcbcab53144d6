using System.Net.Sockets;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.Domain.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Temps;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FaireAvec.Accompagnement.Personnes;

/// <summary>Makes cards, and finds people by them. The number alone finds nothing, and a wrong secret is told as an unknown number is.</summary>
internal sealed class CartesDesPersonnes(EnSysteme systeme, ClesDesPersonnes cles, Demandeur demandeur, IHttpContextAccessor contexte, TimeProvider horloge)
{
    private const int EssaisDeTirage = 8;

    /// <summary>A new card for this person, added to this context; the caller saves. The one before must be over.</summary>
    public async Task<CarteDonnee> AjouterAsync(FaireAvecDb db, Guid personne, CancellationToken annulation)
    {
        var (numero, secret) = await TirerAsync(annulation);
        var maintenant = horloge.GetUtcNow();
        db.Add(new CarteDeParcours { Id = Identifiants.Nouveau(horloge), Personne = personne, Numero = numero.Valeur, Empreinte = await cles.EmpreinteAsync(numero, secret, annulation), CreeeLe = maintenant });
        return new(personne, numero, secret, maintenant);
    }

    /// <summary>
    /// Keeps cards for a device that will give some without network: up to <see cref="CarteReservee.ParAppareil"/> with those that it holds. Those that it
    /// doesn't hold any more are freed: their answer was lost on the way.
    /// </summary>
    public async Task<IReadOnlyList<(NumeroDeCarte Numero, SecretDeCarte Secret)>> ReserverAsync(FaireAvecDb db, Appareil appareil, IReadOnlyCollection<string> tenues, CancellationToken annulation)
    {
        var ici = appareil.Id;
        await db.Set<CarteReservee>().Where(c => c.Appareil == ici && c.DonneeLe == null && !tenues.Contains(c.Numero)).ExecuteDeleteAsync(annulation);
        var libres = await db.Set<CarteReservee>().CountAsync(c => c.Appareil == ici && c.DonneeLe == null, annulation);
        var reservees = new List<(NumeroDeCarte, SecretDeCarte)>();
        for (var i = libres; i < CarteReservee.ParAppareil; i++)
        {
            var (numero, secret) = await TirerAsync(annulation);
            db.Add(new CarteReservee { Numero = numero.Valeur, Appareil = ici, Compte = appareil.Compte, Empreinte = await cles.EmpreinteAsync(numero, secret, annulation), ReserveeLe = horloge.GetUtcNow() });
            reservees.Add((numero, secret));
        }

        await db.SaveChangesAsync(annulation);
        return reservees;
    }

    // A number that is nobody's, and that no device holds.
    private async Task<(NumeroDeCarte Numero, SecretDeCarte Secret)> TirerAsync(CancellationToken annulation)
    {
        for (var essai = 0; ; essai++)
        {
            var (numero, secret) = (NumeroDeCarte.Nouveau(), SecretDeCarte.Nouveau());
            // Thirty-four thousand million numbers: one that is taken is rare, two in a row don't happen.
            if (essai >= EssaisDeTirage || !await systeme.FaireAsync(EnSysteme.Personnes, async (_, d) => await d.Set<CarteDeParcours>().AnyAsync(c => c.Numero == numero.Valeur, annulation) || await d.Set<CarteReservee>().AnyAsync(c => c.Numero == numero.Valeur, annulation), annulation))
            {
                return (numero, secret);
            }
        }
    }

    /// <summary>Ends the card in use and makes another one, in the caller's transaction: the old one is void at once.</summary>
    public async Task<CarteDonnee> RemplacerAsync(FaireAvecDb db, Guid personne, CancellationToken annulation)
    {
        foreach (var ancienne in await db.Set<CarteDeParcours>().Where(c => c.Personne == personne && c.FinieLe == null).ToListAsync(annulation))
        {
            ancienne.Finir(FinDeCarte.Remplacee, horloge.GetUtcNow());
        }

        await db.SaveChangesAsync(annulation);
        var donnee = await AjouterAsync(db, personne, annulation);
        await db.SaveChangesAsync(annulation);
        return donnee;
    }

    /// <summary>The person whose card this is. Failures are counted for the number, known or not, and for who tries.</summary>
    public async Task<Resultat<CarteDeParcours>> TrouverAsync(string? numero, string? secret, CancellationToken annulation)
    {
        // What can't be a number is seen by its check character: nothing was looked for.
        if (NumeroDeCarte.Lire(numero) is not { } lu)
        {
            return ErreursPersonnes.NumeroFaux;
        }

        if (SecretDeCarte.Lire(secret) is not { } code)
        {
            return ErreursPersonnes.SecretFaux;
        }

        var empreinte = await cles.EmpreinteAsync(lu, code, annulation);
        (byte[] Cle, int Libres)[] freins = [(await cles.HacherAsync($"frein\n{lu.Valeur}", annulation), FreinDesCartes.Libres), await QuiAsync(annulation)];
        return await systeme.FaireAsync<Resultat<CarteDeParcours>>(EnSysteme.Personnes, async (_, db) =>
        {
            var attente = TimeSpan.Zero;
            // Always in the same order, so that two tries never wait for each other in a circle; two hundred tries at once are two hundred tries.
            foreach (var cle in freins.Select(f => f.Cle).OrderBy(Convert.ToHexString, StringComparer.Ordinal))
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({Convert.ToHexString(cle)}, 2))", annulation);
                attente = (await db.Set<FreinDesCartes>().FirstOrDefaultAsync(f => f.Cle == cle, annulation))?.Attente(horloge.GetUtcNow()) is { } a && a > attente ? a : attente;
            }

            if (attente > TimeSpan.Zero)
            {
                return ErreursPersonnes.Attendez with { Message = string.Format(System.Globalization.CultureInfo.InvariantCulture, ErreursPersonnes.Attendez.Message, EnMots(attente)) };
            }

            if (await db.Set<CarteDeParcours>().AsNoTracking().FirstOrDefaultAsync(c => c.Empreinte == empreinte && c.FinieLe == null, annulation) is not { } carte)
            {
                foreach (var (cle, libres) in freins)
                {
                    await CompterAsync(db, cle, libres, annulation);
                }

                await db.SaveChangesAsync(annulation);
                return ErreursPersonnes.Carte;
            }

            // The number is released; whoever tries many numbers isn't, by one that they know.
            var duNumero = freins[0].Cle;
            await db.Set<FreinDesCartes>().Where(f => f.Cle == duNumero).ExecuteDeleteAsync(annulation);
            return carte;
        }, annulation);
    }

    /// <summary>« 45 secondes », « 4 minutes ».</summary>
    private static string EnMots(TimeSpan attente) => attente < TimeSpan.FromMinutes(1)
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Ceiling(attente.TotalSeconds)}\u00a0secondes")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Ceiling(attente.TotalMinutes)}\u00a0minutes");

    private async Task CompterAsync(FaireAvecDb db, byte[] cle, int libres, CancellationToken annulation)
    {
        var frein = await db.Set<FreinDesCartes>().FirstOrDefaultAsync(f => f.Cle == cle, annulation);
        if (frein is null)
        {
            frein = new FreinDesCartes { Cle = cle };
            db.Add(frein);
        }

        frein.Compter(horloge.GetUtcNow(), libres);
    }

    // An account answers for itself; somebody unknown is an address.
    private async Task<(byte[] Cle, int Libres)> QuiAsync(CancellationToken annulation) => demandeur.Identite is { } qui
        ? (await cles.HacherAsync($"frein\n{qui.Compte:N}", annulation), FreinDesCartes.Libres)
        : (await cles.HacherAsync($"frein\n{Adresse(contexte.HttpContext)}", annulation), FreinDesCartes.LibresPourUneAdresse);

    // An IPv6 subscriber has a whole /64.
    private static string Adresse(HttpContext? contexte) => contexte?.Connection.RemoteIpAddress switch
    {
        null => "inconnue",
        { IsIPv4MappedToIPv6: true } a => a.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } a => Convert.ToHexString(a.GetAddressBytes().AsSpan(0, 8)),
        var a => a.ToString(),
    };
}
