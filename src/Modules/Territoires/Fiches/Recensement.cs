namespace FaireAvec.Territoires.Fiches;

/// <summary>Year of the shipped populations (data/territoires/README.md): legal populations of 2023, in force on 1 January 2026, but for Mayotte.</summary>
internal static class Recensement
{
    /// <summary>The year, or null for the collectivities of the Pacific and the Southern lands: theirs come from several censuses.</summary>
    public static int? Annee(string departement) => departement switch
    {
        "976" => 2017,
        "984" or "986" or "987" or "988" or "989" => null,
        _ => 2023,
    };
}
