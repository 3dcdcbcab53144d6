using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Normes;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie.Import;

/// <summary>
/// A row says several times where its place is: postal code, commune, position, telephone. When one is hundreds of kilometres from the others, the map must not send somebody there:
/// what contradicts the rest is put right when the rest decides, left out otherwise, and told in the report.
/// </summary>
internal sealed class CoherenceDeLaLocalisation(ITerritoires territoires)
{
    /// <summary>Puts the place right.</summary>
    /// <param name="lieu">Read from a row; its commune and its position may change.</param>
    /// <param name="avertir">Receives the column, what was written and why it isn't kept.</param>
    public void Appliquer(Lieu lieu, Action<string, string?, string> avertir)
    {
        var position = IndexLieux.PositionDe(lieu);
        if (ContreditParLeCodePostal(lieu, position))
        {
            var ecrite = $"{lieu.CodeInsee} {lieu.Commune}";
            var trouvee = CommuneDuCodePostal(lieu, position);
            lieu.CodeInsee = trouvee?.CodeInsee;
            lieu.Commune = trouvee?.Nom ?? lieu.Commune;
            avertir("code_insee", ecrite, trouvee is null
                ? $"Cette commune n’est pas dans le département du code postal {lieu.CodePostal} : son code est laissé de côté."
                : $"Cette commune n’est pas dans le département du code postal {lieu.CodePostal} : le lieu est rangé à {trouvee.Nom} ({trouvee.CodeInsee}).");
        }

        if (position is { } point && Centre(territoires.Commune(lieu.CodeInsee)) is { } centre && !EstProche(point, centre, lieu.CodeInsee))
        {
            (lieu.Latitude, lieu.Longitude) = (null, null);
            avertir("latitude", $"{point}", $"La position est à {point.DistanceA(centre) / 1000:F0} km de {lieu.Commune} : elle est laissée de côté.");
        }
    }

    private bool ContreditParLeCodePostal(Lieu lieu, Position? position)
    {
        var departements = territoires.DepartementsDuCodePostal(lieu.CodePostal);
        return territoires.Commune(lieu.CodeInsee) is { } commune
            && departements.Count > 0
            && !departements.Contains(commune.Departement)
            // The position is the third witness: near the commune, it is the postal code that is wrong. Unless the telephone rings where the postal code says: then
            // commune and position come from the same mistake, an address looked for in the whole country.
            && (SonneDans(lieu.Telephone, departements) || !(position is { } point && Centre(commune) is { } centre && EstProche(point, centre, commune.CodeInsee)));
    }

    // Overseas only: in the rest of France, a number no longer says where it rings.
    private static bool SonneDans(string? telephone, IReadOnlyList<string> departements) =>
        telephone is not null && departements.Any(d => PlanDeNumerotation.IndicatifDuDepartement(d) is { } indicatif and not "33" && telephone.StartsWith($"+{indicatif}", StringComparison.Ordinal));

    /// <summary>The commune of that name in the département of the postal code, or the only one that has this code, or the nearest of those.</summary>
    private Commune? CommuneDuCodePostal(Lieu lieu, Position? position)
    {
        var nom = SansArticle(lieu.Commune);
        var homonymes = territoires.DepartementsDuCodePostal(lieu.CodePostal).SelectMany(territoires.CommunesDuDepartement).Where(c => SansArticle(c.Nom) == nom).Take(2).ToList();
        if (homonymes.Count == 1)
        {
            return homonymes[0];
        }

        var possibles = territoires.CommunesDuCodePostal(lieu.CodePostal);
        return possibles.Count == 1 ? possibles[0]
            : position is { } point ? possibles.Where(c => Centre(c) is { } centre && EstProche(point, centre, c.CodeInsee)).MinBy(c => point.DistanceA(Centre(c)!.Value))
            : null;
    }

    private bool EstProche(Position point, Position centre, string? codeInsee) =>
        !PositionHorsDeSaCommune.Est(point.DistanceA(centre) / 1000, territoires.DepartementDeInsee(codeInsee));

    private static Position? Centre(Commune? commune) => commune is { Latitude: { } lat, Longitude: { } lon } ? new Position(lat, lon) : null;

    private static string SansArticle(string nom) => TexteRecherche.SansArticle(TexteRecherche.Normaliser(nom));
}
