namespace FaireAvec.Cartographie.Recherche;

/// <summary>
/// Whom to ask where no place is known yet: the nearest collectivities that may have some, by code of département. Saint-Barthélemy is an hour from Saint-Martin and
/// Guadeloupe; Wallis-et-Futuna and French Polynesia are in the Pacific with New Caledonia. Saint-Pierre-et-Miquelon is near none.
/// </summary>
internal static class CollectivitesProches
{
    public static IReadOnlyList<string> De(string departement) => departement switch
    {
        "977" => ["978", "971"],
        "978" => ["977", "971"],
        "986" or "987" => ["988"],
        _ => [],
    };
}
