using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using FaireAvec.Accompagnement.Domain.HorsLigne;
using FaireAvec.Accompagnement.HorsLigne;
using Microsoft.Playwright;

namespace FaireAvec.Benchmarks;

/// <summary>Two hundred acts that waited on a telephone, sent at once; and the shell that opens without network, on a processor four times slower.</summary>
internal static partial class MesureHorsLigne
{
    private const int Actes = 200;
    private const int Fois = 5;
    private const int Ralenti = 4;
    private const string Code = "260517";

    public static async Task ExecuterAsync()
    {
        var (jeu, tableau, dossier) = (new Jeu(), new Tableau(), Serveur.DossierProvisoire());
        var profil = Path.Combine(Path.GetTempPath(), $"faireavec-mesure-{Environment.ProcessId}");
        try
        {
            await using (var serveur = await Serveur.DemarrerAsync(jeu.Racine, dossier))
            {
                tableau.Temps($"{Actes} acts queued, in batches of {Envoi.ParEnvoi}", await EnvoyerAsync(serveur), 3000);
                await ActiverAsync(serveur, profil);
                // The server stops here: what follows is really without network.
                await serveur.ArreterAsync();
                var (pret, ouvert) = await OuvrirAsync(serveur.Adresse, profil);
                tableau.Temps($"first start without network, processor ×{Ralenti}, until the code is asked", pret, 2000);
                tableau.Temps($"  then from the code to the day, processor ×{Ralenti}", ouvert);
            }
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
            if (Directory.Exists(profil))
            {
                Directory.Delete(profil, recursive: true);
            }
        }

        tableau.Ecrire();
    }

    private static async Task<IReadOnlyList<double>> EnvoyerAsync(Serveur serveur)
    {
        using var poignee = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true };
        using var camille = new HttpClient(poignee) { BaseAddress = new Uri(serveur.Adresse) };
        (await camille.GetAsync("/demo/connexion/mediateur")).Dispose();
        var page = await camille.GetStringAsync(LiensHorsLigne.Activer);
        var appareil = IdDeLaPage().Match(page).Groups["id"].Value;
        using (var formulaire = new FormUrlEncodedContent([new("Id", appareil), new("Nom", "Mesure"), new("__RequestVerificationToken", JetonDeLaPage().Match(page).Groups["jeton"].Value)]))
        {
            (await camille.PostAsync(LiensHorsLigne.Activer, formulaire)).EnsureSuccessStatusCode();
        }

        var mesures = new List<double>();
        long numero = 0;
        for (var fois = 0; fois < Fois; fois++)
        {
            var envois = Enumerable.Range(0, Actes).Select(_ => Ecrire(++numero)).ToList();
            var chrono = Stopwatch.StartNew();
            using var demande = new HttpRequestMessage(HttpMethod.Get, LiensHorsLigne.Etat);
            demande.Headers.Add("FA-Appareil", appareil);
            using var etat = JsonDocument.Parse(await (await camille.SendAsync(demande)).Content.ReadAsStringAsync());
            foreach (var lot in envois.Chunk(Envoi.ParEnvoi))
            {
                using var requete = new HttpRequestMessage(HttpMethod.Post, LiensHorsLigne.Envois) { Content = JsonContent.Create(new { appareil, application = "mesure", envois = lot }) };
                requete.Headers.Add("RequestVerificationToken", etat.RootElement.GetProperty("jeton").GetString());
                using var reponse = await camille.SendAsync(requete);
                using var sorts = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync());
                if (sorts.RootElement.GetProperty("envois").EnumerateArray().FirstOrDefault(s => s.GetProperty("etat").GetString() != "accepte") is { ValueKind: JsonValueKind.Object } refus)
                {
                    throw new InvalidOperationException($"An act wasn't written: {refus}");
                }
            }

            mesures.Add(chrono.Elapsed.TotalMilliseconds);
        }

        return mesures;
    }

    private static object Ecrire(long numero) => new
    {
        id = Guid.CreateVersion7(),
        numero,
        genre = "activite",
        version = VersionsDEnvoi.Courante,
        fait_le = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
        corps = JsonSerializer.Serialize(new
        {
            id = Guid.CreateVersion7(),
            type = "individuel",
            quand = Kernel.Temps.JourDeParis.De(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            // A day has 24 hours.
            duree = "autre",
            minutes = 1,
            type_de_lieu = "a_distance",
            thematiques = new[] { "email" },
            posture = "avec",
            demarche = "Déclaration de ressources",
            suite = "S’entraîner avant l’échéance",
            secondes = 20,
        }),
    };

    private static async Task ActiverAsync(Serveur serveur, string profil)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var contexte = await LancerAsync(playwright, profil);
        var page = contexte.Pages[0];
        await page.GotoAsync($"{serveur.Adresse}/demo/connexion/mediateur");
        await page.GotoAsync($"{serveur.Adresse}{LiensHorsLigne.Activer}");
        await page.Locator("[name=Nom]").FillAsync("Mesure");
        await page.Locator("#hl-code").FillAsync(Code);
        await page.Locator("#hl-code-2").FillAsync(Code);
        await page.Locator("[data-hl-activer] button.govuk-button, [data-hl-activer] [type=submit]").Last.ClickAsync();
        await page.WaitForURLAsync($"**{LiensHorsLigne.Coquille}");
        await page.Locator("[data-hl-ecran=code]").WaitForAsync();
    }

    private static async Task<(List<double> Pret, List<double> Ouvert)> OuvrirAsync(string adresse, string profil)
    {
        var (pret, ouvert) = (new List<double>(), new List<double>());
        using var playwright = await Playwright.CreateAsync();
        for (var fois = 0; fois < Fois; fois++)
        {
            // A browser that has just been opened: nothing is warm.
            await using var contexte = await LancerAsync(playwright, profil);
            var page = contexte.Pages[0];
            var appareil = await contexte.NewCDPSessionAsync(page);
            await appareil.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = Ralenti });
            var chrono = Stopwatch.StartNew();
            await page.GotoAsync($"{adresse}{LiensHorsLigne.Coquille}", new() { WaitUntil = WaitUntilState.Commit });
            await page.Locator("[data-hl-ecran=code]").WaitForAsync();
            pret.Add(chrono.Elapsed.TotalMilliseconds);
            await page.Locator("#hl-code").FillAsync(Code);
            chrono.Restart();
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("[data-hl-ecran=jour]").WaitForAsync();
            ouvert.Add(chrono.Elapsed.TotalMilliseconds);
        }

        return (pret, ouvert);
    }

    private static Task<IBrowserContext> LancerAsync(IPlaywright playwright, string profil) => playwright.Chromium.LaunchPersistentContextAsync(profil, new()
    {
        ExecutablePath = new[] { Environment.GetEnvironmentVariable("FAIREAVEC_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.First(File.Exists),
        Headless = true,
        Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        ViewportSize = new ViewportSize { Width = 360, Height = 740 },
    });

    [GeneratedRegex("name=\"Id\" value=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdDeLaPage();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<jeton>[^\"]+)\"(?![\\s\\S]*name=\"__RequestVerificationToken\")", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JetonDeLaPage();
}
