using FaireAvec.Kernel.Journal;

namespace FaireAvec.Cartographie.Domain;

/// <summary>A person's verdict on a pair of source records. It outlives every nightly run, until a person takes it back.</summary>
internal sealed class DecisionHumaine : IJournalisee
{
    public const int MotifMax = 500;

    public required Guid Id { get; init; }

    /// <summary>The lower id of the pair, in ordinal order.</summary>
    public required string LieuA { get; init; }

    public required string LieuB { get; init; }
    public required VerdictHumain Verdict { get; init; }
    public required string Auteur { get; init; }
    public string? Motif { get; init; }
    public required DateTimeOffset CreeeLe { get; init; }
    public DateTimeOffset? AnnuleeLe { get; private set; }

    string IJournalisee.IdJournal => $"{LieuA}|{LieuB}";

    /// <summary>The two ids in their order; two records, never one with itself.</summary>
    public static (string A, string B) Ordonner(string un, string autre) => string.CompareOrdinal(un, autre) switch
    {
        < 0 => (un, autre),
        > 0 => (autre, un),
        _ => throw new ArgumentException("A record isn't compared with itself.", nameof(autre)),
    };

    /// <summary>Takes the verdict back; false when it was already.</summary>
    public bool Annuler(DateTimeOffset maintenant)
    {
        if (AnnuleeLe is not null)
        {
            return false;
        }

        AnnuleeLe = maintenant;
        return true;
    }
}
