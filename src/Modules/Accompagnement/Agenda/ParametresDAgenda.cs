using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Temps;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>Delays and ceilings of bookings, of today.</summary>
/// <param name="Tenue">How long a place is kept for who gave no address.</param>
/// <param name="TenueParCourriel">How long for who must open a mail.</param>
/// <param name="Offre">How long a freed seat is offered to the first who waits.</param>
/// <param name="ParContact">Bookings to come of one person.</param>
/// <param name="ParAdresse">Bookings of one network address in an hour.</param>
internal sealed record ParametresDAgenda(TimeSpan Tenue, TimeSpan TenueParCourriel, TimeSpan Offre, int ParContact, int ParAdresse)
{
    private const string Minutes = "tenue_minutes";
    private const string MinutesParCourriel = "tenue_courriel_minutes";
    private const string HeuresDOffre = "offre_heures";
    private const string DUnContact = "reservations_par_contact";
    private const string DUneAdresse = "reservations_par_adresse";

    private static readonly string[] Cles = [Minutes, MinutesParCourriel, HeuresDOffre, DUnContact, DUneAdresse];

    public static async Task<ParametresDAgenda> LireAsync(FaireAvecDb db, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var lus = await db.ParametresAsync([.. Cles.Select(c => $"accompagnement.{c}")], JourDeParis.De(maintenant), annulation);
        long De(string cle, long defaut) => lus.GetValueOrDefault($"accompagnement.{cle}", defaut);
        return new(TimeSpan.FromMinutes(De(Minutes, 15)), TimeSpan.FromMinutes(De(MinutesParCourriel, 60)), TimeSpan.FromHours(De(HeuresDOffre, 12)), (int)De(DUnContact, 3), (int)De(DUneAdresse, 10));
    }
}
