using FaireAvec.Accompagnement.Domain.Activites;

namespace FaireAvec.Accompagnement.Domain.ATraiter;

/// <summary>A workshop that comes back was to take place in the last two weeks, and no act of that day has its title. Today's one isn't late.</summary>
internal static class AtelierPasNote
{
    public const int Jours = 14;

    /// <param name="modele">The workshop.</param>
    /// <param name="titre">The title that its acts have.</param>
    /// <param name="notes">Days and titles of the acts of that time.</param>
    /// <param name="aujourdhui">Today.</param>
    public static IReadOnlyList<DateOnly> Manques(ModeleDActivite modele, string titre, IReadOnlyCollection<(DateOnly Jour, string Titre)> notes, DateOnly aujourdhui) =>
    [
        .. Enumerable.Range(1, Jours).Select(j => aujourdhui.AddDays(-j))
            .Where(j => modele.APrevoir(j) && !notes.Any(n => n.Jour == j && string.Equals(n.Titre, titre, StringComparison.OrdinalIgnoreCase))).Order(),
    ];
}
