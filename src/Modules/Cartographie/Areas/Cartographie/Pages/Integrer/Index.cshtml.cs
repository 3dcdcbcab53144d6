using FaireAvec.Cartographie.Domain;
using FaireAvec.Cartographie.Domain.Integration;
using FaireAvec.Cartographie.Integration;
using FaireAvec.Cartographie.Recherche;
using FaireAvec.Cartographie.Ressources;
using FaireAvec.Contracts.Territoires;
using FaireAvec.Kernel.Web;
using FaireAvec.Ui.Formulaires;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FaireAvec.Cartographie.Areas.Cartographie.Pages.Integrer;

/// <summary>Where a town hall makes the code to paste in its own site: territory, colours, language, a look at it, the code. Nothing is kept: the address holds the choices.</summary>
internal sealed class IndexModel(ITerritoires territoires, AdresseDuSite adresseDuSite) : PageModel
{
    /// <summary>Height of the frame, in pixels, when the page around doesn't follow the content.</summary>
    public const int Hauteur = 700;

    [BindProperty(SupportsGet = true, Name = "ou")]
    public string? Ou { get; set; }

    [BindProperty(SupportsGet = true, Name = "commune")]
    public string? CodeDeCommune { get; set; }

    [BindProperty(SupportsGet = true, Name = "departement")]
    public string? Departement { get; set; }

    [BindProperty(SupportsGet = true, Name = "besoin")]
    public string? Besoin { get; set; }

    [BindProperty(SupportsGet = true, Name = "couleur")]
    public string? Couleur { get; set; }

    [BindProperty(SupportsGet = true, Name = "fond")]
    public string? Fond { get; set; }

    [BindProperty(SupportsGet = true, Name = "texte")]
    public string? Texte { get; set; }

    [BindProperty(SupportsGet = true, Name = "langue")]
    public string? Langue { get; set; }

    /// <summary>True once the form was sent, and can be answered.</summary>
    public bool Pret { get; private set; }

    /// <summary>Colours that can't be read and are replaced.</summary>
    public IReadOnlyList<string> Remplacees { get; private set; } = [];

    /// <summary>Address of the frame, from the root.</summary>
    public string Cadre { get; private set; } = Liens.RechercheIntegree;

    public string CodeDuCadre { get; private set; } = "";

    public string CodeDuComposant { get; private set; } = "";

    /// <summary>Towns among which to choose.</summary>
    public IReadOnlyList<Commune> Communes { get; private set; } = [];

    public IReadOnlyList<OptionDeChamp> Departements => [.. territoires.Departements.Select(d => new OptionDeChamp(d.Code, $"{d.Nom} ({d.Code})"))];

    public static IReadOnlyList<OptionDeChamp> Besoins => [.. Domain.Besoin.Tous.Where(b => b.Services.Length > 0).Select(b => new OptionDeChamp(b.Cle, Mots.T($"Besoin.{b.Cle}")))];

    public static IReadOnlyList<OptionDeChamp> LesLangues => [new("fr", "Français"), new("en", "English")];

