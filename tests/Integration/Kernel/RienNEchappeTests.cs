using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using FaireAvec.Comptes.Clients;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Comptes.Webhooks;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>
/// The real program with its traces and metrics sent to a collector, under real requests: tokens in addresses, names and codes in queries and forms, a
/// statement that fails, a slow one, a mail that is refused, a webhook. Nothing of a person and no secret is in what is exported nor in what is logged.
/// </summary>
public sealed class RienNEchappeTests
{
    // Each is found nowhere else: what escapes says from where.
    private const string Jeton = "Canari0jeton0dans0une0adresse0de0la0page0xy";
    private const string Recherche = "canari-recherche";
    private const string Courriel = "canari.adresse@example.org";
    private const string Inconnu = "canari.inconnue@example.org";
    private const string Prenom = "Canariprenom";
    private const string Code = "314159";
    private const string DansLaBase = "canari.base@example.org";
    private const string NomDansLaBase = "Canaribase";
    private const string Chemin = "canari-chemin-du-webhook";
    private const string CleDuWebhook = "canari-cle-du-webhook";
    private const string Agent = "canari-agent";
    private const string Suivi = "canari-suivi";
    private const string MotDePasse = "canari-mot-de-passe";

    [Fact]
    public async Task Ni_les_traces_ni_les_mesures_ni_les_journaux_ne_disent_rien_de_personne()
    {
        await using var collecteur = await Collecteur.DemarrerAsync();
        using var poste = new PosteQuiRefuse();
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        var (cookie, signature) = await PreparerAsync(donnees, $"{collecteur.Adresse}/{Chemin}?cle={CleDuWebhook}");
        using var dossier = new DossierTemporaire();
        var programme = ProgrammeFaireAvec.Lancer(["servir", "--port", "0", "--empty", "--data", dossier.Chemin], new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__FaireAvec"] = $"{donnees.ConnexionProprietaire};Password={MotDePasse}",
            ["Cles__Operateur"] = ApplicationDeTest.CleDEssai,
            ["Site__Adresse"] = "https://site.example",
            ["Courrier__Serveur"] = "127.0.0.1",
            ["Courrier__Port"] = poste.Port,
            ["Courrier__Tls"] = "false",
            ["Webhooks__BoucleLocale"] = "true",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collecteur.Adresse,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        });
        await using var _ = programme;
        using var visiteur = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = await programme.AdresseAsync() };
        visiteur.DefaultRequestHeaders.Add("User-Agent", Agent);
        visiteur.DefaultRequestHeaders.Add("baggage", $"personne={Suivi}");
        visiteur.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        visiteur.DefaultRequestHeaders.Add("tracestate", $"suivi={Suivi}");
        visiteur.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.77");

        // Tokens in the path, known or not; an address that nobody answers.
        foreach (var adresse in (string[])[$"/invitation/{Jeton}", $"/connexion/lien/{Jeton}", $"/connexion/courriel/{Jeton}", $"/orientation/{Jeton}", $"/agenda/flux/{Jeton}.ics", $"/mes-donnees/preuve/{Jeton}", $"/nulle-part/{Jeton}"])
        {
            (await visiteur.GetAsync(adresse)).Dispose();
        }

        // What people look for, and where they come back to.
        foreach (var adresse in (string[])[$"/lieux?q={Recherche}&ou={Recherche}&lat=45.4321987&lon=4.3871987", $"/api/v1/lieux?q={Recherche}", $"/connexion?retour=/lieux%3Fcourriel={Courriel}%26code={Code}", $"/oidc/retour?code={Jeton}&state={Jeton}", "/api/v1/lieux?limite=canari-recherche"])
        {
            (await visiteur.GetAsync(adresse)).Dispose();
        }

        // A link asked for by who has an account, and by who hasn't: the mail is refused by its server, which names the address.
        foreach (var adresse in (string[])[Courriel, Inconnu])
        {
            using var demande = await visiteur.EnvoyerAsync("/connexion", await visiteur.LirePageAsync("/connexion"), ("Courriel", adresse));
            Assert.Equal(HttpStatusCode.Redirect, demande.StatusCode);
        }

        // Somebody signed in: a change that is written slowly, one that the database refuses with its values, a wrong code.
        using var qui = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies(visiteur.BaseAddress!, cookie) }) { BaseAddress = visiteur.BaseAddress };
        var page = await qui.LirePageAsync("/mon-compte/identite");
        await donnees.ExecuterAsync("""
            CREATE FUNCTION public.essai_lent() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1.2); RETURN NEW; END $$;
            CREATE TRIGGER essai BEFORE UPDATE ON comptes.comptes FOR EACH ROW EXECUTE FUNCTION public.essai_lent()
            """);
        using var lent = await qui.EnvoyerAsync("/mon-compte/identite", page, ("Prenom", Prenom), ("Nom", "Essai"));
        Assert.Equal(HttpStatusCode.Redirect, lent.StatusCode);
        foreach (var refus in (string[])
        [
            $"RAISE EXCEPTION 'invalid input value: \"{NomDansLaBase}\" of {DansLaBase}'",
            "PERFORM NEW.prenom::int",
            $"RAISE EXCEPTION USING ERRCODE = '23505', MESSAGE = 'duplicate key value', DETAIL = 'Key (courriel)=({DansLaBase}) already exists.', HINT = '{DansLaBase}'",
        ])
        {
            await donnees.ExecuterAsync($"CREATE OR REPLACE FUNCTION public.essai_lent() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN {refus}; RETURN NEW; END $f$");
            using var panne = await qui.EnvoyerAsync("/mon-compte/identite", page, ("Prenom", Prenom), ("Nom", NomDansLaBase));
            Assert.Equal(HttpStatusCode.InternalServerError, panne.StatusCode);
        }

        // The webhook, the mail that fails, then what was measured.
        await donnees.ExecuterAsync("UPDATE comptes.livraisons_de_webhook SET prochain_essai = now() - interval '1 minute'");
        await donnees.ExecuterAsync("SELECT pg_notify('comptes_webhooks', 'a-livrer')");
        await Attente.QueAsync("the delivery", () => collecteur.Livraisons > 0);
        await Attente.QueAsync("the refusal of the mail", () => poste.Refus > 0 && programme.Sortie.Contains("LettreDeposee", StringComparison.Ordinal));
        await Attente.QueAsync("the metrics", () => collecteur.Contient("http.server.request.duration"));
        await programme.SignalerAsync("TERM");
        await programme.FinAsync();

        // It was listened to: what is useful is there.
        foreach (var utile in (string[])["invitation/{jeton}", "http.route", "UPDATE comptes.comptes", "mon-compte/identite", "23505", "exception.stacktrace"])
        {
            Assert.True(collecteur.Contient(utile), $"« {utile} » isn't in what is exported.");
        }

        var lignes = programme.Sortie.Split('\n').Where(l => l.StartsWith('{')).ToList();
        Assert.All(lignes, l => JsonDocument.Parse(l).Dispose());
        Assert.Contains(lignes, l => l.Contains("\"Exception\"", StringComparison.Ordinal) && l.Contains("PostgresException", StringComparison.Ordinal) && l.Contains("IdentiteModel", StringComparison.Ordinal));
        Assert.Contains(lignes, l => l.Contains("22P02", StringComparison.Ordinal));

        foreach (var secret in (string[])[Jeton, Recherche, Courriel, Inconnu, Prenom, Code, DansLaBase, NomDansLaBase, Chemin, CleDuWebhook, Suivi, MotDePasse, "198.51.100.77", "45.4321", cookie, signature, ApplicationDeTest.CleDEssai])
        {
            Assert.False(collecteur.Contient(secret), $"« {secret} » is exported: …{collecteur.Autour(secret)}…");
            Assert.DoesNotContain(secret, programme.Sortie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, programme.Erreurs, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static CookieContainer Cookies(Uri site, string session)
    {
        var cookies = new CookieContainer();
        cookies.Add(site, new Cookie(CookieDeSession.Nom, session));
        return cookies;
    }

    /// <summary>A session of the médiateur, whose address is the one to watch, and a webhook with one delivery. Gives the cookie and the secret of the webhook.</summary>
    private static async Task<(string Cookie, string Secret)> PreparerAsync(BaseDeTest donnees, string url)
    {
        await using var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest
        {
            Base = donnees,
            Horloge = new HorlogeFactice(TimeProvider.System.GetUtcNow()),
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Webhooks:BoucleLocale"] = "true" },
        });
        var cookie = await site.CookieDeAsync(Role.Mediateur);
        await donnees.ExecuterAsync("UPDATE comptes.comptes SET courriel = $1, cle_du_courriel = $1 WHERE id = $2", Courriel, Personas.Lire("mediateur")!.Id);
        var secret = await site.DansAsync(async s =>
        {
            var gestion = s.GetRequiredService<GestionDesClients>();
            var client = (await gestion.CreerAsync(null, Personas.IdDOrganisation(Personas.Mediatheque), new ClientDemande { Nom = "Logiciel", Etendues = ["evenements:lire"], Portee = Portee.National }, 365, CancellationToken.None)).Valeur;
            return (await s.GetRequiredService<GestionDesWebhooks>().CreerAsync((await gestion.LireAsync(null, client.Client, CancellationToken.None))!, url, ["cartographie.LieuRetire"], CancellationToken.None)).Valeur.Secret;
        }, "systeme:commande");
        // Due tomorrow for this node, which stops: the program sends it.
        await donnees.ExecuterAsync("""
            INSERT INTO comptes.livraisons_de_webhook (id, webhook, evenement, nom, corps, cree_le, prochain_essai)
            SELECT gen_random_uuid(), id, gen_random_uuid(), 'essai', '{}', now(), now() + interval '1 day' FROM comptes.webhooks
            """);
        return (cookie, secret);
    }

    /// <summary>Keeps what is sent by OTLP over HTTP (protobuf: its texts are in clear in the bytes), and receives the webhook.</summary>
    private sealed class Collecteur : IAsyncDisposable
    {
        private readonly WebApplication _application;
        private readonly ConcurrentQueue<byte[]> _recus = new();
        private int _livraisons;

        private Collecteur(WebApplication application) => _application = application;

        public string Adresse => _application.Urls.Single();

        public int Livraisons => Volatile.Read(ref _livraisons);

        public static async Task<Collecteur> DemarrerAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var application = builder.Build();
            var collecteur = new Collecteur(application);
            application.Run(async contexte =>
            {
                using var corps = new MemoryStream();
                await contexte.Request.Body.CopyToAsync(corps);
                if (contexte.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal))
                {
                    collecteur._recus.Enqueue(corps.ToArray());
                    contexte.Response.ContentType = "application/x-protobuf";
                }
                else
                {
                    // What goes out says nothing of who came in.
                    Assert.False(contexte.Request.Headers.ContainsKey("baggage"));
                    Interlocked.Increment(ref collecteur._livraisons);
                }
            });
            await application.StartAsync();
            return collecteur;
        }


        public bool Contient(string texte) => Autour(texte) is not null;

        public string? Autour(string texte)
        {
            var cherche = Encoding.UTF8.GetBytes(texte);
            foreach (var recu in _recus)
            {
                var ou = recu.AsSpan().IndexOf(cherche);
                if (ou >= 0)
                {
                    var debut = Math.Max(0, ou - 150);
                    return Encoding.UTF8.GetString(recu, debut, Math.Min(recu.Length - debut, 300));
                }
            }

            return null;
        }

        public async ValueTask DisposeAsync() => await _application.DisposeAsync();
    }

    /// <summary>A mail server that refuses every recipient, and names it.</summary>
    private sealed class PosteQuiRefuse : IDisposable
    {
        private readonly TcpListener _ecoute = new(IPAddress.Loopback, 0);
        private int _refus;

        public PosteQuiRefuse()
        {
            _ecoute.Start();
            _ = AccepterAsync();
        }

        public string Port => ((IPEndPoint)_ecoute.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public int Refus => Volatile.Read(ref _refus);

        public void Dispose() => _ecoute.Dispose();

        private async Task AccepterAsync()
        {
            try
            {
                while (true)
                {
                    var client = await _ecoute.AcceptTcpClientAsync();
                    _ = RepondreAsync(client);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task RepondreAsync(TcpClient client)
        {
            using var _ = client;
            try
            {
                using var lecture = new StreamReader(client.GetStream());
                await using var ecriture = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
                await ecriture.WriteLineAsync("220 poste");
                while (await lecture.ReadLineAsync() is { } ligne)
                {
                    var refus = ligne.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase);
                    await ecriture.WriteLineAsync(refus ? $"550 5.1.1 {ligne[8..]}: no such user here" : "250 ok");
                    Interlocked.Add(ref _refus, refus ? 1 : 0);
                }
            }
            catch (IOException)
            {
                // The program is gone.
            }
        }
    }
}
