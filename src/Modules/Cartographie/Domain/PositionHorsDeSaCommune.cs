namespace FaireAvec.Cartographie.Domain;

/// <summary>
/// A position so far from the centre of its commune that one of the two is wrong: nobody is sent there. The same limit for the files of the standard and for those that a mapping
/// reads. Outlines of communes aren't known here; how the limits were chosen is in Nettoyage/README.md.
/// </summary>
internal static class PositionHorsDeSaCommune
{
    /// <summary>The largest commune of metropolitan France is 30 km across; a carrier's address may be in the next town.</summary>
    public const double LimiteKm = 50;

    /// <summary>Guyane has communes as large as a département.</summary>
    public const double LimiteEnGuyaneKm = 200;

    /// <summary>True when they can't both be right.</summary>
    /// <param name="distanceKm">From the position to the centre of the commune.</param>
    /// <param name="departement">That of the commune.</param>
    public static bool Est(double distanceKm, string? departement) => distanceKm > (EnGuyane(departement) ? LimiteEnGuyaneKm : LimiteKm);

    /// <summary>True where communes are that large.</summary>
    public static bool EnGuyane(string? departement) => departement == "973";
}
