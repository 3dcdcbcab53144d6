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
    public static async Task<ParametresDAgenda> LireAsync(FaireAvecDb db, DateTimeOffset maintenant, CancellationToken annulation)
    {
        var jour = JourDeParis.De(maintenant);
        async Task<long> DeAsync(string cle, long defaut) => await db.ParametreAsync($"accompagnement.{cle}", jour, annulation) ?? defaut;
        return new(
            TimeSpan.FromMinutes(await DeAsync("tenue_minutes", 15)), TimeSpan.FromMinutes(await DeAsync("tenue_courriel_minutes", 60)), TimeSpan.FromHours(await DeAsync("offre_heures", 12)),
            (int)await DeAsync("reservations_par_contact", 3), (int)await DeAsync("reservations_par_adresse", 10));
    }
}
