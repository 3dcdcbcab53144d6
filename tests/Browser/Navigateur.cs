using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Browser;
using FaireAvec.Tests.Browser.Cartographie;
using FaireAvec.Tests.Browser.Comptes;
using FaireAvec.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Navigateur))]

namespace FaireAvec.Tests.Browser;

/// <summary>The product with its shipped data, on its embedded database, and a real browser in front of it. Both are started once for the run.</summary>
public sealed class Navigateur : IAsyncLifetime
{
    private static readonly string[] Arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string? Chromium = new[] { Environment.GetEnvironmentVariable("FAIREAVEC_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private readonly ConcurrentDictionary<Role, (string Cookie, DateTimeOffset Le)> _cookies = [];
    private IPlaywright? _playwright;
    private IBrowser? _navigateur;

    public ApplicationDeTest Site { get; private set; } = null!;

    /// <summary>An entry of the journal that says something of a person.</summary>
    public Guid EntreeDuJournal { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        Site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest
        {
            Embarquee = true,
            AvecDonnees = true,
            Taches = true,
            Modules = [new ComptesAMontrer.ModuleAFonctionnalite()],
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Galerie"] = "true",
                // Providers that don't answer: their pages exist, and say so.
                ["ProConnect:Emetteur"] = "http://127.0.0.1:9",
                ["ProConnect:ClientId"] = "faireavec",
                ["ProConnect:Secret"] = "essai",
                ["FranceConnect:Emetteur"] = "http://127.0.0.1:9",
                ["FranceConnect:ClientId"] = "faireavec",
                ["FranceConnect:Secret"] = "essai",
            }
        });
        await DonneesAMontrer.PreparerAsync(Site);
        EntreeDuJournal = await ComptesAMontrer.PreparerAsync(Site);
        await Accompagnement.HorsLigneAMontrer.PreparerAsync(Site);
        await Accompagnement.RapportAMontrer.PreparerAsync(Site);
        _playwright = await Playwright.CreateAsync();
        _navigateur = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Headless = true, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_navigateur is not null)
        {
            await _navigateur.DisposeAsync();
        }

        _playwright?.Dispose();
        if (Site is not null)
        {
            await Site.DisposeAsync();
        }
    }

    /// <summary>Signs the visitor in as the invented person who has this role.</summary>
    /// <param name="visite">The visitor.</param>
    /// <param name="role">The role.</param>
    /// <param name="aPart">True for a journey that ends its session: others share theirs.</param>
    public async Task ConnecterAsync(Visite visite, Role role, bool aPart = false)
    {
        // A journey may move the clock: with an old proof, sensitive pages would only show that they ask for another one.
        if (aPart)
        {
            await PoserAsync(visite, await Site.CookieDeAsync(role));
            return;
        }

        if (!_cookies.TryGetValue(role, out var session) || Site.Horloge.Instant - session.Le > TimeSpan.FromMinutes(10))
        {
            _cookies[role] = session = (await Site.CookieDeAsync(role), Site.Horloge.Instant);
        }

        await PoserAsync(visite, session.Cookie);
    }

    private Task PoserAsync(Visite visite, string cookie) =>
        visite.Page.Context.AddCookiesAsync([new Cookie { Name = CookieDeSession.Nom, Value = cookie, Url = Site.Adresse.ToString(), HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);

    /// <summary>A page of a visitor of its own. What the browser complains about is kept in <see cref="Visite.Plaintes"/>.</summary>
    public async Task<Visite> VisiterAsync(BrowserNewContextOptions? options = null, string? theme = null)
    {
        Assert.SkipWhen(_navigateur is null, "chromium isn't installed: the browser tests need it (as root: apt-get install chromium).");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Site.Adresse.ToString();
        options.Locale = "fr-FR";
        var contexte = await _navigateur!.NewContextAsync(options);
        contexte.SetDefaultTimeout(15_000);
        if (theme is not null)
        {
            await contexte.AddInitScriptAsync($"localStorage.setItem('faireavec.theme', '{theme}')");
        }

        return new Visite(await contexte.NewPageAsync());
    }
}

/// <summary>One visitor.</summary>
public sealed class Visite : IAsyncDisposable
{
    private readonly List<string> _plaintes = [];

    internal Visite(IPage page)
    {
        Page = page;
        page.PageError += (_, e) => _plaintes.Add(e);
        page.Console += (_, m) =>
        {
            if (m.Type == "error")
            {
                _plaintes.Add($"{m.Text} {m.Location}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Script errors and refusals of the content policy.</summary>
    public IReadOnlyList<string> Plaintes => _plaintes;

    /// <summary>As if they had never come: no session, nothing kept, the screen and the media of the beginning.</summary>
    public async Task OublierAsync()
    {
        await Page.Context.ClearCookiesAsync();
        if (Page.Url.StartsWith("http", StringComparison.Ordinal))
        {
            await Page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
        }

        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Null, ForcedColors = ForcedColors.None });
        await Page.SetViewportSizeAsync(1280, 720);
        _plaintes.Clear();
    }

    /// <summary>Presses Tab until the focus is on such an element. The focus must be seen.</summary>
    public async Task TabulerJusquAAsync(string selecteur, int max = 90)
    {
        for (var i = 0; i < max; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selecteur))
            {
                Assert.True(await Page.EvaluateAsync<bool>(
                    """
                    () => {
                      for (let e = document.activeElement; e && e !== document.body; e = e.parentElement) {
                        for (const s of [getComputedStyle(e), getComputedStyle(e, "::before"), getComputedStyle(e, "::after")]) {
                          if ((s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== "none") return true;
                        }
                      }
                      return false;
                    }
                    """), $"The focus isn't seen on {selecteur}.");
                return;
            }
        }

        Assert.Fail($"{max} times Tab don't reach {selecteur} at {Page.Url}.");
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}

/// <summary>What a journey waits for.</summary>
public static class Attentes
{
    /// <summary>
    /// Waits for the page of this path and query, wholly loaded. The browser itself watches: <c>WaitForURLAsync</c> misses an address that changes between its first look and its
    /// waiting, and then waits in vain.
    /// </summary>
    /// <param name="page">The page, where scripts run.</param>
    /// <param name="motif">A regular expression of the browser's, on the path and the query.</param>
    public static Task ArriverAsync(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string motif) =>
        page.WaitForFunctionAsync("motif => document.readyState === 'complete' && new RegExp(motif).test(location.pathname + location.search)", motif);
}
