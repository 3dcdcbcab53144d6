using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>Quartz on PostgreSQL, clustered: its tables live in schema <c>taches</c>, made by the migration; the store only checks them.</summary>
internal static class TachesExtensions
{
    private static readonly TachePlanifiee[] DuNoyau =
    [
        new("noyau.journal", "0 30 3 * * ?", typeof(Journal.CloreJournal)),
        new("noyau.menage", "0 0 4 * * ?", typeof(Demarrage.Menage)),
    ];

    public static IServiceCollection AddTaches(this IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        services.AddQuartz(q =>
        {
            q.MagasinPartage(s => s.GetRequiredService<Base>());
            q.UseDefaultThreadPool(4);
            q.UseDefaultRetryPolicy(RetryPolicy.Exponential(5, TimeSpan.FromSeconds(30), 2.0, TimeSpan.FromMinutes(30)));
            q.AddTriggerListener(s => ActivatorUtilities.CreateInstance<EchecsDeTaches>(s));
            foreach (var tache in modules.SelectMany(m => m.Taches).Concat(DuNoyau))
            {
                q.AddJob(tache.Type, j => j.WithIdentity(tache.Nom).StoreDurably());
                q.AddTrigger(t => t.ForJob(tache.Nom).WithIdentity(tache.Nom).WithCronSchedule(tache.Cron));
            }
        });
        services.AddHostedService<DemarrageDesTaches>();
        return services;
    }
}
