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
        await (await noeud.Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).TriggerJob(new JobKey("essai.echouer"));

        await Attente.QueAsync("the dead letter", async () => await donnees.LireAsync<long>("SELECT count(*) FROM noyau.taches_echouees") > 0);
        Assert.Equal(3, essais.Nombre);
        Assert.Equal("essai.echouer: InvalidOperationException: Rien ne va", await donnees.LireAsync<string>("SELECT tache || ': ' || erreur FROM noyau.taches_echouees"));

        var environnement = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings__FaireAvec"] = donnees.ConnexionProprietaire };
        await using var echecs = await ProgrammeFaireAvec.ExecuterAsync(["taches", "echecs"], environnement);
        Assert.Equal((0, "1 échec(s).\n"), (echecs.Code, echecs.Erreurs));
        Assert.Contains("\"nom\":\"essai.echouer\"", echecs.Sortie, StringComparison.Ordinal);
        using var sante = await noeud.Client.GetAsync("/sante");
        Assert.Contains("\"taches\":{\"abandonnees\":1}", await sante.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task La_tache_de_nuit_clot_le_journal()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await donnees.ExecuterAsync("SELECT noyau.journaliser(gen_random_uuid(), '2020-02-29T12:00Z', 3::smallint, 'a', 'b', NULL, 'c', 'd', 'e', NULL, NULL, NULL, NULL)");
        await using var noeud = await NoeudAsync(donnees, new ModuleAvecTaches(), "un");
        var planificateur = await noeud.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        Assert.Equal("0 30 3 * * ?", Assert.IsAssignableFrom<ICronTrigger>(Assert.Single(await planificateur.GetTriggersOfJob(new JobKey("noyau.journal")))).CronExpressionString);
        await planificateur.TriggerJob(new JobKey("noyau.journal"));
        await Attente.QueAsync("the closing", async () => await donnees.LireAsync<long>("SELECT entrees FROM noyau.journal_racines WHERE jour = '2020-02-29'") == 1);
    }

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
            throw new InvalidOperationException("Rien ne va");
        }
    }
}
