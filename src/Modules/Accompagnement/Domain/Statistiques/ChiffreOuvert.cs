namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>One line of the open figures: what was done in a département in a month that ended. A value is null when it is hidden.</summary>
internal sealed class ChiffreOuvert
{
    /// <summary>Of the method: it changes when the same acts would give other figures.</summary>
    public const string VersionDeLaMethode = "1";

    public required DateOnly Mois { get; init; }
    public required string Departement { get; init; }

    /// <summary>Of <see cref="Indicateurs"/>.</summary>
    public required string Indicateur { get; init; }

    public int? Valeur { get; init; }

    public required DateTimeOffset CalculeLe { get; init; }

    public static IReadOnlyList<string> Indicateurs { get; } = ["accompagnements", "activites", "minutes"];
}
