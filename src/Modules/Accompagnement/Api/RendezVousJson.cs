using System.Globalization;
using FaireAvec.Accompagnement.Domain.Agenda;

namespace FaireAvec.Accompagnement.Api;

/// <summary>An appointment that another system gives, in the name of a médiateur of its organisation.</summary>
internal sealed record RendezVousAPrendreJson
{
    /// <summary>Made by you, UUID of version 7 by preference: sent twice, it is one appointment.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account of the médiateur.</summary>
    public required Guid Mediateur { get; init; }

    /// <summary>Id of the place on the map.</summary>
    public required string Lieu { get; init; }

    /// <summary>Id of a room of that place.</summary>
    public Guid? Salle { get; init; }

    /// <summary>Day, where the place is.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Hour, where the place is: « 14:30 ».</summary>
    public required string Heure { get; init; }

    /// <summary>One of the durations of the agenda.</summary>
    public required int DureeMinutes { get; init; }

    /// <summary>First name, or the name that the person wants.</summary>
    public string? Prenom { get; init; }

    /// <summary>Of France; kept closed, erased three months after.</summary>
    public string? Telephone { get; init; }

    /// <summary>E-mail; kept closed, erased three months after.</summary>
    public string? Courriel { get; init; }

    /// <summary>True when the person asked for reminders by SMS.</summary>
    public bool Sms { get; init; }

    /// <summary>What they come for: a code.</summary>
    public string? Besoin { get; init; }

    /// <summary>Language of an interpreter: a code.</summary>
    public string? Interprete { get; init; }

    /// <summary>What to prepare: codes.</summary>
    public IReadOnlyList<string> Amenagements { get; init; } = [];
}

/// <summary>What becomes of an appointment: its state, or another moment; not both.</summary>
internal sealed record RendezVousAChangerJson
{
    /// <summary>confirme, honore, absent, annule.</summary>
    public string? Etat { get; init; }

    /// <summary>Id of the place; without it, the same.</summary>
    public string? Lieu { get; init; }

    /// <summary>Another day.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Another hour: « 14:30 ».</summary>
    public string? Heure { get; init; }

    /// <summary>Without it, the same.</summary>
    public int? DureeMinutes { get; init; }
}

/// <summary>An appointment as a client of its organisation reads it. Never who comes, nor for what.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Mediateur">The account of the médiateur.</param>
/// <param name="Lieu">Id of the place.</param>
/// <param name="Debut">When it begins.</param>
/// <param name="Fin">When it ends.</param>
/// <param name="Fuseau">Zone of the place.</param>
/// <param name="Etat">pris, honore, absent, annule, deplace.</param>
/// <param name="AConfirmer">True while it is only kept for a set time.</param>
/// <param name="EnLigne">True when the person took it on the site.</param>
/// <param name="Remplace">The one that it took the place of.</param>
/// <param name="PrisLe">When it was taken.</param>
/// <param name="Version">The one to give in If-Match.</param>
internal sealed record RendezVousLuJson(Guid Id, Guid Mediateur, string Lieu, DateTimeOffset Debut, DateTimeOffset Fin, string Fuseau, string Etat, bool AConfirmer, bool EnLigne, Guid? Remplace, DateTimeOffset PrisLe, int Version)
{
    // Kept for a set time until confirmed.
    public static RendezVousLuJson De(RendezVousLu r) => new(
        r.Id, r.Compte, r.Lieu, r.Debut, r.Fin, r.Fuseau, r.Etat.ToLower(CultureInfo.InvariantCulture), r.TenueJusqua is not null, r.Origine == nameof(OrigineDeReservation.EnLigne), r.Remplace, r.PriseLe, r.Version);

    public static IReadOnlyList<string> Etats { get; } = [.. Enum.GetNames<EtatDeRendezVous>().Select(e => e.ToLower(CultureInfo.InvariantCulture))];

    public static RendezVousLuJson De(RendezVous r) => new(
        r.Id, r.Compte, r.Lieu, r.Debut, r.Fin, r.Fuseau, r.Etat.ToString().ToLower(CultureInfo.InvariantCulture), r.TenueJusqua is not null, r.Origine == OrigineDeReservation.EnLigne, r.Remplace, r.PriseLe, r.Version);
}

/// <summary>Some appointments, by the hour.</summary>
/// <param name="RendezVous">Those that begin first come first.</param>
/// <param name="Suivant">To give in « apres » for what follows; null at the end.</param>
internal sealed record PageDeRendezVousJson(IReadOnlyList<RendezVousLuJson> RendezVous, string? Suivant);

/// <summary>What is free at a place.</summary>
/// <param name="Lieu">Its id.</param>
/// <param name="Fuseau">Its zone.</param>
/// <param name="Creneaux">By the hour.</param>
/// <param name="Reserver">Address of the page where one books.</param>
internal sealed record CreneauxJson(string Lieu, string Fuseau, IReadOnlyList<CreneauJson> Creneaux, string Reserver);

/// <param name="Debut">When it begins.</param>
/// <param name="Fin">When it ends.</param>
/// <param name="Places">How many can be taken at that moment.</param>
internal sealed record CreneauJson(DateTimeOffset Debut, DateTimeOffset Fin, int Places);
