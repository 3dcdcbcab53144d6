using System.Globalization;
using FaireAvec.Ui.Ressources;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FaireAvec.Ui.Composants;

/// <summary>
/// What a page tells the layout, by ViewData: <c>ViewData[Gabarit.Titre] = "…"</c>. Sections that a page may define: <c>Tete</c> (in the head: JSON-LD with
/// type application/ld+json, links), <c>Fil</c> (breadcrumb), <c>Bandeau</c> (above the header).
/// </summary>
public static class Gabarit
{
    /// <summary>Title of the page, without the name of the site. Required.</summary>
    public const string Titre = "Title";

    /// <summary>One sentence for search engines.</summary>
    public const string Description = "Description";

    /// <summary>Content of meta robots: "noindex".</summary>
    public const string Robots = "Robots";

    /// <summary>Canonical address, absolute or from the root.</summary>
    public const string Canonique = "Canonique";

    /// <summary>true: the page draws its own full-width bands, with <c>class="fa-large"</c> inside each.</summary>
    public const string PleineLargeur = "PleineLargeur";

    /// <summary>A list of <see cref="LienDeNavigation"/> instead of the public one.</summary>
    public const string Navigation = "Navigation";

    /// <summary>true: nothing but the page, for a sheet to print or a widget.</summary>
    public const string Nu = "Nu";

    /// <summary>true: the page exists in one language, so the link to the other one isn't shown.</summary>
    public const string UneLangue = "UneLangue";

    private const string ImageDePartage = "/ui/icone-512.png";

    /// <summary>The public navigation.</summary>
    public static IReadOnlyList<LienDeNavigation> NavigationPublique =>
    [
        new(Textes.NavTrouver, "/", "/lieux"),
        new(Textes.NavEntrainer, "/s-entrainer", "/s-entrainer"),
        new(Textes.NavComprendre, "/comprendre", "/comprendre"),
    ];

    internal static IReadOnlyList<LienDeNavigation> NavigationDuPied =>
    [
        new(Textes.PiedAccessibilite, "/accessibilite"),
        new(Textes.PiedDonnees, "/donnees-ouvertes"),
        new(Textes.PiedVie, "/vie-privee"),
        new(Textes.PiedMentions, "/mentions-legales"),
        new(Textes.PiedContact, "/contact"),
        new(Textes.PiedFalc, "/facile-a-lire"),
        new(Textes.PiedPlan, "/plan-du-site"),
        new(Textes.PiedProfessionnels, "/connexion"),
    ];

    internal static string TitreComplet(ViewDataDictionary donnees)
    {
        var titre = donnees[Titre] as string;
        if (string.IsNullOrWhiteSpace(titre))
        {
            throw new InvalidOperationException("This page has no title. Write ViewData[Gabarit.Titre] = \"…\" at its top.");
        }

        return $"{(donnees.ModelState.ErrorCount == 0 ? "" : Textes.ErreurPrefixe)}{titre} – FaireAvec";
    }

    /// <summary>An address of the site with its scheme and host; one that has them stays.</summary>
    internal static string Absolue(HttpRequest requete, string adresse) => adresse.StartsWith('/') ? $"{requete.Scheme}://{requete.Host}{requete.PathBase}{adresse}" : adresse;

    /// <summary>
    /// What is shown where somebody shares the page (Open Graph); null for a page that has no description, or that isn't to be found. A list of results isn't to
    /// be found but for its places (« noindex, follow »): it is to be shared, and its whole address with it.
    /// </summary>
    internal static (string Titre, string Description, string Adresse, string Image, string Langue)? Partage(HttpRequest requete, ViewDataDictionary donnees) =>
        donnees[Robots] as string != "noindex" && donnees[Titre] is string titre && donnees[Description] is string description
            ? (titre, description, Absolue(requete, donnees[Canonique] as string ?? $"{requete.Path}{requete.QueryString}"), Absolue(requete, ImageDePartage), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "fr_FR" : "en_GB")
            : null;

    /// <summary>Where the language link leads: the endpoint /langue keeps the choice and comes back.</summary>
    internal static (string Adresse, string Code, string Nom) AutreLangue(HttpRequest requete)
    {
        var (code, nom) = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? ("en", "English") : ("fr", "Français");
        return (Langue(requete, code), code, nom);
    }

    /// <summary>The same page in this language, or in easy French (<see cref="TextesFaciles.Code"/>): the endpoint /langue keeps the choice and comes back.</summary>
    public static string Langue(HttpRequest requete, string code)
    {
        var retour = HttpMethods.IsGet(requete.Method) || HttpMethods.IsHead(requete.Method) ? $"{requete.PathBase}{requete.Path}{requete.QueryString}" : $"{requete.PathBase}{requete.Path}";
        return $"/langue?vers={code}&retour={Uri.EscapeDataString(retour)}";
    }
}
