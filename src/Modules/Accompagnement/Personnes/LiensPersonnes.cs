namespace FaireAvec.Accompagnement;

/// <summary>Addresses of the pages of people helped.</summary>
internal static class LiensPersonnes
{
    public const string Personnes = "/personnes";
    public const string Nouvelle = "/personnes/nouvelle";
    public const string ParNom = "/personnes/nouvelle/nom";
    public const string SansNom = "/personnes/nouvelle/sans-nom";
    public const string AvecCarte = "/personnes/carte";
    public const string MaCarte = "/ma-carte";

    public static string Personne(Guid id) => $"/personnes/{id}";

    public static string Modifier(Guid id) => $"/personnes/{id}/modifier";

    public static string Imprimer(Guid id) => $"/personnes/{id}/imprimer";

    public static string Carte(Guid id) => $"/personnes/{id}/carte";

    public static string Partage(Guid id) => $"/personnes/{id}/partage";

    public static string Objectif(Guid id, Guid objectif) => $"/personnes/{id}/objectifs/{objectif}";

    public static string Reunir(Guid id) => $"/personnes/{id}/reunir";

    public static string Fin(Guid id) => $"/personnes/{id}/fin";
}
