namespace FaireAvec.Accompagnement.Domain.Etiquettes;

/// <summary>What a team did under a label over a period.</summary>
/// <param name="Nom">Its name.</param>
/// <param name="Activites">Acts.</param>
/// <param name="Accompagnements">People helped, one for each act; null when they are so few that somebody could be found.</param>
internal sealed record TotalDEtiquette(string Nom, int Activites, int? Accompagnements)
{
    /// <summary>Fewer people than this aren't shown.</summary>
    public const int Seuil = 11;

    /// <summary>Adds up; a label that was joined to another counts with it. Nothing is left for a label without an act.</summary>
    /// <param name="compteurs">Of the period.</param>
    /// <param name="retenue">The label that each one turned out to be, or null for one that isn't the team's.</param>
    /// <param name="nom">Name of a label.</param>
    public static IReadOnlyList<TotalDEtiquette> De(IEnumerable<CompteurDEtiquette> compteurs, Func<Guid, Guid?> retenue, Func<Guid, string> nom) =>
    [
        .. compteurs.Select(c => (Etiquette: retenue(c.Etiquette), c.Activites, c.Accompagnements)).Where(c => c.Etiquette is not null).GroupBy(c => c.Etiquette!.Value)
            .Select(g => (Nom: nom(g.Key), Activites: g.Sum(c => c.Activites), Accompagnements: g.Sum(c => c.Accompagnements))).Where(t => t.Activites > 0)
            .OrderBy(t => t.Nom, StringComparer.CurrentCulture)
            .Select(t => new TotalDEtiquette(t.Nom, t.Activites, t.Accompagnements is > 0 and < Seuil ? null : t.Accompagnements)),
    ];
}
