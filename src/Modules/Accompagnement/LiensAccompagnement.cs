namespace FaireAvec.Accompagnement;

/// <summary>The addresses of the module.</summary>
internal static class LiensAccompagnement
{
    public const string Aujourdhui = "/aujourd-hui";
    public const string Activites = "/activites";
    public const string NouvelleActivite = "/activites/nouvelle";
    public const string Brouillon = "/activites/brouillon";
    public const string Equipe = "/equipe";
    public const string Modeles = "/activites/modeles";

    public static string Activite(Guid id) => $"/activites/{id}";

    public static string ModifierActivite(Guid id) => $"/activites/{id}/modifier";

    public static string SupprimerActivite(Guid id) => $"/activites/{id}/supprimer";

    public static string NouvelleDeType(string type) => $"{NouvelleActivite}?type={type}";

    public static string Dupliquer(Guid id) => $"{NouvelleActivite}?copie={id}";

    public static string ReprendreBrouillon(Guid id) => $"{NouvelleActivite}?brouillon={id}";

    public static string DepuisModele(Guid id) => $"{NouvelleActivite}?modele={id}";
}
