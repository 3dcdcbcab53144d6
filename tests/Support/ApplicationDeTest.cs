using System.Net;
using FaireAvec.Accompagnement.Demonstration;
using FaireAvec.Accompagnement.Registres;
using FaireAvec.Comptes.Demonstration;
using FaireAvec.Comptes.Domain;
using FaireAvec.Comptes.Sessions;
using FaireAvec.Contracts.Comptes;
using FaireAvec.Host;
using FaireAvec.Host.Site;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Kernel.Securite;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace FaireAvec.Tests.Support;

/// <summary>
/// The real application, in this process, on Kestrel with a free port and a PostgreSQL of its own. As a class fixture it is started once for the class;
/// a test that needs other settings calls <see cref="DemarrerAsync"/>.
/// </summary>
public class ApplicationDeTest : IAsyncLifetime
{
    /// <summary>An operator's key, the same for all nodes of the tests.</summary>
    public const string CleDEssai = "Y2xlIGQnZXNzYWksIDMyIG9jdGV0cyBlbiBiYXNlNjQ=";

    private readonly ReglagesDeTest _reglages;
    private readonly bool _baseEmpruntee;
    private DossierTemporaire? _dossier;
    private WebApplication? _application;

    public ApplicationDeTest()
        : this(new ReglagesDeTest())
    {
    }

    protected ApplicationDeTest(ReglagesDeTest reglages)
    {
        _reglages = reglages;
        _baseEmpruntee = reglages.Base is not null;
        Horloge = reglages.Horloge ?? new HorlogeFactice();
    }

    public HorlogeFactice Horloge { get; }

    /// <summary>What it logged.</summary>
    public JournauxDeTest Journaux { get; } = new();

    /// <summary>A client with cookies that follows no redirect.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The database, for plain SQL. Not for an embedded application.</summary>
    public BaseDeTest Base { get; private set; } = null!;

    public IServiceProvider Services => _application!.Services;

    public Uri Adresse { get; private set; } = null!;

    /// <summary>Folder of the data: embedded database, mail.</summary>
    public string Dossier => _dossier!.Chemin;

    public static async Task<ApplicationDeTest> DemarrerAsync(ReglagesDeTest? reglages = null)
    {
        var application = new ApplicationDeTest(reglages ?? new ReglagesDeTest());
        try
        {
            await application.InitializeAsync();
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _dossier = new DossierTemporaire();
        var configuration = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["FAIREAVEC_LIMITES"] = "non",
            ["Donnees:Dossier"] = _dossier.Chemin,
            ["Taches:Actives"] = _reglages.Taches ? "true" : "false",
        };
        if (_reglages.Embarquee)
        {
            configuration["Donnees:Vide"] = _reglages.AvecDonnees ? "false" : "true";
        }
        else
        {
            Base = _reglages.Base ?? await (await ServeurDeTest.CommunAsync).CreerBaseAsync(_reglages.AvecDonnees);
            configuration["ConnectionStrings:FaireAvec"] = Base.ConnexionProprietaire;
            configuration["Cles:Operateur"] = CleDEssai;
        }

        foreach (var (cle, valeur) in _reglages.Configuration)
        {
            configuration[cle] = valeur;
        }

        _application = Application.Construire([.. ModulesDuProduit.Tous(), .. _reglages.Modules], configuration, services =>
        {
            services.AddSingleton<TimeProvider>(Horloge);
            services.AddSingleton<IHostLifetime, SansConsole>();
            services.AddLogging(l => l.ClearProviders().AddProvider(Journaux));
            _reglages.Services?.Invoke(services);
        });
        await _application.Services.GetRequiredService<Base>().OuvrirAsync(rejoindre: false, CancellationToken.None);
        await _application.StartAsync();
        Adresse = new Uri(_application.Urls.Single());
        Client = NouveauClient();
        if (_reglages.AttendrePret)
        {
            await PretAsync();
        }

        if (_reglages.Connecte is { } role)
        {
            Client = await ClientDeAsync(role);
        }
    }

