using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>Quartz on PostgreSQL, clustered: its tables live in schema <c>taches</c>, made by the migration; the store only checks them.</summary>
internal static class TachesExtensions
{
    public const string Prefixe = "taches.qrtz_";

    public static IServiceCollection AddTaches(this IServiceCollection services, IReadOnlyList<IModule> modules)
    {
        services.AddQuartz(q =>
        {
            q.ConfigureScheduler(o =>
            {
                o.InstanceName = "faireavec";
                o.GenerateInstanceId = true;
                o.DefaultTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
            });
            q.UseDefaultThreadPool(4);
            q.UseDefaultRetryPolicy(RetryPolicy.Exponential(5, TimeSpan.FromSeconds(30), 2.0, TimeSpan.FromMinutes(30)));
            q.AddTriggerListener(s => ActivatorUtilities.CreateInstance<EchecsDeTaches>(s));
            q.UsePersistentStore(store =>
            {
                store.UsePostgres(o => o.DataSourceFactory = s => s.GetRequiredService<Base>().Application);
                store.UseSystemTextJsonSerializer();
                store.UseClustering(c => c.CheckinInterval = TimeSpan.FromSeconds(5));
                store.ConfigureStore(o =>
                {
                    o.TablePrefix = Prefixe;
                    o.SchemaProvisioning = SchemaProvisioning.Validate;
                });
            });
            foreach (var tache in modules.SelectMany(m => m.Taches).Append(new TachePlanifiee("noyau.journal", "0 30 3 * * ?", typeof(Journal.CloreJournal))))
            {
                q.AddJob(tache.Type, j => j.WithIdentity(tache.Nom).StoreDurably());
                q.AddTrigger(t => t.ForJob(tache.Nom).WithIdentity(tache.Nom).WithCronSchedule(tache.Cron));
            }
        });
        services.AddHostedService<DemarrageDesTaches>();
        return services;
    }
}
