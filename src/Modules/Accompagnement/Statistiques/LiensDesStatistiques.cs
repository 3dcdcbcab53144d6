using Microsoft.AspNetCore.Http;

namespace FaireAvec.Accompagnement.Statistiques;

/// <summary>Addresses of figures and of reports.</summary>
internal static class LiensDesStatistiques
{
    public const string Statistiques = "/statistiques";
    public const string Cloture = "/statistiques/cloture";
    public const string Enregistrer = "/statistiques/rapports/enregistrer";
    public const string Rapports = "/statistiques/rapports";
    public const string Api = "/api/v1/statistiques";
    public const string Ouvertes = "/api/v1/statistiques/ouvertes";
    public const string OuvertesCsv = "/api/v1/statistiques/ouvertes.csv";

    public static string Rapport(Guid id) => $"/statistiques/rapports/{id}";

    public static string Partage(string jeton) => $"/statistiques/rapports/partage/{jeton}";

    public static string De(string chemin, ChiffresDemandes demandes, params IEnumerable<KeyValuePair<string, string?>> encore) =>
        $"{chemin}{QueryString.Create([.. demandes.Choix.Parametres(), .. demandes.Demande.Parametres(), .. encore])}";
}
