using System.Globalization;
using System.Net;
using System.Net.Sockets;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Accompagnement.Personnes;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Resultats;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>
/// Robots fill workshops: so many bookings to come for one person (telephone, address of mail or card), so many in an hour from one network address.
/// <c>FAIREAVEC_LIMITES=non</c> lifts the second for 127.0.0.1, as everywhere.
/// </summary>
internal sealed class LimitesDesReservations(ClesDesPersonnes cles, IHttpContextAccessor contexte, IConfiguration configuration, TimeProvider horloge)
{
    private static readonly TimeSpan Fenetre = TimeSpan.FromHours(1);

    /// <summary>Counts, one at a time for each of them until the end of the transaction; puts the hash of the network address on the booking.</summary>
    public async Task<Erreur?> ExaminerAsync(FaireAvecDb db, Reservation r, ParametresDAgenda parametres, CancellationToken annulation)
    {
        var maintenant = horloge.GetUtcNow();
        var adresse = await AdresseAsync(annulation);
        r.EmpreinteDeLAdresse = adresse;
        string[] verrous = [.. new[] { r.EmpreinteDuTelephone, r.EmpreinteDuCourriel, adresse, r.Personne?.ToByteArray() }.OfType<byte[]>().Select(Convert.ToHexString).Distinct().Order(StringComparer.Ordinal)];
        foreach (var verrou in verrous)
        {
            await VerrousDAgenda.VerrouillerAsync(db, $"reservation:{verrou}", annulation);
        }

        if (adresse is not null)
        {
            var depuis = maintenant - Fenetre;
            var recentes = await db.Set<RendezVous>().CountAsync(x => x.EmpreinteDeLAdresse == adresse && x.PriseLe > depuis && x.Remplace == null, annulation)
                + await db.Set<Inscription>().CountAsync(x => x.EmpreinteDeLAdresse == adresse && x.PriseLe > depuis, annulation);
            if (recentes >= parametres.ParAdresse)
            {
                return ErreursAgenda.TropPourUneAdresse;
            }
        }

        var (telephone, courriel, personne) = (r.EmpreinteDuTelephone, r.EmpreinteDuCourriel, r.Personne);
        if (telephone is null && courriel is null && personne is null)
        {
            return null;
        }

        var aVenir = await db.Set<RendezVous>().CountAsync(x => x.Etat == EtatDeRendezVous.Pris && x.Debut > maintenant && (x.TenueJusqua == null || x.TenueJusqua > maintenant)
                && ((telephone != null && x.EmpreinteDuTelephone == telephone) || (courriel != null && x.EmpreinteDuCourriel == courriel) || (personne != null && x.Personne == personne)), annulation)
            + await db.Set<Inscription>().CountAsync(x => (x.Etat == EtatDInscription.Confirmee || x.Etat == EtatDInscription.EnAttente || (x.Etat == EtatDInscription.Inscrite && x.TenueJusqua > maintenant))
                && db.Set<AtelierPrevu>().Any(a => a.Id == x.Atelier && a.AnnuleLe == null && a.Debut > maintenant)
                && ((telephone != null && x.EmpreinteDuTelephone == telephone) || (courriel != null && x.EmpreinteDuCourriel == courriel) || (personne != null && x.Personne == personne)), annulation);
        return aVenir < parametres.ParContact ? null : ErreursAgenda.TropPourUnContact with { Message = string.Format(CultureInfo.InvariantCulture, ErreursAgenda.TropPourUnContact.Message, aVenir) };
    }

    // An IPv6 subscriber has a whole /64.
    private async Task<byte[]?> AdresseAsync(CancellationToken annulation)
    {
        var adresse = contexte.HttpContext?.Connection.RemoteIpAddress;
        if (adresse is not null && IPAddress.IsLoopback(adresse) && configuration["FAIREAVEC_LIMITES"] == "non")
        {
            return null;
        }

        var texte = adresse switch
        {
            null => "inconnue",
            { IsIPv4MappedToIPv6: true } => adresse.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(adresse.GetAddressBytes().AsSpan(0, 8)),
            _ => adresse.ToString(),
        };
        return await cles.HacherAsync($"adresse de reservation\n{texte}", annulation);
    }
}
