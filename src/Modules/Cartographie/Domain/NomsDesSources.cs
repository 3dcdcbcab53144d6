namespace FaireAvec.Cartographie.Domain;

/// <summary>Names of the producers of data, as people know them. They are proper names: the same in every language.</summary>
internal static class NomsDesSources
{
    private static readonly Dictionary<string, string> Noms = new(StringComparer.Ordinal)
    {
        ["aidants-connect"] = "Aidants Connect",
        ["aix-en-provence"] = "Aix-en-Provence",
        ["angers"] = "Angers",
        ["bus-fs-charente"] = "Bus France services de la Charente",
        ["cd35"] = "Ille-et-Vilaine",
        ["cd72"] = "Sarthe",
        ["conseiller-numerique"] = "Conseillers numériques",
        ["corse"] = "Corse",
        ["cr93"] = "Seine-Saint-Denis",
        ["dora"] = "Dora",
        ["epernay"] = "Épernay",
        ["etapes-numerique"] = "Étapes numériques (La Poste)",
        ["fibre-64"] = "La Fibre 64 (Pyrénées-Atlantiques)",
        ["france-services"] = "France services",
        ["france-tiers-lieux"] = "France Tiers-Lieux",
        ["gironde"] = "Gironde",
        ["haute-vienne"] = "Haute-Vienne",
        ["hinaura"] = "Hinaura (Auvergne-Rhône-Alpes)",
        ["hub-antilles"] = "Mednum Antilles",
        ["hub-lo"] = "Hub-Lo (Centre-Val de Loire)",
        ["la-creuse"] = "Creuse",
        ["maine-et-loire"] = "Maine-et-Loire",
        ["nouvelle-caledonie"] = "Nouvelle-Calédonie",
        ["odspep"] = "Pôle emploi (Odspep)",
        ["paca"] = "Provence-Alpes-Côte d’Azur",
        ["siao"] = "Hébergement d’urgence (SIAO)",
        ["ultra-num"] = "Hub UltraNumérique",
    };

    /// <summary>Codes and names.</summary>
    public static IReadOnlyDictionary<string, string> Tous => Noms;

    /// <summary>The name of a source; its code when no name is known.</summary>
    public static string De(string source) => Noms.GetValueOrDefault(source, source);
}
