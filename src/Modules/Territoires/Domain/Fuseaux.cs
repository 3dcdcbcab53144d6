namespace FaireAvec.Territoires.Domain;

/// <summary>Time zones (IANA) of the communes.</summary>
internal static class Fuseaux
{
    /// <summary>French Polynesia has three zones; elsewhere the département tells.</summary>
    public static string DeLaCommune(string codeInsee, string departement) => codeInsee switch
    {
        "98718" or "98723" or "98731" or "98746" or "98756" or "98757" => "Pacific/Marquesas",
        "98719" => "Pacific/Gambier",
        _ => DuDepartement(departement),
    };

    /// <summary>The zone of the chief town.</summary>
    public static string DuDepartement(string departement) => departement switch
    {
        "971" => "America/Guadeloupe",
        "972" => "America/Martinique",
        "973" => "America/Cayenne",
        "974" => "Indian/Reunion",
        "975" => "America/Miquelon",
        "976" => "Indian/Mayotte",
        "977" => "America/St_Barthelemy",
        "978" => "America/Marigot",
        "984" => "Indian/Kerguelen",
        "986" => "Pacific/Wallis",
        "987" => "Pacific/Tahiti",
        "988" => "Pacific/Noumea",
        "989" => "Etc/GMT+8",
        _ => "Europe/Paris",
    };
}
