using FaireAvec.Kernel.Journal;

namespace FaireAvec.Comptes.Domain;

/// <summary>A named team that somebody coordinates.</summary>
internal sealed class Equipe : IJournalisee
{
    public const int NomMax = 120;

    public required Guid Id { get; init; }
    public required Guid Organisation { get; set; }
    public required string Nom { get; set; }
    public required DateTimeOffset CreeeLe { get; init; }
    public DateTimeOffset? FermeeLe { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}

/// <summary>Somebody is in a team, or coordinates it, from an instant until another (excluded); one line at a time for each person, team and kind.</summary>
internal sealed class MembreDEquipe : IJournalisee
{
    public required Guid Id { get; init; }
    public required Guid Equipe { get; init; }
    public required Guid Compte { get; init; }

    /// <summary>True for who coordinates the team.</summary>
    public required bool Coordonne { get; init; }

    public required DateTimeOffset Debut { get; init; }
    public DateTimeOffset? Fin { get; set; }

    string IJournalisee.IdJournal => Id.ToString();
}
