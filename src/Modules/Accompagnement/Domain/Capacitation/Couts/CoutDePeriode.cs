using FaireAvec.Kernel.Journal;
using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>What a team cost over a period that is over, as who coordinates it says. In cents; null is « not known yet », 0 is « nothing ».</summary>
internal sealed class CoutDePeriode : IJournalisee
{
    /// <summary>Of one amount, in cents.</summary>
    public const long Max = 50_000_000_00;

    private const int AnneesMax = 3;

    public required Guid Id { get; init; }
    public required Guid Equipe { get; init; }

    /// <summary>Who said it last.</summary>
    public required Guid Auteur { get; set; }

    public required DateOnly Du { get; init; }
    public required DateOnly Au { get; init; }
    public required long? Poste { get; set; }
    public required long? Lieu { get; set; }
    public required long? Kit { get; set; }
    public required long? Pass { get; set; }
    public required DateTimeOffset NoteLe { get; set; }

    /// <summary>No more counted.</summary>
    public DateTimeOffset? RetireLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>The four amounts by name, in their order.</summary>
    public IReadOnlyList<(string Nom, long? Centimes)> Montants => [("Poste", Poste), ("Lieu", Lieu), ("Kit", Kit), ("Pass", Pass)];

    /// <summary>Null while one of the four isn't known: a full cost is full.</summary>
    public CoutComplet? Complet => this is { Poste: { } poste, Lieu: { } lieu, Kit: { } kit, Pass: { } pass } ? new(poste, lieu, kit, pass) : null;

    public bool Croise(DateOnly du, DateOnly au) => Du <= au && du <= Au;

    /// <summary>The first thing that is wrong with these dates, or null.</summary>
    public static Erreur? Periode(DateOnly du, DateOnly au, DateOnly aujourdhui) =>
        au < du ? ErreursDeCapacitation.PeriodeDuCout
        : au > aujourdhui ? ErreursDeCapacitation.PeriodePasFinie
        : au >= du.AddYears(AnneesMax) ? ErreursDeCapacitation.PeriodeTropLongue
        : null;
}
