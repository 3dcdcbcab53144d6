namespace FaireAvec.Accompagnement.Domain.Statistiques;

/// <summary>One night's count of everything, and where figures differed.</summary>
internal sealed class Recompte
{
    public required Guid Id { get; init; }
    public required DateTimeOffset FaitLe { get; init; }

    /// <summary>Months compared.</summary>
    public required int Mois { get; init; }

    /// <summary>In words; empty when everything was right.</summary>
    public required string[] Ecarts { get; init; }
}
