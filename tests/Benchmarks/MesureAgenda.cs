using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using FaireAvec.Host;
using FaireAvec.Kernel;
using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Benchmarks;

/// <summary>The month of a place where ten médiateurs receive, half of their slots taken; the pages where anybody books, their time and their weight.</summary>
internal static partial class MesureAgenda
{
    private const int Mesures = 300;

    // Ten colleagues of the invented médiateur at their place: mornings and afternoons of five days, every second slot taken for two months.
    private const string Remplir = """
        CREATE TEMP TABLE lieu AS SELECT d.organisation, d.lieu, d.fuseau, d.departement FROM accompagnement.disponibilites d LIMIT 1;
        INSERT INTO comptes.comptes (id, courriel, cle_du_courriel, prenom, nom, etat, cree_le, demonstration)
        SELECT md5('m' || i)::uuid, 'm' || i || '@example.org', 'm' || i || '@example.org', 'Prénom' || i, 'Mesure', 'Actif', now(), true FROM generate_series(1, 9) i;
        INSERT INTO comptes.appartenances (id, compte, organisation, role, debut, departements)
        SELECT md5('ma' || i)::uuid, md5('m' || i)::uuid, (SELECT organisation FROM lieu), 'mediateur', now() - interval '1 day', '{}' FROM generate_series(1, 9) i;
        INSERT INTO accompagnement.disponibilites (id, compte, organisation, lieu, fuseau, departement, depuis, semaines, de, a, duree, en_ligne, tournee, creee_le)
        SELECT gen_random_uuid(), md5('m' || i)::uuid, l.organisation, l.lieu, l.fuseau, l.departement, date_trunc('week', now())::date + j, 1, h, h + interval '3 hours', 45, true, false, now()
        FROM lieu l, generate_series(1, 9) i, generate_series(0, 4) j, unnest(ARRAY['09:00', '14:00']::time[]) h;
        INSERT INTO accompagnement.rendez_vous (id, compte, organisation, accord_sms, amenagements, langue, origine, prise_le, version, lieu, fuseau, debut, fin, etat)
        SELECT gen_random_uuid(), md5('m' || i)::uuid, l.organisation, false, '{}', 'fr', 'EnLigne', now(), 1, l.lieu, l.fuseau, x.debut, x.debut + interval '45 minutes', 'Pris'
        FROM lieu l, generate_series(1, 9) i, generate_series(1, 60) j, unnest(ARRAY['09:00', '10:30', '14:00', '15:30']::time[]) h,
             LATERAL (SELECT ((now()::date + j) + h) AT TIME ZONE l.fuseau AS debut) x
        WHERE extract(isodow FROM now()::date + j) < 6;
        ANALYZE;
        SELECT lieu FROM lieu
        """;

    public static async Task ExecuterAsync()
    {
        var (jeu, tableau, dossier) = (new Jeu(), new Tableau(), Serveur.DossierProvisoire());
        try
        {
            await using var serveur = await Serveur.DemarrerAsync(jeu.Racine, dossier);
            var lieu = await RemplirAsync(dossier);
            using var poignee = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true };
            using var camille = new HttpClient(poignee) { BaseAddress = new Uri(serveur.Adresse) };
            (await camille.GetAsync("/demo/connexion/mediateur")).Dispose();
            tableau.Temps("/agenda?vue=mois, ten médiateurs, their month", await LireAsync(camille, $"/agenda?vue=mois&lieu={Uri.EscapeDataString(lieu)}"), 30);
            tableau.Temps("/agenda?vue=semaine", await LireAsync(camille, "/agenda?vue=semaine"));
            using var anonyme = new HttpClient { BaseAddress = new Uri(serveur.Adresse) };
            var index = await anonyme.GetStringAsync($"/reserver/{lieu}");
            tableau.Temps("/reserver/{lieu}, ten médiateurs, sixty days", await LireAsync(anonyme, $"/reserver/{lieu}"));
            var creneau = WebUtility.HtmlDecode(Creneau().Match(index).Groups["href"].Value);
            tableau.Temps("/reserver/{lieu}/creneau", await LireAsync(anonyme, creneau));
            tableau.Temps("/lieux/{lieu}, with its next slot", await LireAsync(anonyme, $"/lieux/{lieu}"));
            foreach (var (nom, page) in new[] { ("/reserver/{lieu}", creneau[..creneau.IndexOf("/creneau", StringComparison.Ordinal)]), ("/reserver/{lieu}/creneau", creneau) })
            {
                var (demandes, octets) = await MesureAccueil.VisiterAsync(new Uri(new Uri(serveur.Adresse), page));
                tableau.Chiffre($"{nom}, cold: transferred with headers", octets / 1000.0, "kB", 100);
                tableau.Chiffre($"{nom}, cold: requests", demandes, "");
            }
        }
        finally
        {
            Directory.Delete(dossier, recursive: true);
        }

        tableau.Ecrire();
    }

    private static async Task<string> RemplirAsync(string dossier)
    {
        var modules = ModulesDuProduit.Tous();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Donnees:Dossier"] = dossier }).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging(l => l.SetMinimumLevel(LogLevel.Warning)).AddNoyau(configuration, modules).BuildServiceProvider();
        var donnees = services.GetRequiredService<Base>();
        await donnees.OuvrirAsync(rejoindre: true, CancellationToken.None);
        await using var connexion = await donnees.Proprietaire.OpenConnectionAsync();
        await using var commande = new Npgsql.NpgsqlCommand(Remplir, connexion);
        await using var lecteur = await commande.ExecuteReaderAsync();
        do
        {
            if (await lecteur.ReadAsync())
            {
                return lecteur.GetString(0);
            }
        }
        while (await lecteur.NextResultAsync());
        throw new InvalidOperationException("The demonstration has no agenda: was its place taken off the map?");
    }

    private static async Task<List<double>> LireAsync(HttpClient client, string adresse)
    {
        var ms = new List<double>(Mesures);
        for (var i = -20; i < Mesures; i++)
        {
            var debut = Stopwatch.GetTimestamp();
            using var reponse = await client.GetAsync(adresse);
            reponse.EnsureSuccessStatusCode();
            if (i >= 0)
            {
                ms.Add(Stopwatch.GetElapsedTime(debut).TotalMilliseconds);
            }
        }

        return ms;
    }

    [GeneratedRegex("href=\"(?<href>/reserver/[^\"]+/creneau[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Creneau();
}
