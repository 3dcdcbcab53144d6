using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Benchmarks;

/// <summary>
/// Recording acts: by the API, sixteen at once for a minute, then alone; by the page's form. Beside, what this machine does of a bare insert of two rows
/// and of a bare HTTP endpoint that does the same four writes without any rule.
/// </summary>
internal static partial class MesureActivites
{
    private const int Clients = 16;

    private static readonly TimeSpan Duree = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DureeSeul = TimeSpan.FromSeconds(10);

    public static async Task ExecuterAsync()
    {
        var tableau = new Tableau();
        await MesurerLeNuAsync(tableau);
        var dossier = Serveur.DossierProvisoire();
        try
        {
            var racine = new Jeu().Racine;
            await using var serveur = await Serveur.DemarrerAsync(racine, dossier);
            var (jeton, mediateurs) = await OuvrirAsync(serveur, racine, dossier);
            byte[] Acte(int n) => Requete(serveur.Port, jeton, mediateurs[n % mediateurs.Count], n);
            await ChargeDActes.EnvoyerAsync(serveur.Port, Clients, TimeSpan.FromSeconds(10), Acte, 0);
            var processeur = serveur.Processeur;
            var foule = await ChargeDActes.EnvoyerAsync(serveur.Port, Clients, Duree, Acte, 1_000_000);
            tableau.Chiffre($"POST /api/v1/activites, {Clients} clients, one minute", foule.Ms.Length / Duree.TotalSeconds, "/s", 3000, auMoins: true);
            tableau.Temps("  one act", foule.Ms, 15);
            tableau.Chiffre("  processor of the server for one act", (serveur.Processeur - processeur) / foule.Ms.Length, "ms");
            tableau.Chiffre("  refused", foule.Fautes, "");
            var seul = await ChargeDActes.EnvoyerAsync(serveur.Port, 1, DureeSeul, Acte, 100_000_000);
            tableau.Temps("POST /api/v1/activites, alone", seul.Ms, 4);
            tableau.Temps("the page's form", await FormulaireAsync(serveur), 20);
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }

        tableau.Ecrire();
    }

