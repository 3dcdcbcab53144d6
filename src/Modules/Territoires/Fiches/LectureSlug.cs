using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Territoires.Fiches;

/// <summary>
/// Reads the last segment of an address: words for people, then the code, which alone counts ("loire-42"). The page sends a
/// segment that isn't the canonical one to the address that is.
/// </summary>
internal static class LectureSlug
{
    /// <summary>The code at the end: what follows the last hyphen, or the whole text.</summary>
    public static string Code(string slug) => slug[(slug.LastIndexOf('-') + 1)..];

    public static Region? Region(ITerritoires territoires, string slug) => territoires.Region(Code(slug));

    public static Departement? Departement(ITerritoires territoires, string slug) => territoires.Departement(Code(slug));

    /// <summary>The commune of today. An arrondissement leads to its commune: places are seldom told apart by arrondissement.</summary>
    public static Commune? Commune(ITerritoires territoires, string slug) =>
        territoires.Commune(Code(slug)) is { } commune ? territoires.Commune(commune.CommuneMere ?? commune.CodeInsee) : null;
}
