using FaireAvec.Accompagnement.Agenda;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Browser.Accompagnement;

/// <summary>The signed link of an invented appointment: its key is made with the base.</summary>
internal static class ReservationAMontrer
{
    /// <summary>Stands for it in pages.txt.</summary>
    public const string Jeton = "{reservation}";

    public static Task<string> JetonAsync(ApplicationDeTest site) =>
        site.Services.GetRequiredService<JetonsDeReservation>().DonnerAsync(site.Services.GetRequiredService<IDemonstration>().IdDe("rendez-vous:4"), UsageDeJeton.Reservation, CancellationToken.None);
}
