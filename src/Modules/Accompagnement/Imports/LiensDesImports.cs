namespace FaireAvec.Accompagnement.Imports;

/// <summary>The addresses of imports of acts.</summary>
internal static class LiensDesImports
{
    public const string Importer = "/importer";

    public static string Import(Guid id) => $"{Importer}/{id}";

    public static string Colonnes(Guid id) => $"{Importer}/{id}/colonnes";

    public static string Annuler(Guid id) => $"{Importer}/{id}/annuler";

    public static string Differences(Guid id) => $"{Importer}/{id}/differences";
}
