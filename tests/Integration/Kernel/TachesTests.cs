using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Taches;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>Scheduled jobs, with the real scheduler on the real clock.</summary>
public sealed class TachesTests
{
    [Fact]
    public async Task Deux_noeuds_sur_une_base_font_chaque_declenchement_une_fois()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await donnees.ExecuterAsync("CREATE TABLE battements (prevu timestamptz, noeud text, role text); GRANT SELECT, INSERT ON battements TO faireavec_app");
        await using var premier = await NoeudAsync(donnees, new ModuleAvecTaches(new TachePlanifiee("essai.battre", "* * * * * ?", typeof(Battre))), "un");
        await using var second = await NoeudAsync(donnees, new ModuleAvecTaches(new TachePlanifiee("essai.battre", "* * * * * ?", typeof(Battre))), "deux");

        await Attente.QueAsync("six firings", async () => await donnees.LireAsync<long>("SELECT count(*) FROM battements") >= 6);
        // One node leaves; the other goes on.
        await premier.DisposeAsync();
        var avant = await donnees.LireAsync<long>("SELECT count(*) FROM battements");
        await Attente.QueAsync("two more firings", async () => await donnees.LireAsync<long>("SELECT count(*) FROM battements") >= avant + 2);

        Assert.Equal(0, await donnees.LireAsync<long>("SELECT count(*) FROM (SELECT prevu FROM battements GROUP BY prevu HAVING count(*) > 1) x"));
        Assert.Equal(["systeme:taches"], await donnees.ListerAsync<string>("SELECT DISTINCT role FROM battements"));
    }

    [Fact]
    public async Task Une_tache_qui_echoue_est_retentee_puis_montree_a_un_operateur()
    {
        var essais = new Compteur();
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await using var noeud = await NoeudAsync(donnees, new ModuleAvecTaches(new TachePlanifiee("essai.echouer", "0 0 0 1 1 ? 2099", typeof(Echouer))), "un", essais);
        await (await noeud.Services.GetRequiredService<Planificateur>().Demarre).TriggerJob(new JobKey("essai.echouer"));

        await Attente.QueAsync("the dead letter", async () => await donnees.LireAsync<long>("SELECT count(*) FROM noyau.taches_echouees") > 0);
        Assert.Equal(3, essais.Nombre);
        Assert.Equal("essai.echouer: InvalidOperationException: Rien ne va", await donnees.LireAsync<string>("SELECT tache || ': ' || erreur FROM noyau.taches_echouees"));

        var environnement = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings__FaireAvec"] = donnees.ConnexionProprietaire };
        await using var echecs = await ProgrammeFaireAvec.ExecuterAsync(["taches", "echecs"], environnement);
        Assert.Equal((0, "1 échec(s).\n"), (echecs.Code, echecs.Erreurs));
        Assert.Contains("\"nom\":\"essai.echouer\"", echecs.Sortie, StringComparison.Ordinal);
        using var sante = await noeud.Client.GetAsync("/sante");
        Assert.Contains("\"taches\":{\"abandonnees\":1}", await sante.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Mended, then run again by the operator: the node does it, and nothing is in failure any more.
        essais.Repare = true;
        var id = (await donnees.LireAsync<Guid>("SELECT id FROM noyau.taches_echouees")).ToString();
        await using var relance = await ProgrammeFaireAvec.ExecuterAsync(["taches", "relancer", id], environnement);
        Assert.Equal((0, "La tâche « essai.echouer » est relancée : un serveur la reprend dans la minute, ou à son prochain démarrage.\n"), (relance.Code, relance.Erreurs));
        await Attente.QueAsync("the job to run again", () => Task.FromResult(essais.Nombre == 4), TimeSpan.FromSeconds(60));
        await using var apres = await ProgrammeFaireAvec.ExecuterAsync(["taches", "echecs"], environnement);
        Assert.Equal((0, "Rien en échec.\n"), (apres.Code, apres.Erreurs));
        await using var encore = await ProgrammeFaireAvec.ExecuterAsync(["taches", "relancer", id], environnement);
        Assert.Equal((1, "Rien en échec sous cet identifiant.\n"), (encore.Code, encore.Erreurs));
        await donnees.ExecuterAsync("INSERT INTO noyau.taches_echouees VALUES ($1, 'essai.disparue', now(), 6, 'x')", Guid.Empty);
        await using var disparue = await ProgrammeFaireAvec.ExecuterAsync(["taches", "relancer", Guid.Empty.ToString()], environnement);
        Assert.Equal((1, "La tâche « essai.disparue » n’existe plus dans cette version : elle ne peut pas être relancée.\n"), (disparue.Code, disparue.Erreurs));
    }

    [Fact]
    public async Task La_tache_de_nuit_clot_le_journal()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await donnees.ExecuterAsync("SELECT noyau.journaliser(gen_random_uuid(), '2020-02-29T12:00Z', 3::smallint, 'a', 'b', NULL, 'c', 'd', 'e', NULL, NULL, NULL, NULL)");
        await using var noeud = await NoeudAsync(donnees, new ModuleAvecTaches(), "un");
        var planificateur = await noeud.Services.GetRequiredService<Planificateur>().Demarre;
        Assert.Equal("0 30 3 * * ?", Assert.IsAssignableFrom<ICronTrigger>(Assert.Single(await planificateur.GetTriggersOfJob(new JobKey("noyau.journal")))).CronExpressionString);
        await planificateur.TriggerJob(new JobKey("noyau.journal"));
        await Attente.QueAsync("the closing", async () => await donnees.LireAsync<long>("SELECT entrees FROM noyau.journal_racines WHERE jour = '2020-02-29'") == 1);
    }

    [Fact]
    public async Task Le_menage_de_nuit_efface_ce_qui_est_livre_ou_abandonne_depuis_longtemps()
    {
        await using var noyau = await NoyauDeTest.DemarrerAsync();
        var maintenant = noyau.Horloge.Instant;
        Task EvenementAsync(string nom, int age, params string[] livraisons) => noyau.Base.ExecuterAsync($"""
            WITH e AS (INSERT INTO noyau.evenements VALUES (gen_random_uuid(), '{nom}', '{"{}"}', $1::timestamptz - {age} * interval '1 day', 'test') RETURNING id)
            INSERT INTO noyau.livraisons (evenement, gestionnaire, prochain_essai, livree_le, morte_le)
            SELECT e.id, l.g, $1, CASE l.etat WHEN 'livree' THEN $1 - l.jours * interval '1 day' END, CASE l.etat WHEN 'morte' THEN $1 - l.jours * interval '1 day' END
            FROM e, (SELECT ordinality::text AS g, split_part(x, ' ', 1) AS etat, split_part(x, ' ', 2)::int AS jours FROM unnest($2) WITH ORDINALITY AS u (x, ordinality)) l
            """, maintenant.UtcDateTime, livraisons);
        await EvenementAsync("effacer.livre", 91, "livree 91", "livree 91");
        await EvenementAsync("effacer.sans_abonne", 91);
        await EvenementAsync("effacer.mort", 400, "livree 399", "morte 366");
        await EvenementAsync("garder.recent", 89, "livree 89");
        await EvenementAsync("garder.livre_tard", 200, "livree 200", "livree 10");
        await EvenementAsync("garder.en_attente", 4000, "livree 4000", "attente 0");
        await EvenementAsync("garder.mort", 300, "morte 300");
        await noyau.Base.ExecuterAsync("INSERT INTO noyau.taches_echouees (id, tache, instant, essais, erreur, relancee_le) SELECT gen_random_uuid(), n, $1 - a * interval '1 day', 6, 'x', $1 - r * interval '1 day' FROM (VALUES ('effacer', 366, NULL::int), ('effacer', 500, 370), ('garder', 364, NULL), ('garder', 500, 10)) v (n, a, r)", maintenant.UtcDateTime);

        await noyau.Base.ExecuterAsync("INSERT INTO noyau.courriels VALUES (gen_random_uuid(), 'a@example.org', 'essai', $1 - interval '91 days', 'envoye', NULL), (gen_random_uuid(), 'b@example.org', 'essai', $1 - interval '89 days', 'echec', 'x')", maintenant.UtcDateTime);
        await MenageAsync(noyau);
        Assert.Equal(["b@example.org"], await noyau.Base.ListerAsync<string>("SELECT destinataire FROM noyau.courriels"));
        Assert.Equal(["garder.en_attente", "garder.livre_tard", "garder.mort", "garder.recent"], await noyau.Base.ListerAsync<string>("SELECT nom FROM noyau.evenements ORDER BY 1"));
        Assert.Equal(["garder", "garder"], await noyau.Base.ListerAsync<string>("SELECT tache FROM noyau.taches_echouees"));
        Assert.Equal("""{"evenements":3,"taches_echouees":2,"courriels":1}""", await noyau.Base.LireAsync<string>("SELECT apres FROM noyau.journal WHERE action = 'purge'"));

        // The delay is dated data: a shorter one, from its day on. Nothing to erase writes nothing.
        await MenageAsync(noyau);
        Assert.Equal(1, await noyau.Base.LireAsync<long>("SELECT count(*) FROM noyau.journal WHERE action = 'purge'"));
        await noyau.Base.ExecuterAsync("INSERT INTO noyau.parametres VALUES ('noyau.evenements_jours', $1, 30, 'essai')", DateOnly.FromDateTime(maintenant.UtcDateTime).AddDays(1));
        await MenageAsync(noyau);
        Assert.Equal(4, await noyau.Base.LireAsync<long>("SELECT count(*) FROM noyau.evenements"));
        noyau.Horloge.Avancer(TimeSpan.FromDays(1));
        await MenageAsync(noyau);
        Assert.Equal(["garder.en_attente", "garder.livre_tard", "garder.mort"], await noyau.Base.ListerAsync<string>("SELECT nom FROM noyau.evenements ORDER BY 1"));
    }

    private static Task MenageAsync(NoyauDeTest noyau) => new Menage(noyau.Services.GetRequiredService<IServiceScopeFactory>()).ExecuterAsync("noyau.menage", CancellationToken.None);

    private static Task<ApplicationDeTest> NoeudAsync(BaseDeTest donnees, IModule module, string nom, Compteur? compteur = null) => ApplicationDeTest.DemarrerAsync(new ReglagesDeTest
    {
        Base = donnees,
        Taches = true,
        Modules = [module],
        Services = s => s.AddSingleton(TimeProvider.System).AddSingleton(new Noeud(nom)).AddSingleton(compteur ?? new Compteur()),
    });

    private sealed record Noeud(string Nom);

    private sealed class Compteur
    {
        private int _nombre;

        public int Nombre => _nombre;

        public bool Repare { get; set; }

        public void Compter() => Interlocked.Increment(ref _nombre);
    }

    private sealed class ModuleAvecTaches(params TachePlanifiee[] taches) : IModule
    {
        public string Nom => "Essai";

        public IReadOnlyList<string> Routes => [];

        public IReadOnlyList<TachePlanifiee> Taches => taches;
    }

    /// <summary>Notes for which firing it runs.</summary>
    private sealed class Battre(IServiceScopeFactory portees, Noeud noeud) : Tache(portees), IJob
    {
        private DateTime _prevu;

        ValueTask IJob.Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            _prevu = context.ScheduledFireTimeUtc!.Value.UtcDateTime;
            return Execute(context, cancellationToken);
        }

        protected override async Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
        {
            var db = services.GetRequiredService<FaireAvecDb>();
            await db.Database.ExecuteSqlAsync($"INSERT INTO battements VALUES ({_prevu}, {noeud.Nom}, current_setting('app.role', true))", annulation);
        }
    }

    [RetryPolicy(2, "00:00:00.100")]
    private sealed class Echouer(IServiceScopeFactory portees, Compteur compteur) : Tache(portees)
    {
        protected override Task ExecuterAsync(IServiceProvider services, CancellationToken annulation)
        {
            compteur.Compter();
            return compteur.Repare ? Task.CompletedTask : throw new InvalidOperationException("Rien ne va");
        }
    }
}
