using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Agenda;

/// <summary>
/// When and where a médiateur receives: the same weekday every one, two or four weeks, or a single day (a stop of the bus). Times are those of the clock on
/// the wall of the place.
/// </summary>
internal sealed class Disponibilite : IJournalisee
{
    public const int LieuMax = 200;

    /// <summary>Of one médiateur at most, over ones not counted.</summary>
    public const int Max = 200;

    /// <summary>Lengths of a slot, in minutes.</summary>
    public static readonly IReadOnlyList<int> Durees = [15, 20, 30, 45, 60, 90, 120];

    public required Guid Id { get; init; }

    /// <summary>The médiateur.</summary>
    public required Guid Compte { get; init; }

    public required Guid Organisation { get; init; }

    /// <summary>Id of the place on the map.</summary>
    public required string Lieu { get; init; }

    /// <summary>Zone of the place (IANA).</summary>
    public required string Fuseau { get; init; }

    /// <summary>Its département: its public holidays.</summary>
    public string? Departement { get; init; }

    public Guid? Salle { get; init; }

    /// <summary>The first day; its weekday is the one of the others.</summary>
    public required DateOnly Depuis { get; init; }

    /// <summary>The last day, included; null when it isn't known.</summary>
    public DateOnly? Jusqua { get; set; }

    /// <summary>Every how many weeks: 1, 2 or 4.</summary>
    public int Semaines { get; init; } = 1;

    public required TimeOnly De { get; init; }
    public required TimeOnly A { get; init; }

    /// <summary>Length of a slot, in minutes.</summary>
    public required int Duree { get; init; }

    /// <summary>True when people book by themselves; otherwise who receives gives the appointments.</summary>
    public bool EnLigne { get; set; } = true;

    /// <summary>True for a stop of somebody who travels.</summary>
    public bool Tournee { get; init; }

    public required DateTimeOffset CreeeLe { get; init; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>A day chosen for itself: a holiday doesn't close it.</summary>
    public bool UnSeulJour => Jusqua == Depuis;

    /// <summary>True on the days when it holds.</summary>
    public bool SeTient(DateOnly jour) => jour >= Depuis && (Jusqua is not { } fin || jour <= fin) && (jour.DayNumber - Depuis.DayNumber) % (7 * Math.Max(Semaines, 1)) == 0;

    /// <summary>Its slots of a day: one after the other from the first minute, each of its true length, as long as they end in time.</summary>
    public IEnumerable<Plage> Decouper(DateOnly jour)
    {
        var zone = HeuresLocales.Zone(Fuseau);
        var fin = HeuresLocales.Instant(zone, jour, A);
        var duree = TimeSpan.FromMinutes(Duree);
        for (var debut = HeuresLocales.Instant(zone, jour, De); debut + duree <= fin; debut += duree)
        {
            yield return new(debut, debut + duree);
        }
    }

    /// <summary>True when both hold on some same day at some same time: nobody is in two places.</summary>
    public bool SeMelangeA(Disponibilite autre)
    {
        if (autre.De >= A || De >= autre.A || autre.Depuis.DayOfWeek != Depuis.DayOfWeek)
        {
            return false;
        }

        var (debut, fin) = (Depuis > autre.Depuis ? Depuis : autre.Depuis, Plus(Jusqua, autre.Jusqua));
        // The rhythms are 1, 2 and 4: within four weeks they have met, or never do.
        for (var jour = debut; jour < debut.AddDays(28) && (fin is not { } f || jour <= f); jour = jour.AddDays(7))
        {
            if (SeTient(jour) && autre.SeTient(jour))
            {
                return true;
            }
        }

        return false;
    }

    private static DateOnly? Plus(DateOnly? a, DateOnly? b) => a is null ? b : b is null || a < b ? a : b;
}
