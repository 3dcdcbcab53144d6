using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Browser.Comptes;
using FaireAvec.Tests.Support;
using Microsoft.Playwright;

namespace FaireAvec.Tests.Browser;

/// <summary>
/// Every page of pages.txt, and what a page becomes when something is missing: axe finds nothing critical nor serious, and nothing overflows a small phone.
/// <c>FAIREAVEC_PAGES=/comptes,/administration</c> visits only the addresses that begin so, while one works on them.
/// </summary>
public abstract class AccessibiliteDesPages(Navigateur navigateur, VisiteurDePages visiteur) : IClassFixture<VisiteurDePages>
{
    // Tests of one class follow one another: the pages are shared between two of them, which run at the same time.
    protected static TheoryData<string> UneSurDeux(int reste) => new(Adresses().Where((_, i) => i % 2 == reste));

    private static IEnumerable<string> Adresses() =>
        File.ReadAllLines(Depot.Chemin("tests", "Browser", "pages.txt")).Where(l => l.Contains("=>", StringComparison.Ordinal) && l[0] != '#').Select(l => l.Split("=>", 2)[1].Trim())
            .Concat(["/lieux?ou=Sainte-Introuvable-sur-Rien", "/lieux?lat=0&lon=0", "/lieux?service=coiffure", "/lieux?q=zzzzzz", "/lieux?departement=975", "/territoires/departement/saint-pierre-et-miquelon-975", "/lieux?lat=44.5&lon=3.5&besoin=arnaques", "/lieux?ou=aix", "/lieux?ou=bordo", "/territoires?q=%00", "/page-inconnue", "/statistiques?niveau=equipe&periode=annee @coordinateur", "/statistiques?niveau=nation&periode=annee @auditeur", "/statistiques?niveau=departement&de=42&thematique=email&type=individuel @gestionnaire_departement", "/statistiques/rapports @gestionnaire_structure", "/statistiques/rapports/partage/inconnu"])
            .Where(a => Environment.GetEnvironmentVariable("FAIREAVEC_PAGES") is not { Length: > 0 } debuts || debuts.Split(',').Any(d => a.StartsWith(d, StringComparison.Ordinal)));

    // What the themes change is colours: in the other two, only the rules on colours run again.
    private static readonly string[] Couleurs = ["color-contrast", "link-in-text-block"];