    /// <summary>A client of the API for the invented library, and the ids of its médiateurs.</summary>
    private static async Task<(string Jeton, IReadOnlyList<string> Mediateurs)> OuvrirAsync(Serveur serveur, string racine, string dossier)
    {
        var secret = JsonDocument.Parse((await Serveur.SortieAsync(racine, "comptes", "clients", "creer", "--nom", "Mesure", "--organisation", "EXEMPLEMEDIATHEQUE", "--etendues", "activites:ecrire", "--limite", "10000", "--data", dossier))[0]).RootElement;
        var membres = await Serveur.SortieAsync(racine, "comptes", "membres", "lister", "--organisation", "EXEMPLEMEDIATHEQUE", "--data", dossier);
        var mediateurs = membres.Select(l => JsonDocument.Parse(l).RootElement).Where(m => m.GetProperty("role").GetString() is "mediateur" or "conseiller_numerique").Select(m => m.GetProperty("compte").GetString()!).Distinct().ToList();
        using var http = new HttpClient { BaseAddress = new Uri(serveur.Adresse) };
        using var contenu = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = secret.GetProperty("client_id").GetString()!,
            ["client_secret"] = secret.GetProperty("client_secret").GetString()!,
        });
        using var reponse = await http.PostAsync("/api/v1/jetons", contenu);
        return (JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!, mediateurs);
    }

    private static byte[] Requete(int port, string jeton, string mediateur, int n)
    {
        // A day has 24 hours: acts of a minute, over every day of both médiateurs.
        var jour = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1 - (n / 2 % 110));
        var corps = JsonSerializer.Serialize(new
        {
            id = Guid.CreateVersion7(),
            mediateur,
            type = "individuel",
            date = jour,
            duree_minutes = 1,
            type_de_lieu = "domicile",
            commune = "42218",
            thematiques = (string[])["email", "argent_impots"],
            posture = new { faire_a_la_place = 10, faire_avec = 60, faire_faire = 30 },
            demarche = "Déclaration de ressources",
            sans_nom = new { genre = "feminin", age = "60_69" },
        });
        return Encoding.UTF8.GetBytes($"POST /api/v1/activites HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: Bearer {jeton}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(corps)}\r\n\r\n{corps}");
    }

    private static async Task<List<double>> FormulaireAsync(Serveur serveur)
    {
        using var poignee = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        using var camille = new HttpClient(poignee) { BaseAddress = new Uri(serveur.Adresse) };
        (await camille.GetAsync("/demo/connexion/mediateur")).Dispose();
        var page = await camille.GetStringAsync("/activites/nouvelle");
        var formulaire = page[page.IndexOf("fa-saisie-rapide", StringComparison.Ordinal)..];
        var antifalsification = Antifalsification().Match(formulaire).Groups["jeton"].Value;
        var ms = new List<double>();
        for (var i = 0; i < 520; i++)
        {
            using var contenu = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["__RequestVerificationToken"] = antifalsification,
                ["F.Id"] = Guid.CreateVersion7().ToString(),
                ["F.Type"] = "individuel",
                ["F.Thematiques"] = "email",
                ["F.Posture"] = "avec",
                ["F.Duree"] = "autre",
                ["F.Minutes"] = "1",
                ["F.TypeDeLieu"] = "a_distance",
                ["F.Quand"] = "autre",
                ["F.Date.Jour"] = $"{DateTimeOffset.UnixEpoch.AddMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()).Day}",
                ["F.Date.Mois"] = $"{TimeProvider.System.GetUtcNow().Month}",
                ["F.Date.Annee"] = $"{TimeProvider.System.GetUtcNow().Year}",
            });
            var debut = Stopwatch.GetTimestamp();
            using var reponse = await camille.PostAsync("/activites/nouvelle", contenu);
            if (reponse.StatusCode != HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException($"/activites/nouvelle: {(int)reponse.StatusCode}");
            }

            if (i >= 20)
            {
                ms.Add(Stopwatch.GetElapsedTime(debut).TotalMilliseconds);
            }
        }

        return ms;
    }

    /// <summary>The machine, without any rule of ours.</summary>
    private static async Task MesurerLeNuAsync(Tableau tableau)
    {
        await using var donnees = await BaseProvisoire.CreerAsync();
        var source = donnees.Services.GetRequiredService<Base>().Proprietaire;
        await using (var creer = source.CreateCommand("CREATE SCHEMA nu; CREATE TABLE nu.a (id uuid PRIMARY KEY, quoi text); CREATE TABLE nu.b (id uuid PRIMARY KEY, quoi text); CREATE TABLE nu.c (id uuid PRIMARY KEY, quoi text); CREATE TABLE nu.d (cle integer PRIMARY KEY, n bigint)"))
        {
            await creer.ExecuteNonQueryAsync();
        }

        var debut = Stopwatch.StartNew();
        var duree = TimeSpan.FromSeconds(10);
        var temps = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var ms = new List<double>();
            while (debut.Elapsed < duree)
            {
                var depart = Stopwatch.GetTimestamp();
                await EcrireAsync(source, "INSERT INTO nu.a VALUES ($1, 'acte')", "INSERT INTO nu.b VALUES ($1, 'journal')");
                ms.Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
            }

            return ms;
        })));
        double[] tous = [.. temps.SelectMany(t => t)];
        tableau.Chiffre($"bare durable insert of two rows, {Clients} connections", tous.Length / duree.TotalSeconds, "/s");
        tableau.Temps("  one insert", tous);
        await using var nu = await ServeurNu.DemarrerAsync(async () => await EcrireAsync(
            source, "INSERT INTO nu.a VALUES ($1, 'acte')", "INSERT INTO nu.b VALUES ($1, 'journal')", "INSERT INTO nu.c VALUES ($1, 'evenement')", "INSERT INTO nu.d VALUES (abs(hashtext($1::text)) % 500, 1) ON CONFLICT (cle) DO UPDATE SET n = d.n + 1"));
        byte[] demande = Encoding.ASCII.GetBytes("POST /nu HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n");
        await ChargeDActes.EnvoyerAsync(nu.Port, Clients, TimeSpan.FromSeconds(3), _ => demande, 0);
        var foule = await ChargeDActes.EnvoyerAsync(nu.Port, Clients, TimeSpan.FromSeconds(10), _ => demande, 0);
        tableau.Chiffre($"bare HTTP endpoint with the four writes, {Clients} clients", foule.Ms.Length / 10.0, "/s");
        tableau.Temps("  one request", foule.Ms);
        tableau.Temps("  one request, alone", (await ChargeDActes.EnvoyerAsync(nu.Port, 1, TimeSpan.FromSeconds(5), _ => demande, 0)).Ms);
    }

    private static async Task EcrireAsync(NpgsqlDataSource source, params string[] ordres)
    {
        var id = Guid.CreateVersion7();
        await using var connexion = await source.OpenConnectionAsync();
        await using var lot = new NpgsqlBatch(connexion);
        foreach (var ordre in ordres)
        {
            lot.BatchCommands.Add(new NpgsqlBatchCommand(ordre) { Parameters = { new() { Value = id } } });
        }

        await lot.PrepareAsync();
        await lot.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<jeton>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Antifalsification();
}
