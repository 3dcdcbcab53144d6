using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.AllerVers;

/// <summary>
/// What makes a meeting work: where, for whom, what draws them, how many, which posture, how long, with what, with which peers, about what of their real
/// life, what comes next. Recorded once and never changed: the actions that used it keep their meaning. Another one is made, this one is put away.
/// </summary>
internal sealed class ConfigurationDAllerVers : IJournalisee
{
    public const int NomMax = 80;
    public const int TexteMax = 120;
    public const int TailleMax = 500;

    /// <summary>Of one médiateur at most.</summary>
    public const int Max = 50;

    public required Guid Id { get; init; }
    public required Guid Auteur { get; init; }
    public required Guid[] Equipes { get; init; }
    public required string Nom { get; init; }
    public string? Lieu { get; init; }
    public string? PublicCible { get; init; }

    /// <summary>Code of <see cref="ListesDAllerVers.Motifs"/>.</summary>
    public required string Motif { get; init; }

    public string? AutreMotif { get; init; }

    /// <summary>People at once.</summary>
    public int? Taille { get; init; }

    /// <summary>Code of <see cref="Activites.PosturesToutesPretes"/>.</summary>
    public string? Posture { get; init; }

    /// <summary>Minutes.</summary>
    public int? Duree { get; init; }

    public string? Supports { get; init; }

    /// <summary>Null when it isn't said.</summary>
    public bool? PairsPresents { get; init; }

    /// <summary>What of the people's own life it is about.</summary>
    public string? ObjetReel { get; init; }

    public string? Suite { get; init; }
    public required DateTimeOffset CreeeLe { get; init; }
    public DateTimeOffset? RetireeLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}
