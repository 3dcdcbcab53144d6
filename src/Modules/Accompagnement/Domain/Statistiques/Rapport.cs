using FaireAvec.Kernel.Journal;

namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>
/// Figures kept as they were when they were worked out, with a comment: for a meeting, for a funder. Two versions are kept: the author's, and the one that a
/// link opens to anybody, without small numbers.
/// </summary>
internal sealed class Rapport : IJournalisee
{
    public const int TitreMin = 3;
    public const int TitreMax = 120;
    public const int CommentaireMax = 5_000;

    /// <summary>Reports of one author.</summary>
    public const int Max = 100;

    public const int JoursMax = 365;
    public const int JoursParDefaut = 90;

    public required Guid Id { get; init; }
    public required Guid Auteur { get; init; }

    /// <summary>For which the author worked then: they find it again there only.</summary>
    public required Guid Organisation { get; init; }

    public required NiveauDePerimetre Niveau { get; init; }

    /// <summary>« Médiathèque Exemple », « Loire »: whose figures they are.</summary>
    public required string DeQui { get; init; }

    [Personnel]
    public required string Titre { get; set; }

    [Personnel]
    public string? Commentaire { get; set; }

    public required DateOnly Du { get; init; }
    public required DateOnly Au { get; init; }

    /// <summary>What the figures were narrowed to, in words; empty for everything.</summary>
    [HorsJournal]
    public required string Choisi { get; init; }

    /// <summary>The tables, in JSON.</summary>
    [HorsJournal]
    public required string Blocs { get; init; }

    /// <summary>The tables that the link shows.</summary>
    [HorsJournal]
    public required string BlocsPourTous { get; init; }

    public required DateTimeOffset CalculeLe { get; init; }

    /// <summary>What the link names; null: it isn't shared. A new link is another one.</summary>
    [HorsJournal]
    public Guid? Partage { get; private set; }

    public DateTimeOffset? PartageExpireLe { get; private set; }

    string IJournalisee.IdJournal => Id.ToString();

    Guid? IJournalisee.PersonneConcernee => Auteur;

    public bool EstPartage(DateTimeOffset maintenant) => Partage is not null && PartageExpireLe > maintenant;

    public void Partager(Guid partage, DateTimeOffset jusqua) => (Partage, PartageExpireLe) = (partage, jusqua);

    public void RetirerLePartage() => (Partage, PartageExpireLe) = (null, null);
}
