using FaireAvec.Cartographie.Domain;

namespace FaireAvec.Cartographie.Publication;

/// <summary>What a publication says.</summary>
internal sealed record ContenuDePublication
{
    public required DateOnly Jour { get; init; }

    /// <summary>The places, ready to leave, in the order of their ids.</summary>
    public required IReadOnlyList<Lieu> Lieux { get; init; }

    public required IReadOnlyList<(string Source, Qualite Qualite)> Qualites { get; init; }

    public required Changements Changements { get; init; }

    /// <summary>Former ids and the places that took over.</summary>
    public required IReadOnlyDictionary<string, string> Redirections { get; init; }

    /// <summary>The sources that have at least one place.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Legal name of who publishes; null when the installation doesn't say.</summary>
    public string? Editeur { get; init; }
}
