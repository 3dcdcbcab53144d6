using System.Diagnostics;
using System.Net;
using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FaireAvec.Benchmarks;

/// <summary>Signing in, the pages of those who are signed in, what row security costs on the heaviest list, and five hundred people at once.</summary>
internal static class MesureComptes
{
    private const int Personnes = 500;

    private static readonly TimeSpan DureeDeLaFoule = TimeSpan.FromMinutes(2);

    // The list of members of a territory, as the page asks for it: the heaviest of the module.
    private const string Liste = """
        SELECT c.id, c.nom, c.prenom, a.role, a.debut, a.fin, o.nom FROM comptes.appartenances a
        JOIN comptes.comptes c ON c.id = a.compte JOIN comptes.organisations o ON o.id = a.organisation
        WHERE o.departement = '42' AND (a.fin IS NULL OR a.fin > now()) ORDER BY c.nom, c.prenom, c.id
        """;

    public static async Task ExecuterAsync()
    {
        var tableau = new Tableau();
        await MesurerLaSecuriteAsync(tableau);
        var dossier = Serveur.DossierProvisoire();
        try
        {
            await using var serveur = await Serveur.DemarrerAsync(new Jeu().Racine, dossier);
            await MesurerLesPagesAsync(tableau, serveur);
            await MesurerLaFouleAsync(tableau, serveur);
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }

        tableau.Ecrire();
    }

    private static async Task MesurerLaSecuriteAsync(Tableau tableau)
    {
        await using var donnees = await BaseProvisoire.CreerAsync();
        var source = donnees.Services.GetRequiredService<Base>();
        await using (var remplir = source.Proprietaire.CreateCommand("""
            INSERT INTO comptes.organisations (id, nom, type_identification, numero, nature, categorie, departement, creee_le, demonstration)
            SELECT md5('o' || i)::uuid, 'Organisation ' || i, 'Interne', 'M' || i, 'Publique', 'Commune', lpad((i % 95 + 1)::text, 2, '0'), now(), true FROM generate_series(1, 2000) i;
            INSERT INTO comptes.comptes (id, courriel, cle_du_courriel, prenom, nom, etat, cree_le, demonstration)
            SELECT md5('c' || i)::uuid, i || '@example.org', i || '@example.org', 'Prénom ' || i % 300, 'Nom ' || i % 5000, 'Actif', now(), true FROM generate_series(1, 20000) i;
            INSERT INTO comptes.appartenances (id, compte, organisation, role, debut, departements)
            SELECT md5('a' || i)::uuid, md5('c' || i)::uuid, md5('o' || (i % 2000 + 1))::uuid, 'mediateur', now() - interval '1 day', '{}' FROM generate_series(1, 20000) i;
            ANALYZE comptes.organisations, comptes.comptes, comptes.appartenances
            """))
        {
            await remplir.ExecuteNonQueryAsync();
        }

        foreach (var (qui, role, departements) in new[] { ("administrator", "administrateur", ""), ("manager of a département", "gestionnaire_departement", "42") })
        {
            await using var sans = await source.Proprietaire.OpenConnectionAsync();
            await using var avec = await source.Application.OpenConnectionAsync();
            await using (var reglages = new NpgsqlCommand("SELECT set_config('app.compte', gen_random_uuid()::text, false), set_config('app.organisation', gen_random_uuid()::text, false), set_config('app.role', $1, false), set_config('app.departements', $2, false)", avec))
            {
                reglages.Parameters.AddWithValue(role);
                reglages.Parameters.AddWithValue(departements);
                await reglages.ExecuteNonQueryAsync();
            }

            // One after the other, so that both have the same machine.
            var (a, b) = (new List<double>(), new List<double>());
            for (var i = 0; i < 220; i++)
            {
                var (tSans, nSans) = await LireAsync(sans);
                var (tAvec, nAvec) = await LireAsync(avec);
                if (nSans != nAvec)
                {
                    throw new InvalidOperationException($"{nSans} rows without row security, {nAvec} with it.");
                }

                if (i >= 20)
                {
                    a.Add(tSans);
                    b.Add(tAvec);
                }
            }

            tableau.Temps($"members of a territory, {qui}, as the owner", a);
            tableau.Temps($"members of a territory, {qui}, with row security", b);
            tableau.Chiffre($"  cost of row security (medians)", ((Mediane(b) / Mediane(a)) - 1) * 100, "%", 25);
        }
    }

