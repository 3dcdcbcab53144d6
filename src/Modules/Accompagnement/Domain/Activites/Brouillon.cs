namespace FaireAvec.Accompagnement.Domain.Activites;

/// <summary>An act being written: what was typed, as it was, right or wrong. Its id is the one that the act will have.</summary>
internal sealed class Brouillon
{
    /// <summary>Longest content, in characters.</summary>
    public const int ContenuMax = 20_000;

    /// <summary>Drafts of one person at most; beyond, the oldest go.</summary>
    public const int Max = 50;

    public required Guid Id { get; init; }
    public required Guid Auteur { get; init; }

    /// <summary>True for an action outside the place; false for an act.</summary>
    public bool AllerVers { get; init; }

    /// <summary>The form, in JSON.</summary>
    public required string Contenu { get; set; }

    public required DateTimeOffset ModifieLe { get; set; }
}
