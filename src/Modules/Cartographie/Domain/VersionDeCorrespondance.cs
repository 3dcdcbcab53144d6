using FaireAvec.Kernel.Journal;

namespace FaireAvec.Cartographie.Domain;

/// <summary>One version of the mapping of a source's file to the standard. Never changed once written: an import says which one it used.</summary>
internal sealed class VersionDeCorrespondance : IJournalisee
{
    public const int DocumentMax = 200_000;
    public const int NoteMax = 500;

    public required string Source { get; init; }

    /// <summary>1, 2, 3…</summary>
    public required int Version { get; init; }

    /// <summary>The JSON or YAML document.</summary>
    [HorsJournal]
    public required string Document { get; init; }

    public required string Auteur { get; init; }

    /// <summary>Why this version, in words.</summary>
    public string? Note { get; init; }

    public required DateTimeOffset CreeeLe { get; init; }

    string IJournalisee.IdJournal => $"{Source}/{Version}";
}
