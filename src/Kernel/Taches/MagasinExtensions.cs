using FaireAvec.Kernel.Donnees;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace FaireAvec.Kernel.Taches;

/// <summary>The scheduler's store: Quartz on PostgreSQL, in schema <c>taches</c>.</summary>
public static class MagasinExtensions
{
    private const string Prefixe = "taches.qrtz_";

    /// <summary>
    /// Makes the missing tables of the store, with the owner's rights. Under another name than the nodes': it would otherwise take jobs that are due.
    /// </summary>
    public static void ProvisionnerLeMagasin(this IQuartzBuilder q, NpgsqlDataSource proprietaire) =>
        q.UsePersistentStore(store => Regler(store, proprietaire, SchemaProvisioning.CreateIfMissing));

    /// <summary>The store that the nodes share; a command that only writes a firing names itself the same.</summary>
    internal static void MagasinPartage(this IQuartzBuilder q, Base donnees)
    {
        q.ConfigureScheduler(o =>
        {
            o.InstanceName = "faireavec";
            o.GenerateInstanceId = true;
            o.DefaultTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        });
        q.UsePersistentStore(store =>
        {
            Regler(store, donnees.Application, SchemaProvisioning.Validate);
            store.UseClustering(c => c.CheckinInterval = TimeSpan.FromSeconds(5));
        });
    }

    private static void Regler(IPersistentStoreBuilder store, NpgsqlDataSource source, SchemaProvisioning tables)
    {
        store.UsePostgres(o => o.DataSourceFactory = _ => source);
        store.UseSystemTextJsonSerializer();
        store.ConfigureStore(o =>
        {
            o.TablePrefix = Prefixe;
            o.SchemaProvisioning = tables;
        });
    }
}
