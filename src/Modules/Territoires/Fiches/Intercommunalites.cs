using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Territoires.Fiches;

/// <summary>Names of EPCI for people: the file begins them with initials that few can read (« CC du Diois »).</summary>
internal static class Intercommunalites
{
    private static readonly (string Sigle, string Mots)[] Natures =
    [
        ("CC ", "Communauté de communes "),
        ("CA ", "Communauté d’agglomération "),
        ("CU ", "Communauté urbaine "),
    ];

    /// <summary>« Communauté de communes du Diois ».</summary>
    public static string NomEntier(Epci epci)
    {
        var (sigle, mots) = Array.Find(Natures, n => epci.Nom.StartsWith(n.Sigle, StringComparison.Ordinal));
        return sigle is null ? epci.Nom : mots + epci.Nom[sigle.Length..];
    }
}
