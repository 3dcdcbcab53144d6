namespace FaireAvec.Contracts.Cartographie;

/// <summary>Where the public places come from, and what is not known of them: what a page about open data must say. In memory, immediate.</summary>
public interface ISourcesDesLieux
{
    /// <summary>The sources that have at least one public place, the largest first.</summary>
    IReadOnlyList<SourceDeLieux> Sources();

    /// <summary>Places held back from the map: shelters and residences whose manager hasn't opted in.</summary>
    int Retenus();

    /// <summary>The years of the oldest and of the newest date that can be believed; null when there is none.</summary>
    (int Premiere, int Derniere)? Annees();
}

/// <summary>One producer's public places.</summary>
/// <param name="Code">Code in the data ("conseiller-numerique"), accepted by the API as <c>source=</c>.</param>
/// <param name="Nom">Name to show.</param>
/// <param name="Lieux">Number of public places.</param>
/// <param name="SansPosition">Of which without a position.</param>
/// <param name="SansDate">Of which without a date that can be believed.</param>
/// <param name="ServicesDeduits">True when the services were deduced from the kind of place, not asked.</param>
public sealed record SourceDeLieux(string Code, string Nom, int Lieux, int SansPosition, int SansDate, bool ServicesDeduits);
