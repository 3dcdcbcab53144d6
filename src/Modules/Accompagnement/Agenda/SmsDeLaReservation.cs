using System.Globalization;
using System.Security.Cryptography;
using FaireAvec.Accompagnement.Domain.Agenda;
using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Normes;
using Microsoft.AspNetCore.DataProtection;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>
/// « Ne plus recevoir de SMS », from the page of a booking: no message of the platform to this number any more, as if it had answered STOP. Whoever has the link
/// may say it, since the worst is a reminder less. Back again is for the one who just said it: a link doesn't prove that a number is one's own, and somebody
/// else could book with it; later, the number itself says so by SMS.
/// </summary>
internal sealed class SmsDeLaReservation(ContactsDesReservations contacts, Desinscriptions desinscriptions, ICourtsMessages courtsMessages, IDataProtectionProvider protection, TimeProvider horloge)
{
    /// <summary>The time to change one's mind.</summary>
    public static readonly TimeSpan PourRevenir = TimeSpan.FromHours(1);

    private readonly IDataProtector _sceau = protection.CreateProtector("accompagnement.reprise_des_sms");

    /// <summary>True when a number answers STOP and REPRENDRE.</summary>
    public bool ParReponse => courtsMessages.MentionDeStop.Length > 0;

    /// <summary>The number to which reminders go; null when none was agreed to.</summary>
    public NumeroDeMobile? Numero(Reservation reservation) => contacts.MobileAccorde(reservation);

    /// <summary>Whether it said stop; null without a number.</summary>
    public async Task<bool?> ArretesAsync(Reservation reservation, CancellationToken annulation) =>
        Numero(reservation) is { } numero ? await desinscriptions.EstDesinscritAsync(numero, annulation) : null;

    /// <summary>No more messages. Gives what lets who said it come back; null when there is nothing to stop.</summary>
    public async Task<string?> ArreterAsync(Reservation reservation, CancellationToken annulation)
    {
        if (Numero(reservation) is not { } numero || await desinscriptions.EstDesinscritAsync(numero, annulation))
        {
            return null;
        }

        await desinscriptions.DesinscrireAsync(numero, "page", annulation);
        return _sceau.Protect(string.Create(CultureInfo.InvariantCulture, $"{reservation.Id:N} {horloge.GetUtcNow().UtcTicks}"));
    }

    /// <summary>Messages again, by what <see cref="ArreterAsync"/> gave. False when it says nothing any more.</summary>
    public async Task<bool> ReprendreAsync(Reservation reservation, string? reprise, CancellationToken annulation)
    {
        if (Numero(reservation) is not { } numero || !Vaut(reservation, reprise))
        {
            return false;
        }

        await desinscriptions.ReinscrireAsync(numero, annulation);
        return true;
    }

    /// <summary>True while it lets one come back.</summary>
    public bool Vaut(Reservation reservation, string? reprise)
    {
        if (reprise is not { Length: > 0 and < 500 })
        {
            return false;
        }

        try
        {
            var parties = _sceau.Unprotect(reprise).Split(' ');
            return parties is [var id, var ticks] && id == reservation.Id.ToString("N") && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var instant)
                && horloge.GetUtcNow().UtcTicks - instant is >= 0 and var age && age <= PourRevenir.Ticks;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
