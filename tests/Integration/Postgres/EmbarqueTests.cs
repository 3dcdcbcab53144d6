using System.Diagnostics;
using System.Net;
using System.Text.Json;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using Npgsql;

namespace FaireAvec.Tests.Integration.Postgres;

/// <summary>The embedded database, with the real program: started, stopped, killed in every way. No data is lost and no process is left.</summary>
public sealed class EmbarqueTests
{
    [Fact]
    public async Task Premier_demarrage_puis_arret_propre_puis_redemarrage_avec_les_donnees()
    {
        using var dossier = new DossierTemporaire();
        await using (var premier = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin))
        {
            await RepondAsync(premier);
            await MarquerAsync(dossier, "avant l’arrêt");
            var processus = ProcessusPostgres(dossier);
            Assert.True(processus.Count > 1, "No PostgreSQL process found.");

            var chrono = Stopwatch.StartNew();
            await premier.SignalerAsync("TERM");
            await premier.FinAsync();
            Assert.True(chrono.Elapsed < TimeSpan.FromSeconds(3), $"Stopped in {chrono.Elapsed.TotalSeconds:0.0} s.\n{premier.Erreurs}");
            Assert.Equal(0, premier.Code);
            Assert.DoesNotContain(processus, ProgrammeFaireAvec.Vit);
            Assert.False(File.Exists(dossier.Sous("serveur.json")));
            Assert.False(File.Exists(dossier.Sous("postgres", "postmaster.pid")));
        }

