using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>Proof that somebody accepted the terms: who, when, which version, and the hash of the text that they read.</summary>
internal sealed class AcceptationDesConditions : IJournalisee
{
    public const int VersionMax = 20;

    public required Guid Id { get; init; }
    public required Guid Compte { get; init; }
    public required string Version { get; init; }
    public required DateTimeOffset Le { get; init; }

    /// <summary>SHA-256 of the text.</summary>
    public required byte[] Empreinte { get; init; }

    string IJournalisee.IdJournal => Id.ToString();
}
