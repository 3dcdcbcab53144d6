using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>A place of the map where an organisation receives people. The id is the map's (Cartographie), which owns the place.</summary>
internal sealed class LieuDOrganisation : IJournalisee
{
    public const int LieuMax = 200;

    public required Guid Organisation { get; init; }
    public required string Lieu { get; init; }
    public required DateTimeOffset AjouteLe { get; init; }

    string IJournalisee.IdJournal => $"{Organisation}/{Lieu}";
}
