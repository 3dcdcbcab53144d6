using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Capacitation;

/// <summary>The estimated share of a priority public in the population of a territory, with where the figure comes from: never one of ours.</summary>
internal sealed class PartDePublic : IJournalisee
{
    public const int SourceMax = 200;
    public const int TerritoireMax = 120;

    /// <summary>100 %.</summary>
    public const int Tout = 100_00;

    public required Guid Id { get; init; }
    public required Guid Auteur { get; set; }

    /// <summary>Of which team; null when a médiateur says it for themselves.</summary>
    public required Guid? Equipe { get; init; }

    /// <summary>Code of <see cref="PublicsPrioritaires.Tous"/>.</summary>
    public required string Public { get; init; }

    /// <summary>In hundredths of a percent: whole.</summary>
    public required int PourDixMille { get; set; }

    public required string Territoire { get; set; }
    public required string Source { get; set; }
    public required DateTimeOffset NoteLe { get; set; }
    public DateTimeOffset? RetireLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();

    /// <summary>From 0 to 1.</summary>
    public double Part => (double)PourDixMille / Tout;
}
