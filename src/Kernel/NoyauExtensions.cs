using FaireAvec.Kernel.CourtsMessages;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Evenements;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Observation;
using FaireAvec.Kernel.Postgres;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Taches;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FaireAvec.Kernel;

/// <summary>Registration of the kernel.</summary>
public static class NoyauExtensions
{
    /// <summary>Services that commands and the server both need: database, journal, outbox's writing, clock, mail, shared keys.</summary>
    public static IServiceCollection AddNoyau(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IModule> modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(OptionsDonnees.De(configuration));
        services.AddSingleton<Base>();
        services.AddSingleton<EtatDemarrage>();
        services.AddSingleton<Preparation>();
        services.AddSingleton<RegistreEvenements>();
        services.AddSingleton<Courrier.CourrierSmtp>();
        services.AddSingleton<Courrier.ICourrier, Courrier.CourrierJournalise>();
        services.AddCourtsMessages();
        services.AddSingleton<Web.AdresseDuSite>();
        services.AddSingleton<Exploitation.ReglagesVivants>();
        services.AddSingleton<Exploitation.IFonctionnalites>(s => s.GetRequiredService<Exploitation.ReglagesVivants>());
        services.AddSingleton(s => new RelanceDeTaches(s.GetRequiredService<Base>(), s.GetRequiredService<TimeProvider>(), s.GetService<Planificateur>()));
        services.AddSingleton(s => new Lazy<CleOperateur>(() => CleOperateur.De(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<OptionsDonnees>())));
        services.AddSingleton<ClesEnBase>();
        services.AddSingleton(s => new RotationDesCles(s.GetRequiredService<Base>(), s.GetRequiredService<ClesEnBase>(), s.GetRequiredService<Lazy<CleOperateur>>()));
        services.AddScoped(s => new Journal.LecturePersonnelle(s.GetRequiredService<Base>(), s.GetRequiredService<ContexteAcces>(), s.GetRequiredService<Lazy<CleOperateur>>()));
        services.AddSingleton<TableDesDroits>();
        services.AddScoped<Demandeur>();
        services.AddScoped<ContexteEcriture>();
        services.AddScoped<ContexteAcces>();
        services.AddSingleton<EcrituresGroupees>();
        services.AddScoped(s => new EcritureDirecte(s.GetRequiredService<EcrituresGroupees>(), s.GetRequiredService<ContexteEcriture>(), s.GetRequiredService<ContexteAcces>()));
        services.AddScoped<ReglagesDAcces>();
        services.AddDbContext<FaireAvecDb>((s, o) => Reglages(o, s.GetRequiredService<Base>().Application.CreateConnection())
            .UseApplicationServiceProvider(s)
            .AddInterceptors(s.GetRequiredService<ReglagesDAcces>()));
        services.AddDataProtection().SetApplicationName("faireavec");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = s.GetRequiredService<ClesEnBase>()));
        services.AddScoped(s => new Journal.VerificationJournal(s.GetRequiredService<Base>().Application));
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.ConfigureServices(services, configuration);
        }

        return services;
    }

    // A connection, not its source: for each source EF would keep a model and compiled queries of its own until the process ends.
    // The services of EF itself come first: EF has one model for all who give it the same settings in the same order.
    private static DbContextOptionsBuilder Reglages(DbContextOptionsBuilder options, NpgsqlConnection connexion) => options
        .ReplaceService<IModelCacheKeyFactory, CleDuModele>()
        .UseNpgsql(connexion, contextOwnsConnection: true)
        // The database refuses things every day (a closed period, a day that is full): who asked is told. What nobody expected is logged where it ends.
        .ConfigureWarnings(w => w.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));

    /// <summary>
    /// Builds EF's model and what it needs to read a query, two seconds of work at a start, without waiting for a database: those who need them later find them made.
    /// </summary>
    /// <returns>The model that every context of these modules will have.</returns>
    public static IModel PreparerLeModele(IReadOnlyList<IModule> modules)
    {
        var options = new DbContextOptionsBuilder<FaireAvecDb>();
        Reglages(options, new NpgsqlConnection());
        using var db = new FaireAvecDb(options.Options, modules, new ContexteEcriture());
        _ = db.Set<ParametreDate>().Where(p => p.Cle == "").ToQueryString();
        return db.Model;
    }

    /// <summary>What only the server runs: preparation, deliveries, jobs, telemetry.</summary>
    public static IServiceCollection AddNoyauServeur(this IServiceCollection services)
    {
        services.AddHostedService<Telemetrie>();
        services.AddHostedService<Exploitation.VeilleDesReglages>();
        services.AddHostedService<PreparationEnFond>();
        services.AddSingleton<DistributionEvenements>();
        services.AddHostedService(s => s.GetRequiredService<DistributionEvenements>());
        services.AddSingleton<Planificateur>();
        services.AddHostedService<DemarrageDesTaches>();
        return services;
    }

    /// <summary>Data Protection reads its keys while the host starts, before the database is there; the first use reads them as well. Call it last: several packages register it.</summary>
    public static void RetirerLePrechargementDesCles(this IServiceCollection services)
    {
        foreach (var prechargement in services.Where(s => s.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(prechargement);
        }
    }
}