    /// <summary>One visit for the three: axe in each theme; 320 pixels, which is also what a zoom of 400 % makes of a window of 1280; and paper, where nothing is left of what is clicked.</summary>
    protected async Task VisiterAsync(string adresse)
    {
        var fautes = new List<string>();
        var visite = await visiteur.EntrerAsync(navigateur);
        await AllerAsync(visite, adresse);
        foreach (var theme in (string[])["clair", "sombre", "contraste"])
        {
            await visite.Page.EvaluateAsync("t => { document.documentElement.dataset.theme = t === 'sombre' ? 'sombre' : 'clair'; }", theme);
            await visite.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = theme == "contraste" ? ForcedColors.Active : ForcedColors.None });
            fautes.AddRange((await Axe.GravesAsync(visite.Page, theme == "clair" ? [] : Couleurs)).Select(f => $"{theme}: {f}"));
        }

        await visite.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None });
        await visite.Page.SetViewportSizeAsync(320, 640);
        fautes.AddRange((await DebordementsAsync(visite.Page)).Select(d => $"320 px: {d}"));

        await visite.Page.SetViewportSizeAsync(720, 1000);
        await visite.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        fautes.AddRange((await DebordementsAsync(visite.Page)).Select(d => $"print: {d}"));
        if (!await visite.Page.Locator("h1").First.IsVisibleAsync())
        {
            fautes.Add("print: the title isn't there");
        }

        foreach (var inutile in (string[])[".fa-entete", ".fa-barre-compte", ".fa-pied", ".fa-evitement", "main .fa-filtres", "main .fa-plan"])
        {
            if (await visite.Page.Locator(inutile).Locator("visible=true").CountAsync() > 0)
            {
                fautes.Add($"print: {inutile} is still there");
            }
        }

        // A page that isn't found, or a provider that doesn't answer, says so to the console too.
        fautes.AddRange(visite.Plaintes.Where(p => !p.Contains("status of 40", StringComparison.Ordinal) && !p.Contains("status of 503", StringComparison.Ordinal)));
        Assert.Empty(fautes);
    }

    // Steps of a sign-in in progress begin again at its first page when there is none; choosing a persona or a provider leads elsewhere.
    private static readonly string[] Ailleurs = ["/connexion", "/deconnexion", "/demo/connexion"];

    // Pages that have to be seen as they are when something isn't there: the others answer 200, or axe would only look at « not found ».
    private static readonly Dictionary<string, int> Statuts = new(StringComparer.Ordinal)
    {
        ["/page-inconnue"] = 404,
        ["/orientation/inconnu"] = 404,
        ["/statistiques/rapports/partage/inconnu"] = 404,
        ["/lieux?ou=Sainte-Introuvable-sur-Rien"] = 404,
        ["/lieux?ou=bordo"] = 404,
        ["/lieux?lat=0&lon=0"] = 400,
        ["/lieux?service=coiffure"] = 400,
        ["/territoires?q=%00"] = 400,
        ["/publications/2020-01-01/lieux.csv"] = 404,
        ["/exactitude/inconnu"] = 404,
        ["/agenda/flux/inconnu.ics"] = 404,
        ["/integrer/couleurs.css"] = 404,
        ["/agenda/lieux/inconnu.ics"] = 404,
        ["/connexion/lien/inconnu"] = 404,
        ["/connexion/courriel/inconnu"] = 404,
        ["/connexion/secours/annuler/inconnu"] = 404,
        ["/invitation/inconnu"] = 404,
        ["/mes-donnees/preuve/inconnu"] = 404,
        ["/connexion/proconnect"] = 503,
        ["/connexion/proconnect/retour"] = 400,
        ["/usager/franceconnect"] = 503,
        ["/usager/franceconnect/retour"] = 400,
    };

    /// <summary>Opens « /address @role »: signed in first, as the invented person who has this role.</summary>
    private async Task AllerAsync(Visite visite, string adresse)
    {
        if (adresse.Split(" @") is [var page, var role])
        {
            await navigateur.ConnecterAsync(visite, ClesDesRoles.Lire(role)!.Value);
            adresse = page;
        }

        adresse = adresse.Replace(ComptesAMontrer.Entree, navigateur.EntreeDuJournal.ToString(), StringComparison.Ordinal);
        adresse = adresse.Replace(Accompagnement.ReservationAMontrer.Jeton, await Accompagnement.ReservationAMontrer.JetonAsync(navigateur.Site), StringComparison.Ordinal);
        adresse = adresse.Replace(Accompagnement.RapportAMontrer.Jeton, await Accompagnement.RapportAMontrer.JetonAsync(navigateur.Site), StringComparison.Ordinal);
        var reponse = await visite.Page.GotoAsync(adresse);
        Assert.True(reponse!.Status == Statuts.GetValueOrDefault(adresse, 200), $"{adresse} answers {reponse.Status}: give it something to show in tests/Browser, or say here that it is meant.");
        // A page that asks who one is, or to prove it again, would only show the sign-in page, again and again.
        var vue = new Uri(visite.Page.Url).AbsolutePath;
        Assert.True(vue == new Uri(navigateur.Site.Adresse, adresse).AbsolutePath || Ailleurs.Any(s => adresse.StartsWith(s, StringComparison.Ordinal)), $"{adresse} led to {vue}: give it a role in pages.txt.");
    }

    internal static Task<string[]> DebordementsAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const racine = document.documentElement, largeur = racine.clientWidth;
          if (racine.scrollWidth <= largeur + 1) return []; // one pixel: a rounding
          const dehors = [...document.querySelectorAll("body *")].filter(e => { const r = e.getBoundingClientRect(); return r.right > largeur + 1 || r.left < -1; });
          return [`The page is ${racine.scrollWidth} wide`, ...dehors.slice(0, 10).map(e => `${e.tagName}.${e.getAttribute("class")} ${Math.round(e.getBoundingClientRect().right)}`)];
        }
        """);
}

/// <summary>One visitor for all the pages of a class, who comes to each as if it were the first: opening a browser's window takes longer than looking at a page.</summary>
public sealed class VisiteurDePages : IAsyncDisposable
{
    private Visite? _visite;

    public async Task<Visite> EntrerAsync(Navigateur navigateur)
    {
        // What works without network has tests of its own; here it would answer in the place of the site.
        _visite ??= await navigateur.VisiterAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce, ServiceWorkers = ServiceWorkerPolicy.Block }, "clair");
        await _visite.OublierAsync();
        return _visite;
    }

    public async ValueTask DisposeAsync()
    {
        if (_visite is not null)
        {
            await _visite.DisposeAsync();
        }
    }
}
