using System.Net;
using System.Text.Json;
using FaireAvec.Host;
using FaireAvec.Kernel;
using FaireAvec.Kernel.Demarrage;
using FaireAvec.Kernel.Donnees;
using FaireAvec.Migrations;
using FaireAvec.Tests.Support;
using FaireAvec.Tests.Support.Pages;
using FaireAvec.Tests.Support.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FaireAvec.Tests.Integration.Kernel;

/// <summary>« /sante », and the site while it starts.</summary>
public sealed class SanteTests
{
    [Fact]
    public async Task Un_site_pret_dit_ce_qu_un_exploitant_veut_savoir()
    {
        await using var site = await ApplicationDeTest.DemarrerAsync();
        using var reponse = await site.Client.GetAsync("/sante");
        await AssertPage.StatutAsync(HttpStatusCode.OK, reponse);
        Assert.True(reponse.Headers.CacheControl?.NoStore);
        var sante = JsonDocument.Parse(await reponse.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("pret", sante.GetProperty("etat").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+", sante.GetProperty("version").GetString());
        Assert.Equal("pret", sante.GetProperty("base_de_donnees").GetProperty("etat").GetString());
        Assert.False(sante.GetProperty("base_de_donnees").GetProperty("embarquee").GetBoolean());
        Assert.Equal(0, sante.GetProperty("evenements").GetProperty("abandonnes").GetInt32());
        Assert.Equal(0, sante.GetProperty("taches").GetProperty("abandonnees").GetInt32());
    }

    [Fact]
    public async Task Une_base_exterieure_sans_migration_fait_attendre_le_site_jusqu_a_ce_qu_on_la_mette_a_jour()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync(migree: false);
        await using var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest { Base = donnees, AttendrePret = false, Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Galerie"] = "true" } });

        await Attente.QueAsync("« faireavec migrer » to be asked for", async () => (await site.Client.GetStatutAsync("/sante")).Corps.Contains("faireavec migrer", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Client.GetStatutAsync("/sante")).Statut);
        using (var page = await site.Client.GetAsync("/ui"))
        {
            await AssertPage.ErreurAsync(HttpStatusCode.ServiceUnavailable, "Service momentanément indisponible", page);
            Assert.Equal(TimeSpan.FromSeconds(5), page.Headers.RetryAfter?.Delta);
        }

        using (var api = await site.Client.GetAsync("/api/v1/lieux"))
        {
            await AssertPage.ProblemeAsync(HttpStatusCode.ServiceUnavailable, api);
        }

        // The page that asks to wait has its style.
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetStatutAsync("/ui/site.css")).Statut);

        await using var migration = await ProgrammeFaireAvec.ExecuterAsync(["migrer", "--empty"], new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings__FaireAvec"] = donnees.ConnexionProprietaire });
        Assert.True(migration.Code == 0, migration.Erreurs);
        Assert.Contains("\"migration\":", migration.Sortie, StringComparison.Ordinal);
        await site.PretAsync();
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetStatutAsync("/sante")).Statut);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetStatutAsync("/ui")).Statut);
    }

    [Fact]
    public async Task Deux_migrations_a_la_fois_se_suivent()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync(migree: false);
        var faites = await Task.WhenAll(MigrerAsync(donnees), MigrerAsync(donnees));
        Assert.Contains(faites, f => f.Count > 0);
        Assert.Contains(faites, f => f.Count == 0);
        Assert.Empty(await MigrerAsync(donnees));
    }

    [Fact]
    public async Task Deux_comptes_de_base_suffisent_un_qui_possede_un_qui_sert()
    {
        await using var donnees = await (await ServeurDeTest.CommunAsync).CreerBaseAsync();
        await using var site = await ApplicationDeTest.DemarrerAsync(new ReglagesDeTest
        {
            Base = donnees,
            Configuration = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:FaireAvec"] = donnees.ConnexionApplication, ["ConnectionStrings:FaireAvecProprietaire"] = donnees.ConnexionProprietaire },
        });
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetStatutAsync("/sante")).Statut);
        Assert.Equal(["faireavec_app"], await donnees.ListerAsync<string>("SELECT DISTINCT usename::text FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'faireavec'"));
    }

    private static async Task<IReadOnlyList<string>> MigrerAsync(BaseDeTest donnees)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:FaireAvec", donnees.ConnexionProprietaire)]).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddNoyau(configuration, ModulesDuProduit.Tous()).AddMigrations().BuildServiceProvider();
        await services.GetRequiredService<Base>().OuvrirAsync(rejoindre: true, CancellationToken.None);
        return await services.GetRequiredService<Preparation>().MigrerAsync(charger: false, CancellationToken.None);
    }
}
