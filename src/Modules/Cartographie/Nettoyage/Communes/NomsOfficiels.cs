using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage.Communes;

/// <summary>Paris, Lyon and Marseille, and their arrondissements: one town, several INSEE codes.</summary>
internal static class NomsOfficiels
{
    private static readonly HashSet<string> VillesAArrondissements = new(StringComparer.Ordinal) { "75056", "69123", "13055" };

    public static bool AArrondissements(string codeInsee) => VillesAArrondissements.Contains(codeInsee);

    /// <summary>The name of the whole town for an arrondissement.</summary>
    public static string De(Commune commune) => commune.CommuneMere switch
    {
        "75056" => "Paris",
        "69123" => "Lyon",
        "13055" => "Marseille",
        _ => commune.Nom,
    };

    /// <summary>Code of the whole town.</summary>
    public static string Mere(Commune commune) => commune.CommuneMere ?? commune.CodeInsee;
}
