using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Accompagnement.Jobs;
using FaireAvec.Accompagnement.Rappels;
using FaireAvec.Contracts.Accompagnement;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Purges;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using FaireAvec.Ui.Composants;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Accompagnement.Agenda;

/// <summary>Registration of the agenda and of booking: addresses, services, rights of the folders, job, menu.</summary>
internal static class AgendaExtensions
{
    public static IReadOnlyList<string> Routes { get; } = ["agenda", "reserver", "rendez-vous", "api/v1/rendez-vous", "api/v1/creneaux"];

    public static IReadOnlyList<EntreeDeMenu> Menu { get; } = [new("Agenda", LiensAgenda.Agenda, DroitsDeLAccompagnement.TenirUnAgenda, 2, GroupeDeMenu.Accompagner)];

    public static IReadOnlyList<TachePlanifiee> Taches { get; } = [new(TenirLAgenda.Nom, "30 */5 * * * ?", typeof(TenirLAgenda))];

    public static IServiceCollection AddAgenda(this IServiceCollection services)
    {
        services.AddSingleton<JetonsDeReservation>();
        services.AddSingleton<ProchainsCreneaux>();
        services.AddSingleton<IProchainsCreneaux>(s => s.GetRequiredService<ProchainsCreneaux>());
        services.AddScoped<LectureDesCreneaux>();
        services.AddScoped<ContactsDesReservations>();
        services.AddScoped<SmsDeLaReservation>();
        services.AddScoped<LimitesDesReservations>();
        services.AddScoped<ReservationsPubliques>();
        services.AddScoped<AteliersPrevus>();
        services.AddScoped<AteliersDuMediateur>();
        services.AddScoped<AgendaDuMediateur>();
        services.AddScoped<AbsencesPrevues>();
        services.AddScoped<Disponibilites>();
        services.AddScoped<CalendrierDuLieu>();
        services.AddScoped<DepartDActivite>();
        services.AddScoped<IRendezVousARappeler, RendezVousDeLAgenda>();
        services.AddScoped<IAgendaAPublier, AgendaPublie>();
        services.AddScoped<IDonneesDePersonne, DonneesDesRendezVous>();
        services.AddScoped<IPurge, PurgeDesRendezVous>();
        services.AddScoped<IPurge, PurgeDesAbsences>();
        services.AddGestionnaire<RendezVousPris, EnvoyerLesConfirmations>();
        services.AddGestionnaire<InscriptionPrise, EnvoyerLesConfirmations>();
        services.AddGestionnaire<PlaceLiberee, EnvoyerLesConfirmations>();
        services.AddGestionnaire<RendezVousAnnule, PrevenirDesChangements>();
        services.AddGestionnaire<RendezVousDeplace, PrevenirDesChangements>();
        services.AddGestionnaire<AtelierAnnule, PrevenirDesChangements>();
        return services;
    }

    public static PageConventionCollection PagesDeLAgenda(this PageConventionCollection pages) => pages
        .Professionnelles("Accompagnement", "/Agenda", DroitsDeLAccompagnement.TenirUnAgenda)
        .Droit("Accompagnement", "/Reserver", DroitRequis.Public);
}