    public IActionResult OnGet()
    {
        Langue = string.IsNullOrEmpty(Langue) ? "fr" : Langue;
        if (!ModelState.IsValid || Request.Query.Count == 0)
        {
            return Repondre();
        }

        var commune = LaCommune();
        var departement = territoires.Departement(Departement);
        if (!string.IsNullOrEmpty(Departement) && departement is null)
        {
            ModelState.AddModelError(nameof(Departement), Mots.T("Integrer.Faute.Departement"));
        }

        if (!string.IsNullOrEmpty(Besoin) && Domain.Besoin.De(Besoin) is null)
        {
            ModelState.AddModelError(nameof(Besoin), Mots.T("Integrer.Faute.Besoin"));
        }

        if (!ReglagesDIntegration.Langues.Contains(Langue, StringComparer.Ordinal))
        {
            ModelState.AddModelError(nameof(Langue), Mots.T("Integrer.Faute.Langue"));
        }

        var (couleur, fond, texte) = (Lire(Couleur, nameof(Couleur)), Lire(Fond, nameof(Fond)), Lire(Texte, nameof(Texte)));
        Remplacees = ThemeDIntegration.De(fond, texte, couleur).Remplacees;
        if (!ModelState.IsValid)
        {
            return Repondre();
        }

        var reglages = new List<KeyValuePair<string, string>>();
        void Garder(string nom, string? valeur)
        {
            if (valeur is { Length: > 0 })
            {
                reglages.Add(new(nom, valeur));
            }
        }

        Garder("commune", commune?.CodeInsee);
        Garder("departement", departement?.Code);
        Garder("besoin", Domain.Besoin.De(Besoin)?.Cle);
        Garder(ReglagesDIntegration.Langue, Langue == "fr" ? null : Langue);
        Garder(ThemeDIntegration.NomDeLAccent, couleur?.ToString()[1..]);
        Garder(ThemeDIntegration.NomDuFond, fond?.ToString()[1..]);
        Garder(ThemeDIntegration.NomDuTexte, texte?.ToString()[1..]);
        Faire(reglages);
        return Page();
    }

    private void Faire(List<KeyValuePair<string, string>> reglages)
    {
        var site = adresseDuSite.De(Request) ?? $"{Request.Scheme}://{Request.Host}";
        Cadre = $"{Liens.RechercheIntegree}{new QueryBuilder(reglages).ToQueryString()}";
        var titre = Mots.T("Integrer.Recherche.Titre");
        CodeDuCadre = $"""<iframe src="{site}{Cadre.Replace("&", "&amp;", StringComparison.Ordinal)}" title="{titre}" width="100%" height="{Hauteur}" loading="lazy"></iframe>""";
        // Colours are written as the style sheets of the page would: with their sign.
        var attributs = string.Concat(reglages.Select(r => $" {r.Key}=\"{(r.Key is ThemeDIntegration.NomDeLAccent or ThemeDIntegration.NomDuFond or ThemeDIntegration.NomDuTexte ? "#" : "")}{r.Value}\""));
        CodeDuComposant = $"""
            <script src="{site}/ui/recherche.js" async></script>
            <faireavec-recherche{attributs}></faireavec-recherche>
            """;
        Pret = true;
    }

    // The one that was chosen in the suggestions, unless the text was changed afterwards; or the one that the text surely means.
    private Commune? LaCommune()
    {
        if (string.IsNullOrWhiteSpace(Ou))
        {
            return null;
        }

        if (territoires.Commune(CodeDeCommune) is { } choisie && (choisie.NomComplet == Ou || choisie.Nom == Ou))
        {
            return choisie;
        }

        var trouvees = Ou.Length <= LectureCriteres.LongueurMax ? territoires.ChercherCommunes(Ou, Villes.Lues) : [];
        if (Villes.Evidente(trouvees))
        {
            (Ou, CodeDeCommune) = (trouvees[0].Commune.NomComplet, trouvees[0].Commune.CodeInsee);
            ModelState.Remove("ou");
            return trouvees[0].Commune;
        }

        Communes = [.. Villes.AProposer(trouvees).Select(t => t.Commune)];
        ModelState.AddModelError(nameof(Ou), Mots.T(Communes.Count == 0 ? "Integrer.Faute.Commune" : "Integrer.Faute.Laquelle", string.Join(", ", Communes.Select(c => c.NomComplet))));
        return null;
    }

    private Couleur? Lire(string? texte, string champ)
    {
        if (string.IsNullOrWhiteSpace(texte))
        {
            return null;
        }

        var lue = Domain.Integration.Couleur.Lire(texte);
        if (lue is null)
        {
            ModelState.AddModelError(champ, Mots.T("Integrer.Faute.Couleur"));
        }

        return lue;
    }

    private PageResult Repondre()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
