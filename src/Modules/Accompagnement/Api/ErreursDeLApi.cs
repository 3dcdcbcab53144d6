using FaireAvec.Kernel.Resultats;

namespace FaireAvec.Accompagnement.Api;

/// <summary>The expected failures of the readings of the API: ACC-570 to ACC-589. A code is never used again.</summary>
internal static class ErreursDeLApi
{
    public static readonly Erreur Curseur = new("ACC-572", "Ce curseur n’est pas lisible. Reprenez la valeur de « suivant » telle quelle, ou recommencez sans « apres ».", "apres");
    public static readonly Erreur Taille = new("ACC-573", "« taille » est un nombre de 1 à 500.", "taille");
    public static readonly Erreur Periode = new("ACC-575", "« du » vient avant « au ».", "du");
    public static readonly Erreur Preconditions = new("ACC-576", "Dites quelle version vous changez : l’en-tête If-Match avec l’ETag que vous avez lu, par exemple If-Match: \"3\".", "if_match");
    public static readonly Erreur VersionDepassee = new("ACC-577", "Cette version n’est plus la dernière : relisez, puis recommencez.", "if_match");
    public static readonly Erreur ActiviteIntrouvable = new("ACC-578", "Ce compte rendu n’existe pas, ou il n’est pas à votre organisation.");
    public static readonly Erreur MediateurChange = new("ACC-579", "Un compte rendu ne change pas de médiateur. Supprimez-le, puis envoyez-en un autre.", "mediateur");

    public static readonly Erreur RendezVousDejaPris = new("ACC-580", "Cet identifiant est déjà celui d’un autre rendez-vous. Donnez-en un nouveau.", "id");

    /// <summary>Of a client that was let in on a territory.</summary>
    public static readonly Erreur HorsDuTerritoire = new("ACC-581", "Cet endroit n’est pas dans le territoire de votre accès. « GET /api/v1/moi » dit lequel.", "lieu");

    /// <summary>A parameter that isn't one of ours.</summary>
    public static Erreur Inconnu(string nom, IReadOnlyList<string> acceptes) => new("ACC-570", $"Le paramètre « {nom} » n’existe pas ici.", nom, acceptes);

    /// <summary>A parameter given several times.</summary>
    public static Erreur Repete(string nom) => new("ACC-571", $"Donnez « {nom} » une seule fois.", nom);

    /// <summary>A value that can't be read.</summary>
    public static Erreur Valeur(string nom, string attendu, IReadOnlyList<string>? acceptees = null) => new("ACC-574", $"« {nom} » : {attendu}.", nom, acceptees);

    /// <summary>A year that isn't published.</summary>
    public static Erreur Annee(IReadOnlyList<int> annees) =>
        Valeur("annee", "une des années publiées", [.. annees.Select(a => a.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
}
