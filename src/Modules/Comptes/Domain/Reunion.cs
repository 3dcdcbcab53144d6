using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>Two organisations that were found to be one: the first goes into the second. Everything that moved is in <see cref="ElementReuni"/>, so that it can be undone.</summary>
internal sealed class Reunion : IJournalisee
{
    public const int MotifMax = 300;

    public required Guid Id { get; init; }

    /// <summary>The one that goes.</summary>
    public required Guid Absorbee { get; init; }

    /// <summary>The one that stays.</summary>
    public required Guid Gardee { get; init; }

    public required DateTimeOffset Le { get; init; }
    public required Guid? Par { get; init; }
    public required string Motif { get; init; }
    public DateTimeOffset? DefaiteLe { get; set; }
    public Guid? DefaitePar { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}

/// <summary>What kind of thing moved.</summary>
internal enum GenreDElement
{
    /// <summary>A membership: the line that ended, and the one that began in its place.</summary>
    Membre,

    /// <summary>A function, in the same way.</summary>
    Fonction,

    /// <summary>A place.</summary>
    Lieu,

    /// <summary>A team, whole.</summary>
    Equipe,

    /// <summary>An organisation of the network that it was the head of.</summary>
    Affiliee,

    /// <summary>An invitation that waited, cancelled.</summary>
    Invitation,
}

/// <summary>One thing that a merge moved.</summary>
internal sealed class ElementReuni
{
    public const int ReferenceMax = LieuDOrganisation.LieuMax;
    public const int DetailMax = 40;

    public required Guid Id { get; init; }
    public required Guid Reunion { get; init; }
    public required GenreDElement Genre { get; init; }

    /// <summary>The thing as it was: an id.</summary>
    public required string Avant { get; init; }

    /// <summary>What stands for it now; null when the organisation that stays had it already.</summary>
    public string? Apres { get; init; }

    /// <summary>What would be lost otherwise: the end that was planned, the day when a place was linked. In ISO 8601.</summary>
    public string? Detail { get; init; }
}