    private static async Task<(double Ms, int Lignes)> LireAsync(NpgsqlConnection connexion)
    {
        var debut = Stopwatch.GetTimestamp();
        await using var commande = new NpgsqlCommand(Liste, connexion);
        await using var lignes = await commande.ExecuteReaderAsync();
        var n = 0;
        while (await lignes.ReadAsync())
        {
            n++;
        }

        return (Stopwatch.GetElapsedTime(debut).TotalMilliseconds, n);
    }

    private static async Task MesurerLesPagesAsync(Tableau tableau, Serveur serveur)
    {
        using var visiteur = Navigateur(serveur);
        tableau.Temps("sign-in page", await TempsAsync(visiteur, "/connexion"), 50);
        using var mediateur = Navigateur(serveur);
        (await mediateur.GetAsync("/demo/connexion/mediateur")).Dispose();
        tableau.Temps("dashboard (/espace), signed in", await TempsAsync(mediateur, "/espace"), 50);
        tableau.Temps("public home, signed in", await TempsAsync(mediateur, "/"));
    }

    private static async Task<List<double>> TempsAsync(HttpClient client, string adresse)
    {
        var ms = new List<double>();
        for (var i = 0; i < 320; i++)
        {
            var debut = Stopwatch.GetTimestamp();
            using var reponse = await client.GetAsync(adresse);
            await reponse.Content.ReadAsByteArrayAsync();
            if (reponse.StatusCode != HttpStatusCode.OK)
            {
                throw new InvalidOperationException($"{adresse}: {(int)reponse.StatusCode}");
            }

            if (i >= 20)
            {
                ms.Add(Stopwatch.GetElapsedTime(debut).TotalMilliseconds);
            }
        }

        return ms;
    }

    /// <summary>Five hundred sessions, each person looking at a page every two seconds, for two minutes.</summary>
    private static async Task MesurerLaFouleAsync(Tableau tableau, Serveur serveur)
    {
        string[] pages = ["/espace", "/lieux?lat=45.43&lon=4.379&ou=Saint-%C3%89tienne", "/comptes/droits", "/"];
        string[] roles = ["mediateur", "conseiller_numerique", "coordinateur", "gestionnaire_structure", "referent"];
        var clients = new HttpClient[Personnes];
        for (var i = 0; i < Personnes; i++)
        {
            clients[i] = Navigateur(serveur);
            (await clients[i].GetAsync($"/demo/connexion/{roles[i % roles.Length]}")).Dispose();
        }

        var (fautes, faits) = (0, 0);
        var debut = Stopwatch.StartNew();
        var temps = await Task.WhenAll(clients.Select((client, i) => Task.Run(async () =>
        {
            var ms = new List<double>();
            await Task.Delay(i * 4);
            while (debut.Elapsed < DureeDeLaFoule)
            {
                var depart = Stopwatch.GetTimestamp();
                try
                {
                    using var reponse = await client.GetAsync(pages[(i + ms.Count) % pages.Length]);
                    await reponse.Content.ReadAsByteArrayAsync();
                    Interlocked.Increment(ref faits);
                    if (reponse.StatusCode != HttpStatusCode.OK)
                    {
                        Interlocked.Increment(ref fautes);
                    }
                }
                catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
                {
                    Interlocked.Increment(ref fautes);
                }

                ms.Add(Stopwatch.GetElapsedTime(depart).TotalMilliseconds);
                await Task.Delay(2000);
            }

            return ms;
        })));
        tableau.Temps($"{Personnes} people signed in, a page every 2 s, 2 min", temps.SelectMany(t => t));
        tableau.Chiffre("  pages served", faits, "");
        tableau.Chiffre("  errors", fautes, "", 1);
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }

    private static HttpClient Navigateur(Serveur serveur) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new Uri(serveur.Adresse), Timeout = TimeSpan.FromSeconds(30) };

    private static double Mediane(List<double> ms) => Tableau.Centile([.. ms.Order()], 0.5);
}
