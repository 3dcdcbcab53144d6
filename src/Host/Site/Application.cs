using System.IO.Compression;
using System.Text.Json;
using FaireAvec.Host.Areas.Site;
using FaireAvec.Kernel;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Modules;
using FaireAvec.Kernel.Ressources;
using FaireAvec.Kernel.Securite;
using FaireAvec.Kernel.Web;
using FaireAvec.Migrations;
using FaireAvec.Ui;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;

namespace FaireAvec.Host.Site;

/// <summary>Builds the web application: services, middleware in their order, endpoints of the host and of the modules.</summary>
internal static class Application
{
    public static readonly string[] Langues = ["fr", "en"];

    /// <param name="modules">The product's modules.</param>
    /// <param name="reglages">Settings that win over files and environment (command line, tests).</param>
    /// <param name="services">Replacements, for tests (clock).</param>
    public static WebApplication Construire(IReadOnlyList<IModule> modules, IReadOnlyDictionary<string, string?> reglages, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Application).Assembly.GetName().Name });
        // What isn't in the manifest of assets doesn't exist, as in the published product.
        builder.Configuration["DisableStaticAssetNotFoundRuntimeFallback"] = "true";
        // Otherwise a build serves its styles and scripts « compressed » without compression: 75 kB instead of 13 for the style sheet.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Configuration.AddInMemoryCollection(reglages);
        builder.Configuration.AddSecretsDeFichiers(builder.Configuration);
        // The manifest of assets is beside the program, built or published, whatever the environment.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 10 * 1024 * 1024;
            // 10 kB of one parameter must reach the code that answers with a sentence.
            k.Limits.MaxRequestLineSize = 64 * 1024;
        });
        Journaux(builder);

        builder.Services.AddNoyau(builder.Configuration, modules).AddNoyauServeur().AddMigrations();
        builder.Services.AddSingleton(modules);
        builder.Services.AddFaireAvecUi();
        builder.Services.AddSingleton(Operateur.De(builder.Configuration));
        builder.Services.AddSingleton<IPlanDuSite, PlanDesPages>();
        builder.Services.AddRazorPages(o =>
        {
            UiExtensions.ConfigureUiPages(o.Conventions);
            o.Conventions.Droit("Site", "/", DroitRequis.Public);
            foreach (var module in modules)
            {
                module.ConfigurePages(o.Conventions);
            }
        }).AddMvcOptions(o =>
        {
            o.Filters.Add(new FormulaireRefuse.Jetons());
            o.Filters.Add(new EmpreinteDesPages());
        }).AddRazorOptions(o => o.ViewLocationExpanders.Add(new ContenusSelonLaLangue()));
        builder.Services.AddPagesALaDemande();
        builder.Services.AddRouting(o => o.LowercaseUrls = true);
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "fa-jeton";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            o.SerializerOptions.DictionaryKeyPolicy = null;
            o.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        builder.Services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/geo+json", "application/ld+json", "application/problem+json", "image/svg+xml", "text/csv"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        builder.Services.AddCors(o => o.AddPolicy("lecture", p => p.AllowAnyOrigin().WithMethods("GET", "HEAD").WithHeaders("If-None-Match").WithExposedHeaders("ETag", "Retry-After")));
        builder.Services.AddLimites(builder.Configuration);
        builder.Services.AddErreurs();
        builder.Services.AddDroits(builder.Configuration);
        builder.Services.AddDocumentOpenApi();
        builder.Services.AddMandataires(builder.Configuration);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.RetirerLePrechargementDesCles();
        services?.Invoke(builder.Services);

        var application = builder.Build();
        application.UseForwardedHeaders();
        application.UseMiddleware<EnTetesDeSecurite>();
        application.UseErreurs();
        application.UseResponseCompression();
        application.UseRequestLocalization(o =>
        {
            o.SetDefaultCulture("fr").AddSupportedCultures(Langues).AddSupportedUICultures([.. Langues, TextesFaciles.Culture]);
            o.ApplyCurrentCultureToResponseHeaders = true;
            o.RequestCultureProviders = [new LangueDeLAdresse(), new CookieRequestCultureProvider { CookieName = Langue.Cookie }];
        });
        application.UseMiddleware<AttenteDuDemarrage>();
        application.UseMiddleware<LectureDeTete>();
        application.UseRouting();
        application.Use((contexte, suite) =>
        {
            // Nobody answers this address (404), or not with this verb (405): said before rights, which would refuse what isn't there.
            switch (contexte.GetEndpoint())
            {
                case RouteEndpoint:
                    return suite(contexte);
                case { RequestDelegate: { } refus }:
                    return refus(contexte);
                default:
                    contexte.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
            }
        });
        application.UseMiddleware<FichiersDuTheme>();
        application.UseMiddleware<TailleDesEnvois>();
        application.UseMiddleware<SansOctetNul>();
        application.UseMiddleware<LectureSeule>();
        application.UseCors();
        application.UseRateLimiter();
        application.UseMiddleware<AdresseBienEcrite>();
        application.Use(async (contexte, suite) =>
        {
            // Who writes is said by authentication.
            contexte.RequestServices.GetRequiredService<ContexteEcriture>().Processus = ProvenanceWeb.De(contexte);
            await suite();
        });
        application.UseAuthentication();
        application.UseMiddleware<PassageDesClients>();
        application.UseMiddleware<PagesDeChacun>();
        application.UseAuthorization();
        application.MapStaticAssets().Droit(DroitRequis.Public);
        application.MapRazorPages();
        application.MapSante();
        application.MapLangue();
        application.MapPlans();
        application.MapRapportsCsp();
        application.MapRetoursDeSms();
        application.MapDocumentOpenApi();
        var api = application.MapGroup("").RequireCors("lecture").RequireRateLimiting(Limites.Lecture);
        foreach (var module in modules)
        {
            module.MapEndpoints(api);
        }

        return application;
    }

    private static void Journaux(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A public page that a cache may keep isn't kept for whoever is signed in: the form that signs out is on it, and it would be told at each page.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddFilter("Npgsql", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        JournauxSansDonnees.Ajouter(builder.Logging, builder.Configuration["Journaux"] == "lisibles");
    }
}
