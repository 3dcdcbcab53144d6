using System.Globalization;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Kernel.Texte;

namespace FaireAvec.Cartographie;

/// <summary>The addresses of the module's pages: nowhere else is one written.</summary>
internal static class Liens
{
    public const string Accueil = "/";

    public const string Lieux = "/lieux";

    /// <summary>The list of régions and départements, of Territoires.</summary>
    public const string Territoires = "/territoires";

    /// <summary>How to reach whoever runs the site.</summary>
    public const string Contact = "/contact";

    public const string Publications = "/publications";

    /// <summary>Where a site makes the code that shows the search in its own pages.</summary>
    public const string Integrer = "/integrer";

    /// <summary>The search to put in a frame of another site.</summary>
    public const string RechercheIntegree = "/integrer/recherche";

    /// <summary>The colours of that frame.</summary>
    public const string FeuilleIntegree = "/integrer/couleurs.css";

    /// <summary>The same search in JSON, in words, for the web component.</summary>
    public const string RechercheEnPhrases = "/api/v1/lieux/en-phrases";

    /// <summary>A file of the publication of a day.</summary>
    public static string Publication(DateOnly jour, string fichier) => string.Create(CultureInfo.InvariantCulture, $"{Publications}/{jour:yyyy-MM-dd}/{fichier}");

    /// <summary>A file of the latest publication.</summary>
    public static string DernierePublication(string fichier) => $"{Publications}/derniere/{fichier}";

    /// <summary>Where a producer confirms its places.</summary>
    public static string Exactitude(string jeton) => $"/exactitude/{jeton}";

    /// <summary>« /lieux/mediatheque-du-grand-pre-SOURCE_ID ».</summary>
    public static string Lieu(Lieu lieu) => $"/lieux/{TexteRecherche.Slug(lieu.Nom)}-{Uri.EscapeDataString(lieu.Id)}";

    public static string Imprimer(Lieu lieu) => $"{Lieu(lieu)}/imprimer";

    /// <summary>Where one books at this place, when it takes bookings: a page of Accompagnement, named by the end of the place's own address.</summary>
    public static string Reserver(Lieu lieu) => $"/reserver{Lieu(lieu)[Lieux.Length..]}";

    public static string Signaler(Lieu lieu) => $"{Lieu(lieu)}/signaler";

    /// <summary>Places around a position, which is rounded: a link never tells where somebody stood.</summary>
    public static string Autour(Position position) =>
        string.Create(CultureInfo.InvariantCulture, $"/lieux?lat={position.Arrondie.Latitude}&lon={position.Arrondie.Longitude}");
}