        await using var second = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin);
        await RepondAsync(second);
        Assert.Equal(["avant l’arrêt"], await MarquesAsync(dossier));
    }

    [Fact]
    public async Task Le_premier_demarrage_dit_ce_qu_il_charge_et_le_second_ne_charge_plus_rien()
    {
        using var dossier = new DossierTemporaire();
        await using (var premier = await ProgrammeFaireAvec.ServirAvecDonneesAsync(dossier.Chemin))
        {
            await premier.SignalerAsync("TERM");
            await premier.FinAsync();
            var etapes = premier.Erreurs.Split('\n').Where(l => l.StartsWith("› ", StringComparison.Ordinal)).Select(l => new string([.. l.Where(c => !char.IsWhiteSpace(c))])).ToList();
            Assert.Matches("^›Chargementdesterritoires:3[0-9]{4}communes$", Assert.Single(etapes, e => e.Contains("communes", StringComparison.Ordinal)));
            Assert.Equal(["25%", "50%", "75%"], etapes.Where(e => e.EndsWith('%')).Select(e => e.Split(':')[1]));
            Assert.Matches("^›Lieuxchargés:[0-9]{5}$", Assert.Single(etapes, e => e.Contains("chargés", StringComparison.Ordinal)));
            Assert.DoesNotContain("› ", premier.Sortie, StringComparison.Ordinal);
        }

        await using var second = await ProgrammeFaireAvec.ServirAvecDonneesAsync(dossier.Chemin);
        Assert.DoesNotContain("Chargement", second.Erreurs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tue_sans_preavis_le_programme_n_oublie_pas_de_base_derriere_lui_et_repart()
    {
        using var dossier = new DossierTemporaire();
        List<int> processus;
        await using (var premier = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin))
        {
            await MarquerAsync(dossier, "avant la mort");
            processus = ProcessusPostgres(dossier);
            await premier.SignalerAsync("KILL");
            await premier.FinAsync();
        }

        // Nobody told PostgreSQL to stop: the pipe did.
        await Attente.QueAsync("PostgreSQL's end", () => !processus.Exists(ProgrammeFaireAvec.Vit), TimeSpan.FromSeconds(10));
        await using var second = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin);
        await RepondAsync(second);
        Assert.Equal(["avant la mort"], await MarquesAsync(dossier));
    }

    [Fact]
    public async Task Programme_et_base_tues_ensemble_puis_relances_aussitot()
    {
        using var dossier = new DossierTemporaire();
        await using (var premier = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin))
        {
            await MarquerAsync(dossier, "avant la panne");
            var processus = ProcessusPostgres(dossier);
            foreach (var pid in processus.Prepend(premier.Pid))
            {
                await ProgrammeFaireAvec.SignalerAsync(pid, "KILL");
            }

            await premier.FinAsync();
        }

        await using var second = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin);
        await RepondAsync(second);
        Assert.Equal(["avant la panne"], await MarquesAsync(dossier));
    }

    [Fact]
    public async Task La_base_tuee_pendant_le_service_revient_d_elle_meme()
    {
        using var dossier = new DossierTemporaire();
        await using var programme = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin);
        using var client = new HttpClient { BaseAddress = await programme.AdresseAsync() };
        await MarquerAsync(dossier, "avant");

        // One that accepts and never answers keeps neither those who search nor those who watch.
        // The first of its processes before the others: it makes new ones.
        await ProgrammeFaireAvec.SignalerAsync(Postmaster(dossier), "STOP");
        var geles = ProcessusPostgres(dossier);
        await Task.WhenAll(geles.Select(p => ProgrammeFaireAvec.SignalerAsync(p, "STOP")));
        try
        {
            Assert.InRange(await DureeAsync("/lieux?lat=45.44&lon=4.387", HttpStatusCode.OK), 0, 9);
            // Then it is left alone.
            Assert.InRange(await DureeAsync("/lieux?lat=45.44&lon=4.388", HttpStatusCode.OK), 0, 3);
            Assert.InRange(await DureeAsync("/sante", HttpStatusCode.ServiceUnavailable), 0, 10);
        }
        finally
        {
            await Task.WhenAll(geles.Select(p => ProgrammeFaireAvec.SignalerAsync(p, "CONT")));
        }

        await Attente.QueAsync("health", async () => (await client.GetStatutAsync("/sante")).Statut == HttpStatusCode.OK);

        foreach (var signal in (string[])["KILL", "QUIT"])
        {
            var ancien = Postmaster(dossier);
            await ProgrammeFaireAvec.SignalerAsync(ancien, signal);
            await Attente.QueAsync("another PostgreSQL", () => Postmaster(dossier) is var p && p != 0 && p != ancien);
            await Attente.QueAsync("health", async () => (await client.GetStatutAsync("/sante")).Statut == HttpStatusCode.OK);
            await MarquerAsync(dossier, $"après {signal}");
        }

        Assert.Equal(["avant", "après KILL", "après QUIT"], await MarquesAsync(dossier));
        Assert.False(programme.Fini);

        async Task<double> DureeAsync(string adresse, HttpStatusCode attendu)
        {
            var chrono = Stopwatch.StartNew();
            Assert.Equal(attendu, (await client.GetStatutAsync(adresse)).Statut);
            return chrono.Elapsed.TotalSeconds;
        }
    }

    [Fact]
    public async Task Un_second_servir_est_refuse_et_une_commande_rejoint_le_serveur()
    {
        using var dossier = new DossierTemporaire();
        await using var premier = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin);
        var postmaster = Postmaster(dossier);

        await using var second = await ProgrammeFaireAvec.ExecuterAsync(["servir", "--port", "0", "--data", dossier.Chemin]);
        Assert.Equal(1, second.Code);
        Assert.Equal($"Une autre copie de FaireAvec utilise déjà le dossier de données {dossier.Chemin} (processus {premier.Pid}). Arrêtez-la, ou choisissez un autre dossier avec --data.\n", second.Erreurs);
        Assert.Equal("", second.Sortie);

        await using var commande = await ProgrammeFaireAvec.ExecuterAsync(["journal", "verifier", "--data", dossier.Chemin]);
        Assert.Equal((0, "Journal intact : 0 entrée(s).\n"), (commande.Code, commande.Erreurs));
        Assert.Equal(postmaster, Postmaster(dossier));
        await RepondAsync(premier);
    }

    [Fact]
    public async Task Une_commande_seule_demarre_la_base_et_l_arrete()
    {
        using var dossier = new DossierTemporaire();
        await using var migration = await ProgrammeFaireAvec.ExecuterAsync(["migrer", "--empty", "--data", dossier.Chemin]);
        Assert.True(migration.Code == 0, migration.Erreurs);
        Assert.All(migration.Sortie.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => Assert.NotEmpty(JsonDocument.Parse(l).RootElement.GetProperty("migration").GetString()!));
        Assert.False(File.Exists(dossier.Sous("postgres", "postmaster.pid")));
        Assert.Empty(ProcessusPostgres(dossier));
        await using var encore = await ProgrammeFaireAvec.ExecuterAsync(["migrer", "--empty", "--data", dossier.Chemin]);
        Assert.Equal((0, "", "La base était déjà à jour.\n"), (encore.Code, encore.Sortie, encore.Erreurs));
    }

    [Fact]
    public async Task Deux_commandes_a_la_fois_sur_un_dossier_vide_reussissent()
    {
        using var dossier = new DossierTemporaire();
        var commandes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ProgrammeFaireAvec.ExecuterAsync(["migrer", "--empty", "--data", dossier.Chemin])));
        foreach (var commande in commandes)
        {
            Assert.True(commande.Code == 0, commande.Erreurs);
            await commande.DisposeAsync();
        }

        Assert.Empty(ProcessusPostgres(dossier));
    }

    [Fact]
    public async Task Un_premier_demarrage_coupe_court_se_refait()
    {
        using var dossier = new DossierTemporaire();
        Directory.CreateDirectory(dossier.Sous("postgres", "base"));
        await File.WriteAllTextAsync(dossier.Sous("postgres", "PG_VERSION"), "18\n");
        await using var programme = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin);
        await RepondAsync(programme);
    }

    [Fact]
    public async Task Un_chemin_de_donnees_de_plus_de_cent_octets_convient()
    {
        using var dossier = new DossierTemporaire();
        var long_ = dossier.Sous(new string('é', 40), new string('d', 90));
        Directory.CreateDirectory(long_);
        string socket;
        await using (var programme = await ProgrammeFaireAvec.ServirAsync(long_))
        {
            await RepondAsync(programme);
            socket = SocketDe(long_);
            Assert.True(socket.Length < 100, socket);
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(socket));
            await programme.SignalerAsync("TERM");
            await programme.FinAsync();
        }

        Assert.False(Directory.Exists(socket), $"{socket} is left.");
    }

    [Fact]
    public async Task La_base_n_ecoute_sur_aucun_port_et_son_socket_est_prive()
    {
        using var dossier = new DossierTemporaire();
        await using var programme = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin);
        await using var connexion = await OuvrirAsync(dossier);
        await using var commande = new NpgsqlCommand("SELECT current_setting('listen_addresses') || '|' || current_setting('unix_socket_permissions')", connexion);
        Assert.Equal("|0700", await commande.ExecuteScalarAsync());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(SocketDe(dossier.Chemin)));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(dossier.Sous("postgres")));
    }

    [Fact]
    public async Task Un_dossier_que_seul_root_peut_lire_convient_a_root()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root has folders that PostgreSQL's account can't enter: the tests don't run as root.");
        using var dossier = new DossierTemporaire(prive: true);
        await using (var premier = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin))
        {
            await RepondAsync(premier);
            await MarquerAsync(dossier, "chez root");
            await premier.SignalerAsync("TERM");
            await premier.FinAsync();
        }

        await using var second = await ProgrammeFaireAvec.ServirAsync(dossier.Chemin);
        Assert.Equal(["chez root"], await MarquesAsync(dossier));
    }

    [Fact]
    public async Task Un_disque_plein_le_dit_en_francais()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "A small disk is made by mounting one, which needs root.");
        using var dossier = new DossierTemporaire();
        var disque = Directory.CreateDirectory(dossier.Sous("disque")).FullName;
        Assert.SkipUnless(await LancerAsync("mount", "-t", "tmpfs", "-o", "size=20m,mode=0755", "tmpfs", disque) == 0, "Mounting a small disk isn't allowed here.");
        try
        {
            await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["servir", "--port", "0", "--empty", "--data", disque]);
            Assert.Equal(1, programme.Code);
            Assert.StartsWith($"Le disque est plein : la base de données ne peut pas écrire dans {disque}.", programme.Erreurs, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", programme.Erreurs, StringComparison.Ordinal);
            Assert.Empty(ProcessusPostgres(disque));
        }
        finally
        {
            await LancerAsync("umount", "-l", disque);
        }
    }

    [Fact]
    public async Task Un_dossier_ou_l_on_ne_peut_pas_ecrire_le_dit_en_francais()
    {
        // A file where a folder is asked for: refused to everybody, root included.
        using var dossier = new DossierTemporaire();
        await File.WriteAllTextAsync(dossier.Sous("fichier"), "");
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["servir", "--port", "0", "--data", dossier.Sous("fichier", "donnees")]);
        Assert.Equal(1, programme.Code);
        Assert.Contains(dossier.Sous("fichier", "donnees"), programme.Erreurs, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", programme.Erreurs, StringComparison.Ordinal);
        Assert.Single(programme.Erreurs.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Un_port_deja_pris_le_dit_en_francais()
    {
        using var ecoute = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        var port = ((IPEndPoint)ecoute.LocalEndpoint).Port;
        using var dossier = new DossierTemporaire();
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["servir", "--empty", "--port", port.ToString(), "--data", dossier.Chemin]);
        Assert.Equal(1, programme.Code);
        Assert.Contains($"L’adresse http://127.0.0.1:{port} est déjà utilisée par un autre programme.", programme.Erreurs, StringComparison.Ordinal);
        Assert.Empty(ProcessusPostgres(dossier));
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "servir", "--help")]
    [InlineData(0, "lieux", "importer", "--help")]
    [InlineData(0, "journal", "verifier", "--help")]
    [InlineData(0, "--version")]
    [InlineData(1, "servir", "--port", "99999")]
    [InlineData(1, "lieux", "importer", "absent.csv")]
    [InlineData(1, "commande-inconnue")]
    public async Task Une_commande_sans_base_n_en_demarre_aucune(int code, params string[] arguments)
    {
        using var dossier = new DossierTemporaire();
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(arguments, dossierCourant: dossier.Chemin);
        Assert.True(programme.Code == code, programme.Sortie + programme.Erreurs);
        Assert.Empty(Directory.EnumerateFileSystemEntries(dossier.Chemin));
    }

    [Theory]
    [InlineData("Host=/nulle-part;Username=faireavec", "ne répond pas")]
    [InlineData("Host=127.0.0.1;Port=1;Username=faireavec;Timeout=2", "ne répond pas")]
    [InlineData("n’importe quoi", "n’est pas une chaîne de connexion")]
    [InlineData("Host=/nulle-part;No Reset On Close=true", "est interdit")]
    public async Task Une_base_exterieure_mal_dite_donne_une_phrase(string connexion, string phrase)
    {
        await using var programme = await ProgrammeFaireAvec.ExecuterAsync(["servir", "--port", "0"], new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings__FaireAvec"] = connexion });
        Assert.Equal(1, programme.Code);
        Assert.Contains(phrase, programme.Erreurs, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", programme.Erreurs, StringComparison.Ordinal);
    }

    private static async Task RepondAsync(ProgrammeFaireAvec programme)
    {
        using var client = new HttpClient { BaseAddress = await programme.AdresseAsync() };
        var (statut, corps) = await client.GetStatutAsync("/sante");
        Assert.True(statut == HttpStatusCode.OK, corps);
        Assert.Contains("\"embarquee\":true", corps, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetStatutAsync("/api/v1/lieux")).Statut);
    }

    private static string SocketDe(string dossier) => JsonDocument.Parse(File.ReadAllText(Path.Combine(dossier, "serveur.json"))).RootElement.GetProperty("Socket").GetString()!;

    private static async Task<NpgsqlConnection> OuvrirAsync(DossierTemporaire dossier)
    {
        var connexion = new NpgsqlConnection($"Host={SocketDe(dossier.Chemin)};Username=faireavec;Database=faireavec;Pooling=false");
        await connexion.OpenAsync();
        return connexion;
    }

    private static async Task MarquerAsync(DossierTemporaire dossier, string texte)
    {
        await using var connexion = await OuvrirAsync(dossier);
        await using var commande = new NpgsqlCommand("CREATE TABLE IF NOT EXISTS public.marques (texte text, rang serial); INSERT INTO public.marques VALUES ('" + texte + "')", connexion);
        await commande.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> MarquesAsync(DossierTemporaire dossier)
    {
        await using var connexion = await OuvrirAsync(dossier);
        await using var commande = new NpgsqlCommand("SELECT texte FROM public.marques ORDER BY rang", connexion);
        await using var lignes = await commande.ExecuteReaderAsync();
        var textes = new List<string>();
        while (await lignes.ReadAsync())
        {
            textes.Add(lignes.GetString(0));
        }

        return textes;
    }

    private static int Postmaster(DossierTemporaire dossier) => Postmaster(dossier.Sous("postgres"));

    private static int Postmaster(string cluster)
    {
        try
        {
            return int.TryParse(File.ReadLines(Path.Combine(cluster, "postmaster.pid")).FirstOrDefault(), out var pid) ? pid : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>The postmaster of the folder, its children, and whatever names the folder on its command line.</summary>
    private static List<int> ProcessusPostgres(DossierTemporaire dossier) => ProcessusPostgres(dossier.Chemin);

    private static List<int> ProcessusPostgres(string dossier)
    {
        var postmaster = Postmaster(Path.Combine(dossier, "postgres"));
        var trouves = new List<int>();
        foreach (var pid in Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), out var p) ? p : 0).Where(p => p > 0))
        {
            try
            {
                var parent = int.Parse(File.ReadAllText($"/proc/{pid}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
                var commande = File.ReadAllText($"/proc/{pid}/cmdline");
                if ((postmaster != 0 && (pid == postmaster || parent == postmaster)) || (commande.Contains(Path.Combine(dossier, "postgres"), StringComparison.Ordinal) && ProgrammeFaireAvec.Vit(pid)))
                {
                    trouves.Add(pid);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
            }
        }

        return trouves;
    }

    private static async Task<int> LancerAsync(string commande, params string[] arguments)
    {
        using var processus = Process.Start(new ProcessStartInfo(commande, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await processus.WaitForExitAsync();
        return processus.ExitCode;
    }
}
