namespace FaireAvec.Cartographie.Horaires.Calendrier;

/// <summary>
/// The school zone of each département: A, B, C, Corsica, and one for each overseas territory.
/// Source: Ministry of Education, zones in force since 2015 (order of 16 April 2015), académies and their départements.
/// </summary>
internal static class ZonesScolaires
{
    private static readonly Dictionary<string, string> Noms = new(StringComparer.Ordinal)
    {
        ["corse"] = "corse",
        ["guadeloupe"] = "971",
        ["martinique"] = "972",
        ["guyane"] = "973",
        ["reunion"] = "974",
        ["la reunion"] = "974",
        ["saint pierre et miquelon"] = "975",
        ["mayotte"] = "976",
        ["wallis et futuna"] = "986",
        ["polynesie"] = "987",
        ["polynesie francaise"] = "987",
        ["nouvelle caledonie"] = "988",
    };

    /// <summary>The key of the zone of a département.</summary>
    public static string De(string departement) => departement switch
    {
        "25" or "39" or "70" or "90" // Besançon
            or "24" or "33" or "40" or "47" or "64" // Bordeaux
            or "03" or "15" or "43" or "63" // Clermont-Ferrand
            or "21" or "58" or "71" or "89" // Dijon
            or "07" or "26" or "38" or "73" or "74" // Grenoble
            or "19" or "23" or "87" // Limoges
            or "01" or "42" or "69" // Lyon
            or "16" or "17" or "79" or "86" => "a", // Poitiers
        "09" or "12" or "31" or "32" or "46" or "65" or "81" or "82" // Toulouse
            or "11" or "30" or "34" or "48" or "66" // Montpellier
            or "75" or "77" or "78" or "91" or "92" or "93" or "94" or "95" => "c", // Paris, Créteil, Versailles
        "2A" or "2B" => "corse",
        "977" or "978" => "971",
        { Length: 3 } => departement,
        _ => "b",
    };

    /// <summary>The key of a zone or département as a table writes it: « A », « Zone A », « Corse », « La Réunion », « 974 ». Null when it isn't one.</summary>
    public static string? Lire(string texte)
    {
        var nom = Kernel.Texte.TexteRecherche.Normaliser(texte).Trim();
        nom = nom.StartsWith("zone ", StringComparison.Ordinal) ? nom[5..] : nom;
        return nom is "a" or "b" or "c"
            ? nom
            : Noms.GetValueOrDefault(nom) ?? (CodesDepartements.TryLire(nom, out var departement) ? "departement " + departement : null);
    }
}
