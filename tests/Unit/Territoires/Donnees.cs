using FaireAvec.Territoires.Domain;

namespace FaireAvec.Tests.Unit.Territoires;

/// <summary>The shipped data, read once for all the tests.</summary>
internal static class Donnees
{
    /// <summary>The folder <c>data</c> at the root of the repository.</summary>
    public static string Dossier { get; } = Path.Combine(Racine(), "data");

    public static ReferentielTerritorial Territoires { get; } = ReferentielTerritorial.Charger(Dossier);

    private static string Racine()
    {
        var d = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(d.FullName, "FaireAvec.slnx")))
        {
            d = d.Parent ?? throw new DirectoryNotFoundException("FaireAvec.slnx was not found above the tests.");
        }

        return d.FullName;
    }
}
