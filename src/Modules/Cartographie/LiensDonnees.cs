using FaireAvec.Cartographie.Ressources;
using FaireAvec.Ui.Composants;

namespace FaireAvec.Cartographie;

/// <summary>The addresses of the pages of those who keep the data: nowhere else is one written, but for each page's own directive.</summary>
internal static class LiensDonnees
{
    public const string Aujourdhui = "/donnees";
    public const string Sources = "/donnees/sources";
    public const string NouvelleSource = "/donnees/sources/nouvelle";
    public const string Importer = "/donnees/importer";
    public const string Imports = "/donnees/imports";
    public const string Doublons = "/donnees/doublons";
    public const string ListeDesDoublons = "/donnees/doublons/liste";
    public const string Groupes = "/donnees/doublons/groupes";
    public const string Lieux = "/donnees/lieux";
    public const string NouveauLieu = "/donnees/lieux/nouveau";
    public const string Signalements = "/signalements";
    public const string VerifierUnFichier = "/verifier-un-fichier";

    public static string Source(string code) => $"{Sources}/{Uri.EscapeDataString(code)}";

    public static string Import(Guid id) => $"{Imports}/{id}";

    public static string Paire(string a, string b) => $"{Doublons}?a={Uri.EscapeDataString(a)}&b={Uri.EscapeDataString(b)}";

    public static string Groupe(string id) => $"{Groupes}/{Uri.EscapeDataString(id)}";

    public static string Lieu(string id) => $"{Lieux}/{Uri.EscapeDataString(id)}";

    public static string Correspondance(string source) => $"/donnees/correspondances/{Uri.EscapeDataString(source)}";

    /// <summary>The navigation of these pages.</summary>
    public static IReadOnlyList<LienDeNavigation> Navigation =>
    [
        new(MotsDonnees.T("Nav.Aujourdhui"), Aujourdhui),
        new(MotsDonnees.T("Nav.Sources"), Sources, Sources) { AutresSections = ["/donnees/correspondances"] },
        new(MotsDonnees.T("Nav.Importer"), Importer, Importer) { AutresSections = [Imports] },
        new(MotsDonnees.T("Nav.Doublons"), Doublons, Doublons),
        new(MotsDonnees.T("Nav.Lieux"), Lieux, Lieux),
        new(MotsDonnees.T("Nav.Signalements"), Signalements, Signalements),
    ];
}
