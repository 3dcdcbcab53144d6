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
    public const string Horaires = "/donnees/horaires";
    public const string Signalements = "/signalements";
    public const string Verifier = "/verifier-un-fichier";

    /// <summary>The places of one's organisation.</summary>
    public const string NosLieux = "/nos-lieux";

    public static string NotreLieu(string id) => $"{NosLieux}/{Uri.EscapeDataString(id)}";

    public static string CorrigerNotreLieu(string id) => $"{NotreLieu(id)}/corriger";

    public static string FermerNotreLieu(string id) => $"{NotreLieu(id)}/fermer";

    public static string Source(string code) => $"{Sources}/{Uri.EscapeDataString(code)}";

    public static string Import(Guid id) => $"{Imports}/{id}";

    /// <param name="id">A held import.</param>
    /// <param name="vers">"publier" or "refuser".</param>
    public static string Decider(Guid id, string vers) => $"{Import(id)}/decider?vers={vers}";

    public static string AnnulerImport(Guid id) => $"{Import(id)}/annuler";

    public static string ModifierSource(string code) => $"{Source(code)}/modifier";

    /// <param name="code">Code of the source.</param>
    /// <param name="vers">The state asked for.</param>
    public static string EtatDeSource(string code, Domain.EtatSource vers) => $"{Source(code)}/etat?vers={vers}";

    public static string Paire(string a, string b) => $"{Doublons}?a={Uri.EscapeDataString(a)}&b={Uri.EscapeDataString(b)}";

    public static string Groupe(string id) => $"{Groupes}/{Uri.EscapeDataString(id)}";

    public static string Lieu(string id) => $"{Lieux}/{Uri.EscapeDataString(id)}";

    /// <param name="format">"csv" or "xlsx".</param>
    public static string Modele(string format) => $"{Verifier}?handler=Modele&format={format}";

    public const string DefautsEnCsv = $"{Verifier}?handler=Defauts";

    public static string ModifierLieu(string id) => $"{Lieu(id)}/modifier";

    /// <param name="id">The record.</param>
    /// <param name="vers">"depublier", "republier", "accorder" or "retirer-accord".</param>
    public static string EtatDeLieu(string id, string vers) => $"{Lieu(id)}/etat?vers={vers}";

    public static string Arrets(string id) => $"{Lieu(id)}/arrets";

    /// <param name="groupe">The group.</param>
    /// <param name="fiche">The record that leaves it.</param>
    public static string Separer(string groupe, string fiche) => $"{Groupe(groupe)}/separer?fiche={Uri.EscapeDataString(fiche)}";

    public static string Correspondance(string source) => $"/donnees/correspondances/{Uri.EscapeDataString(source)}";

    public static string DifferenceDeVersions(string source, int de, int a) => $"{Correspondance(source)}/versions?de={de}&a={a}";

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
