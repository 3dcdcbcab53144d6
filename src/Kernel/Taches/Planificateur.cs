using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using Quartz.Extensibility;

namespace FaireAvec.Kernel.Taches;

/// <summary>
/// The scheduler of this node: Quartz on PostgreSQL, clustered; its tables live in schema <c>taches</c>, made by the migration, and the store only checks
/// them. Quartz's own services are built apart from the product's: a scheduler whose start failed can't start again, so each try makes another one.
/// </summary>
internal sealed class Planificateur(IServiceProvider application, IEnumerable<IModule> modules) : IAsyncDisposable
{
    private static readonly TachePlanifiee[] DuNoyau =
    [
        new("noyau.journal", "0 30 3 * * ?", typeof(Journal.CloreJournal)),
        new("noyau.verification", "0 0 5 * * ?", typeof(Journal.VerifierLeJournal)),
        new("noyau.menage", "0 0 4 * * ?", typeof(Demarrage.Menage)),
        new(Purges.LancerLesPurges.Nom, "0 15 3 * * ?", typeof(Purges.LancerLesPurges)),
    ];

    private static readonly TimeSpan FinDesTaches = TimeSpan.FromMilliseconds(500);

    private readonly TaskCompletionSource<IScheduler> _demarre = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceProvider? _services;

    /// <summary>The scheduler, once it runs.</summary>
    public Task<IScheduler> Demarre => _demarre.Task;

    public async Task DemarrerAsync(CancellationToken annulation)
    {
        await DisposeAsync();
        _services = Construire();
        var planificateur = await _services.GetRequiredService<ISchedulerFactory>().GetScheduler(annulation);
        await planificateur.Start(annulation);
        _demarre.TrySetResult(planificateur);
    }

    /// <summary>A job that is nearly done ends; cut in its last steps, it would be tried again by another node though its work is done.</summary>
    public async Task ArreterAsync()
    {
        if (!_demarre.Task.IsCompletedSuccessfully)
        {
            return;
        }

        try
        {
            await (await _demarre.Task).Shutdown(waitForJobsToComplete: true, CancellationToken.None).AsTask().WaitAsync(FinDesTaches, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            // It is cut with the services that it uses, and tried again.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is { } services)
        {
            _services = null;
            await services.DisposeAsync();
        }
    }

    private ServiceProvider Construire() => new ServiceCollection()
        .AddSingleton(application.GetRequiredService<ILoggerFactory>())
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
        .AddSingleton(application.GetRequiredService<TimeProvider>())
        .AddQuartz(q =>
        {
            q.MagasinPartage(application.GetRequiredService<Base>());
            q.UseDefaultThreadPool(4);
            q.UseDefaultRetryPolicy(RetryPolicy.Exponential(5, TimeSpan.FromSeconds(30), 2.0, TimeSpan.FromMinutes(30)));
            q.UseJobFactory(new Fabrique(application));
            q.AddTriggerListener(ActivatorUtilities.CreateInstance<EchecsDeTaches>(application));
            foreach (var tache in modules.SelectMany(m => m.Taches).Concat(DuNoyau))
            {
                q.AddJob(tache.Type, j => j.WithIdentity(tache.Nom).StoreDurably());
                q.AddTrigger(t => t.ForJob(tache.Nom).WithIdentity(tache.Nom).WithCronSchedule(tache.Cron));
            }
        })
        .BuildServiceProvider();

    /// <summary>Jobs are made of the product's services, not of Quartz's.</summary>
    private sealed class Fabrique(IServiceProvider application) : IJobFactory
    {
        public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new JobScope((IJob)ActivatorUtilities.CreateInstance(application, bundle.JobDetail.JobType.Type!), null));

        public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