    /// <summary>What the invented people did, whom they follow, whom they met: after the first <see cref="CookieDeAsync"/>.</summary>
    /// <param name="lieu">Id of a place of the map, for the agenda; null: no agenda.</param>
    public async Task InventerAsync(string? lieu = null)
    {
        var demonstration = Services.GetRequiredService<IDemonstration>();
        await PersonnesInventees.AjouterAsync(Services, demonstration, CancellationToken.None);
        await AvecBaseAsync(async db =>
        {
            await ParcoursInventes.AjouterAsync(db, demonstration, Horloge, CancellationToken.None);
            await RencontresInventees.AjouterAsync(db, demonstration, Horloge, CancellationToken.None);
            await RegistresInventes.AjouterAsync(db, demonstration, Services.GetRequiredService<ClesDesSignatures>(), Horloge, CancellationToken.None);
            await ReseauInvente.AjouterAsync(db, demonstration, Horloge, CancellationToken.None);
            return true;
        }, "systeme:demarrage");
        if (lieu is not null)
        {
            await DansAsync(async s =>
            {
                await AgendaInvente.AjouterAsync(s, demonstration, lieu, CancellationToken.None);
                return true;
            }, "systeme:demarrage");
        }
    }

    /// <summary>The session's cookie of the invented person who has this role; the people of the demonstration are added when they aren't there.</summary>
    public async Task<string> CookieDeAsync(Role role)
    {
        await AvecBaseAsync(async db =>
        {
            await Personas.AjouterAsync(db, Horloge, CancellationToken.None);
            await ActesInventes.AjouterAsync(db, Services.GetRequiredService<IDemonstration>(), Horloge, CancellationToken.None);
            return true;
        }, "systeme:demarrage");
        var contexte = new DefaultHttpContext { RequestServices = Services };
        await Services.GetRequiredService<Ouverture>().OuvrirAsync(contexte, Personas.Lire(role.Cle())!.Id, Facteur.Demonstration, postePartage: false, CancellationToken.None);
        return SetCookieHeaderValue.ParseList([.. contexte.Response.Headers.SetCookie!]).Single(c => c.Name == CookieDeSession.Nom).Value.ToString();
    }

    /// <summary>A client that is signed in as the invented person who has this role.</summary>
    public async Task<HttpClient> ClientDeAsync(Role role)
    {
        var cookies = new CookieContainer();
        cookies.Add(Adresse, new Cookie(CookieDeSession.Nom, await CookieDeAsync(role)));
        return NouveauClient(cookies);
    }

    public async Task PretAsync()
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Assert.True(await Services.GetRequiredService<EtatDemarrage>().PretAsync(limite.Token), "The application isn't ready after a minute.");
    }

    /// <summary>Another visitor: cookies of its own, no redirect followed.</summary>
    public HttpClient NouveauClient() => NouveauClient(new CookieContainer());

    private HttpClient NouveauClient(CookieContainer cookies) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = cookies, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = Adresse };

    /// <summary>Work in a scope of the application, as the process and role that the test chooses.</summary>
    public async Task<T> DansAsync<T>(Func<IServiceProvider, Task<T>> action, string? role = null)
    {
        await using var portee = Services.CreateAsyncScope();
        portee.ServiceProvider.GetRequiredService<ContexteEcriture>().Processus = "test";
        portee.ServiceProvider.GetRequiredService<ContexteAcces>().Role = role;
        return await action(portee.ServiceProvider);
    }

    /// <summary>Work on the database in a scope of the application.</summary>
    public Task<T> AvecBaseAsync<T>(Func<FaireAvecDb, Task<T>> action, string? role = null) => DansAsync(s => action(s.GetRequiredService<FaireAvecDb>()), role);

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_application is not null)
        {
            await _application.StopAsync();
            await _application.DisposeAsync();
        }

        if (Base is not null && !_baseEmpruntee)
        {
            await Base.DisposeAsync();
        }

        _dossier?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Signals are for the test run, not for each application in it.</summary>
    private sealed class SansConsole : IHostLifetime
    {
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>The application with the shipped open data, as a class fixture.</summary>
public sealed class ApplicationAvecDonnees() : ApplicationDeTest(new ReglagesDeTest { AvecDonnees = true });
