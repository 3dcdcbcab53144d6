using FaireAvec.Accompagnement.Calendriers;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.ICalendar;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Accompagnement.Calendriers;

/// <summary>The demonstration, with an agenda that the test fills and calendars that may be on this machine.</summary>
public sealed class SiteDesCalendriers() : ApplicationDeTest(Reglages())
{
    internal static AgendaDeTest Agenda { get; } = new();

    public static Guid Camille => Personas.Toutes.Single(p => p.Role == Role.Mediateur).Id;

    private static ReglagesDeTest Reglages() => new()
    {
        AvecDonnees = true,
        Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Calendriers:BoucleLocale"] = "true", ["Site:Adresse"] = "https://inclusion.example" },
        Services = s => s.AddSingleton<IAgendaAPublier>(Agenda),
    };

    internal sealed class AgendaDeTest : IAgendaAPublier
    {
        public List<MomentPublie> DuMediateur { get; } = [];

        public List<MomentPublie> DuLieu { get; } = [];

        public Task<IReadOnlyList<MomentPublie>> DuMediateurAsync(FaireAvecDb db, Guid compte, Guid organisation, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation) =>
            Task.FromResult<IReadOnlyList<MomentPublie>>(compte == Camille ? DuMediateur : []);

        public Task<IReadOnlyList<MomentPublie>> AteliersDuLieuAsync(FaireAvecDb db, string lieu, DateTimeOffset de, DateTimeOffset a, CancellationToken annulation) => Task.FromResult<IReadOnlyList<MomentPublie>>(DuLieu);

        public static MomentPublie Moment(int id, DateTimeOffset debut) => new(new Guid($"01a21000-0000-7000-8000-{id:x12}"), debut, debut.AddMinutes(30), "Europe/Paris", "Médiathèque Exemple", EtatICalendar.Confirme, 1, HorlogeFactice.Depart);
    }
}
