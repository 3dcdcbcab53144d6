using FaireAvec.Accompagnement.Domain.Agenda;

namespace FaireAvec.Tests.Unit.Accompagnement.Agenda;

/// <summary>Tuesday mornings at a place: each test changes what it looks at.</summary>
internal static class AgendaDEssai
{
    /// <summary>Thursday 26 November 2026, ten in the morning in Paris.</summary>
    public static readonly DateTimeOffset Maintenant = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    public static readonly Guid Camille = Guid.Parse("01a21000-0000-7000-8000-0000000000a1");
    public static readonly Guid Organisation = Guid.Parse("01a21000-0000-7000-8000-0000000000a2");

    public static Disponibilite Mardis(string fuseau = "Europe/Paris", string de = "9:00", string a = "12:00", int duree = 45, DateOnly? depuis = null, DateOnly? jusqua = null, int semaines = 1, Guid? compte = null, Guid? salle = null) => new()
    {
        Id = Guid.CreateVersion7(Maintenant),
        Compte = compte ?? Camille,
        Organisation = Organisation,
        Lieu = "test_1",
        Fuseau = fuseau,
        Salle = salle,
        Depuis = depuis ?? new DateOnly(2026, 12, 1),
        Jusqua = jusqua,
        Semaines = semaines,
        De = HeureSaisie.Lire(de)!.Value,
        A = HeureSaisie.Lire(a)!.Value,
        Duree = duree,
        CreeeLe = Maintenant,
    };

    public static RendezVous RendezVous(DateTimeOffset? debut = null, DateTimeOffset? tenue = null)
    {
        var quand = debut ?? Maintenant.AddDays(1);
        return new() { Id = Guid.CreateVersion7(Maintenant), Compte = Camille, Organisation = Organisation, Lieu = "test_1", Fuseau = "Europe/Paris", Debut = quand, Fin = quand.AddMinutes(45), PriseLe = Maintenant, TenueJusqua = tenue };
    }

    public static Inscription Inscription(int capacite = 8) => new() { Id = Guid.CreateVersion7(Maintenant), Compte = Camille, Organisation = Organisation, Atelier = Organisation, Capacite = capacite, PriseLe = Maintenant };

    public static LieuDAgenda? Lieu(string? id) => id == "test_1" ? new LieuDAgenda("test_1", "Europe/Paris", "42") : null;

    public static bool JamaisFerie(DateOnly jour, string? departement) => false;
}
