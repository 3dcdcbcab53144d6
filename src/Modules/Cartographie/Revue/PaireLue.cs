using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Revue;

/// <summary>A pair as a person looks at it.</summary>
/// <param name="A">First record.</param>
/// <param name="B">Second record.</param>
/// <param name="Calcul">What the computation says of it.</param>
/// <param name="Decision">The verdict in force, if any.</param>
internal sealed record PaireLue(Lieu A, Lieu B, PaireARevoir Calcul, DecisionHumaine? Decision)
{
    public ClePaire Cle => new(A.Id, B.Id);

    /// <summary>Metres between them; null when one has no position, which says nothing about the pair.</summary>
    public double? DistanceM => IndexLieux.PositionDe(A) is { } a && IndexLieux.PositionDe(B) is { } b
        ? Distance.Km(a.Latitude, a.Longitude, b.Latitude, b.Longitude) * 1000
        : null;
}
