namespace FaireAvec.Accompagnement.Orientations;

/// <summary>Addresses of orientations.</summary>
internal static class LiensDesOrientations
{
    public const string Orienter = "/orienter";
    public const string Liste = "/orientations";
    public const string Reception = "/orientations/reception";
    public const string Chiffres = "/orientations/chiffres";
    public const string Parcours = "/parcours-usager";
    public const string FicheDeParcours = "/parcours-usager/fiche";

    /// <summary>A need that is kept: to send it, or to send it on.</summary>
    public static string OrienterLeBesoin(Guid besoin) => $"/orienter?besoin={besoin}";

    public static string Orientation(Guid id) => $"/orientations/{id}";

    public static string Imprimer(Guid id) => $"/orientations/{id}/imprimer";

    public static string Jeton(string jeton) => $"/orientation/{jeton}";
}
